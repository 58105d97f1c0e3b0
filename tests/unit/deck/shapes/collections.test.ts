import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

const starsOf = (text: string, around = {}) =>
  readList(text, { around }).modules.flatMap(({ cards }) => cards.map(({ stars }) => stars));

describe('folders with a file for each question', () => {
  const page = (title: string, level: string, body: string) =>
    `---\ntitle: "${title}"\n${level}\ntags: [nets]\n---\n\n${body}`;

  test('the title of front matter says more than a name that asks', () => {
    const text = page('When do you take tcp over udp?', 'level: senior', '## Short\n\nFor files.');
    expect(pairsOf(text, { around: { name: 'tcp-vs-udp' } })).toEqual([
      ['When do you take tcp over udp?', '## Short\n\nFor files.'],
    ]);
  });

  test('the title of front matter asks where no heading does', () => {
    const text = page(
      'Which port does a resolver listen on?',
      'level: junior',
      '## Short answer\n\nOn 53.\n\n## Details\n\n**What else it needs:**\n- a zone',
    );
    expect(pairsOf(text, { around: { name: 'resolver-port-basics' } })).toEqual([
      [
        'Which port does a resolver listen on?',
        '## Short answer\n\nOn 53.\n\n## Details\n\n**What else it needs:**\n- a zone',
      ],
    ]);
  });

  test.each([
    ['difficulty: senior', 3],
    ['level: Easy', 1],
    ['difficulty: 中级', 2],
    ['difficulty: nobody knows', null],
  ])('front matter says how hard its questions are: %s', (level, stars) => {
    const text = page('Ports', level, '## What is a port?\n\nIt.\n\n## What is ssh?\n\nSo. (hard)');
    expect(starsOf(text)).toEqual([stars ?? 2, stars ?? 2]);
  });

  test('a mark at a question says more than front matter', () => {
    const text = page(
      'Ports',
      'difficulty: easy',
      '## What is a port? (hard)\n\nIt.\n\n## What is ssh?\n\nSo.',
    );
    expect(starsOf(text)).toEqual([3, 1]);
  });

  test('a text between the title and a heading "Answer guide" asks', () => {
    const text = page(
      'Trace a lost packet',
      'difficulty: middle',
      '# Trace a lost packet\n\nWhich hops do you look at, and in what order?\n\n## Answer guide\n\n- The last one first.\n\n## References\n\n- [a page](https://example.org)',
    );
    expect(pairsOf(text, { around: { name: 'trace-lost-packet' } })).toEqual([
      [
        'Trace a lost packet\n\nWhich hops do you look at, and in what order?',
        '- The last one first.',
      ],
    ]);
  });
});

describe('exports of other programs', () => {
  test('notes of Anki that are asked both ways are two cards', () => {
    const head = '#separator:tab\n#notetype column:1\n';
    const text = `${head}Basic (and reversed card)\tport of ssh\t22\nBasic\tport of dns\t53\n`;
    expect(pairsOf(text)).toEqual([
      ['port of ssh', '22'],
      ['22', 'port of ssh'],
      ['port of dns', '53'],
    ]);
  });

  test('cards of Anki have the front no second time in their answers', () => {
    const text =
      '#separator:tab\n#html:true\nport of ssh\t"port of ssh\n\n<hr id=""answer"">\n\n22"\nport of dns\t"port of dns<hr id=answer>53"\n';
    expect(pairsOf(text)).toEqual([
      ['port of ssh', '22'],
      ['port of dns', '53'],
    ]);
  });

  test('choices above a fold are asked unchecked', () => {
    const unit = (n: number) =>
      `### ${n}. Which port has service ${n}?\n\n- [ ] 1\n- [x] 2\n\n<details>\n<summary>Explanation</summary>\n\nIt was free.\n\n</details>\n\n`;
    expect(pairsOf(`# Ports\n\n${unit(1)}${unit(2)}`)).toEqual(
      [1, 2].map((n) => [
        `Which port has service ${n}?\n\n- [ ] 1\n- [ ] 2`,
        '- 2\n\nIt was free.',
      ]),
    );
  });
});

describe('pages of sites', () => {
  test('numbers behind words of other languages tell questions from what sums them up', () => {
    const text =
      '## 问题 1：端口是什么？\n\n数字。\n\n## 问题 2：说说套接字\n\n一对。\n\n## 总结\n\n都是数字。';
    expect(pairsOf(text)).toEqual([
      ['端口是什么？', '数字。'],
      ['说说套接字', '一对。'],
    ]);
  });

  test('a fold with a hint is no answer where another says that it is one', () => {
    const unit = (n: number) =>
      `<article data-level="a">\n\n## Question ${n}: What is port ${n} for?\n\nThink.\n\n<details>\n<summary>💡 Hint</summary>\n\nLow.\n\n</details>\n\n<details>\n<summary>✅ Solution</summary>\n\nMail.\n\n</details>\n</article>\n\n---\n\n`;
    const pairs = pairsOf(`# Ports\n\n${[1, 2, 3].map(unit).join('')}`);
    expect(pairs.map(([, answer]) => answer)).toEqual(['Mail.', 'Mail.', 'Mail.']);
    expect(pairs[0]?.[0]).toBe(
      'What is port 1 for?\n\nThink.\n\n<details>\n<summary>💡 Hint</summary>\n\nLow.\n\n</details>',
    );
  });
});
