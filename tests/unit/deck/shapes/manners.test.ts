import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

const AB = [
  ['What is a?', 'It.'],
  ['What is b?', 'Is.'],
];

describe('manners of well-known repositories', () => {
  test.each([
    [
      'colons of full width in bold',
      '**问：What is a?**\n\n答：It.\n\n**问：What is b?**\n\n答：Is.',
    ],
    [
      'a dash before the answer',
      '- **Q:** What is a? - **A:** It.\n- **Q:** What is b? - **A:** Is.',
    ],
    [
      'a break before the answer',
      '**Q:** What is a?<br>**A:** It.\n\n**Q:** What is b?<br/> **A:** Is.',
    ],
    ['answers as headings', '## Q: What is a?\n### A: It.\n\n## Q: What is b?\n### A: Is.'],
    ['"Que."', '**Que. What is a?**\n\nIt.\n\n**Que. What is b?**\n\nIs.'],
    ['numbers of sections', '## 1. N\n\n### 1.1 What is a?\n\nIt.\n\n### 1.2. What is b?\n\nIs.'],
    ['questions on two levels', '## Q. What is a?\n\nIt.\n\n#### Q. What is b?\n\nIs.'],
    [
      'bold by tags with a break',
      '<b>1. What is a?</b><br>\nIt.<br><br>\n\n<b>2. What is b?</b> <br>\nIs.',
    ],
    [
      'links to the top in Russian',
      '## What is a?\n\nIt.\n\n[к оглавлению](#a)\n\n## What is b?\n\nIs.',
    ],
    [
      'two links below',
      '## What is a?\n\nIt.\n\n[⬆️ Top](#c) | [Home](../R.md)\n\n## What is b?\n\nIs.',
    ],
    [
      'short names of arrows',
      '## What is a?\n\nIt.\n\n[:arrow_up: Back to top](#c)\n\n## What is b?\n\nIs.',
    ],
    [
      'anchors below',
      '## What is a?\n\nIt.\n\n<a name="b">\n</a>\n\n## What is b?\n\nIs.\n\n<a id="c">',
    ],
    [
      'an anchor over two lines',
      '<a name="a">\n</a>\n**What is a?**\n\nIt.\n\n**What is b?**\n\nIs.',
    ],
    [
      'an anchor without its end',
      '<a name="a">\n\n## What is a?\n\nIt.\n\n<a name="b">\n## What is b?\n</a>\n\nIs.',
    ],
    [
      'a sign before the source',
      '## What is a?\n\nIt.\n\n🔗 **Source:** [x](https://x.org)\n\n## What is b?\n\nIs.',
    ],
    [
      'a link that says it is the source',
      '## What is a?\n\nIt.\n\n[reference](https://x.org)\n\n## What is b?\n\nIs.',
    ],
    [
      'resources',
      '## What is a?\n\nIt.\n\nUseful resources:\n\n- [x](https://x.org)\n\n## What is b?\n\nIs.',
    ],
    ['headings glued to their hashes', '##What is a?\n\nIt.\n\n##What is b?\n\nIs.'],
    ['underlined by tags', '<u>What is a?</u>\n\nIt.\n\n<u>What is b?</u>\n\nIs.'],
    [
      'bold around anchors',
      '**<a name="1">1. What is a?</a>**\n\nIt.\n\n**<a name="2">2. What is b?</a>**\n\nIs.',
    ],
    ['labels in bold', '**What is a?**\n\n**Answer: It.**\n\n**What is b?**\n\n**Answer:**\n\nIs.'],
    ['a dash glued to the number', '##### 1- What is a?\nIt.\n##### 2- What is b?\nIs.'],
    ['a comment within', '## What is <!-- the -->a?\n\nIt.\n\n## What is b?\n\nIs.'],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(AB);
  });

  test('a page with contents, licence and contributors is no manual', () => {
    const text =
      '# T\n\n## Table of Contents\n\n- [What is a?](#what-is-a)\n- [What is b?](#what-is-b)\n- [What is c?](#what-is-c)\n\n## What is a?\n\nIt.\n\n## What is b?\n\nIs.\n\n## What is c?\n\nSo.\n\n## Contributors ✨\n\nX\n\n## License\n\nMIT';
    expect(pairsOf(text)).toEqual([...AB, ['What is c?', 'So.']]);
  });

  test('a label that is left empty is no answer, nor is a promise', () => {
    const text =
      '## What is a?\n\nRead more:\n\n## What is b?\n\nTo be completed.\n\n## What is c?\n\nSo.';
    expect(pairsOf(text).map(([, answer]) => answer)).toEqual(['', '', 'So.']);
  });

  test('a title with a verb that begins many names asks nothing', () => {
    const text = '# Reverse interview\n\n## Team\n\n- What is a?\n- What is b?\n- What is c?';
    expect(readList(text).reading).toMatchObject({ shape: null, bare: 3 });
  });

  test('exercises with folds behind numbered items', () => {
    const items = '1. ### What is a\n\n   It.\n\n2. ### What is b\n\n   Is.';
    const fold = (word: string) =>
      `\`\`\`js\n${word}\n\`\`\`\n\n<details><summary>Answer</summary>\n\n${word}!\n\n</details>`;
    const text = `${items}\n\n<!-- end -->\n\n### Exercises\n\n#### 1. Output?\n\n${fold('x')}\n\n---\n\n#### 2. Output?\n\n${fold('y')}`;
    expect(pairsOf(text)).toEqual([
      ['What is a', 'It.'],
      ['What is b', 'Is.'],
      ['Output?\n\n```js\nx\n```', 'x!'],
      ['Output?\n\n```js\ny\n```', 'y!'],
    ]);
  });

  test('bullets in answers of numbered questions, and numbers in those of bullets', () => {
    const numbered = '1. What is a?\n\nIt.\n\n- so\n- so\n\n2. What is b?\n\nIs.';
    expect(pairsOf(numbered)).toEqual([['What is a?', 'It.\n\n- so\n- so'], AB[1]]);
    const bold =
      '- **What is a?**\n\n1. so\n2. so\n\n- **What is b?**\n\nIs.\n\n- **What is c?**\n\nSo.';
    expect(pairsOf(bold)[0]).toEqual(['What is a?', '1. so\n2. so']);
  });

  test('bold parts of answers are no questions', () => {
    const answer = 'It.\n\n**Example:**\n\nx\n\n**Output**\n\ny';
    const text = `**1. What is a?**\n\n${answer}\n\n**2. Explain b**\n\n${answer}\n\n**3. What is c?**\n\nSo.\n\n**Note**\n\nMore.`;
    expect(pairsOf(text)).toEqual([
      ['What is a?', answer],
      ['Explain b', answer],
      ['What is c?', 'So.\n\n**Note**\n\nMore.'],
    ]);
    expect(pairsOf(text.replaceAll(/\d\. /g, '')).map(([question]) => question)).not.toContain(
      'Output',
    );
  });

  test('bold questions with the answer behind, where most paragraphs are', () => {
    const text = '## T\n\n**What is a?** It.\n\n- so\n\n**What is b?** Is.\n\n**What is c?** So.';
    expect(pairsOf(text)).toEqual([['What is a?', 'It.\n\n- so'], AB[1], ['What is c?', 'So.']]);
    expect(pairsOf(`${text}\n\n${'One more text.\n\n'.repeat(4)}`)).toEqual([]);
  });

  test('the code below belongs to a question about it, though nothing follows', () => {
    const code = '```js\nf()\n```';
    const text = `## Q. What does the code below return?\n\n${code}\n\n## Q. How do you call a function?\n\n${code}\n\n## Q. Write the following code.\n\n${code}`;
    expect(pairsOf(text)).toEqual([
      [`What does the code below return?\n\n${code}`, ''],
      ['How do you call a function?', code],
      ['Write the following code.', code],
    ]);
  });

  test('a file whose headings are "Question" and "Answer"', () => {
    const text = '### Question\nExplain a.\n\n### Answer\n\nIt.\n\n---\n\n### More\n\nSo.';
    const around = { name: '001-what-is-a', asking: 1 };
    expect(pairsOf(text, { around })).toEqual([['Explain a.', 'It.\n\n---\n\n### More\n\nSo.']]);
  });

  test('a bullet among bold ones that asks, with a link behind', () => {
    const text =
      '* **What is a?**\n  * It.\n* What is b? - [Learn](https://x.org)\n* **What is c?** - [L](https://x.org)';
    expect(pairsOf(text)).toEqual([
      ['What is a?', '* It.'],
      ['What is b?', '[Learn](https://x.org)'],
      ['What is c?', '[L](https://x.org)'],
    ]);
  });

  test('tasks without a mark, whose answers nothing marks', () => {
    const text =
      '**Question 1:** Select all.\n\n    x\n\n**Question 2:** Print.\n\n    y\n\n**Question 3:** Count:\n\n- a\n\nWhat is b?';
    expect(pairsOf(text)).toEqual([
      ['Select all.', 'x'],
      ['Print.', 'y'],
      ['Count:\n\n- a\n\nWhat is b?', ''],
    ]);
  });

  test('the first line of a bullet asks where most of them end in a mark', () => {
    const text = '* What is a?\n  It.\n* What is b?\n  Is.\n* Explain c\n  So.';
    expect(pairsOf(text)[2]).toEqual(['Explain c', 'So.']);
  });

  test('numbered boxes are choices, code below the last belongs to it', () => {
    const text = '### Q1. Which?\n\n1. [ ] a\n2. [x] b\n\n### Q2. Which?\n\n1. [x] c\n1. [ ] d';
    expect(pairsOf(text)).toEqual([
      ['Which?\n\n1. [ ] a\n2. [ ] b', '2. b'],
      ['Which?\n\n1. [ ] c\n1. [ ] d', '1. c'],
    ]);
    const code = (word: string) => `\n\n\`\`\`js\n${word}\n\`\`\`\n\n`;
    const long = `### Q1. Which?\n\n- [x] a${code('a')}- [ ] b${code('b')}So.`;
    expect(pairsOf(`${long}\n\n${long.replace('Q1', 'Q2')}`)[0]?.[1]).toBe(
      '- a\n\n```js\na\n```\n\nSo.',
    );
  });
});

describe('quotes that ask', () => {
  const quotes = '# N\n\n> What is a?\n\nIt.\n\n> 2. What is b?\n\nIs.\n\n> What is\n> c?\n\nSo.';

  test('the text below answers', () => {
    expect(readList(quotes).reading.shape).toBe('quoted');
    expect(pairsOf(quotes)).toEqual([...AB, ['What is\nc?', 'So.']]);
  });

  test.each([
    ['two of them in prose', `${quotes.slice(0, quotes.indexOf('> What is\n'))}## More\n\nText.`],
    ['one of them asks', quotes.replaceAll('is b?', 'is b.').replaceAll('c?', 'c.')],
    ['one behind the other', '> What is a?\n\n> What is b?\n\n> What is c?'],
    ['in code', `\`\`\`\n${quotes}\n\`\`\``],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual([]);
  });
});

describe('difficulty and companies', () => {
  const starsOf = (text: string) =>
    readList(text).modules.flatMap(({ cards }) => cards.map(({ stars }) => stars));
  const sections = (...names: string[]) =>
    names.map((name, n) => `## ${name}\n\n### ${n + 1}. What is it?\n\nIt ${n}.`).join('\n\n');

  test.each([
    [['Básico', 'Intermedio', 'Avanzado']],
    [['初级', '中级', '高级']],
    [['Basic SQL Interview Questions', 'Intermediate level', 'Advanced Questions (20)']],
    [['Level 1: Basics', 'Level 2: Medium', 'Level 3: Hard']],
    [['Java questions for freshers', 'Medium', 'Java questions for experienced']],
    [['🟢 Beginner', '🟡 Mid-Level', '🔴 Senior']],
  ])('sections %s', (names) => {
    expect(starsOf(sections(...names))).toEqual([1, 2, 3]);
  });

  test('a line that says both', () => {
    const text = (line: string) =>
      `### 1. What is a?\n\n${line}\n\nIt.\n\n### 2. What is b?\n\nIs.`;
    const cardOf = (line: string) => readList(text(line)).modules[0]?.cards[0];
    expect(cardOf('**Difficulty:** Hard | **Company:** Google, Meta')).toMatchObject({
      ...{ stars: 3, companies: ['Google', 'Meta'], answer: 'It.' },
    });
    expect(cardOf('*Asked in: Own Ltd*')).toMatchObject({ companies: ['Own Ltd'], answer: 'It.' });
    for (const line of ['Company: the one that pays.', 'Level: hard | and much more']) {
      expect(cardOf(line)).toMatchObject({ stars: 2, companies: [], answer: `${line}\n\nIt.` });
    }
  });

  test('"Basics" among subjects is one of them', () => {
    expect(starsOf(sections('Basics', 'Classes', 'Decorators'))).toEqual([2, 2, 2]);
    expect(starsOf(sections('Basics', 'Classes', 'Advanced'))).toEqual([1, 2, 3]);
  });

  test.each([
    ['`[Google]`', ['Google']],
    ['[Amazon, Own Ltd]', ['Amazon', 'Own Ltd']],
    ['`[Netflix]` `[Uber]`', ['Netflix', 'Uber']],
    ['(Meta)', ['Meta']],
    ['**[Apple/IBM]**', ['Apple', 'IBM']],
    ['[optional]', []],
    ['(a ring)', []],
  ])('companies %s', (names, expected) => {
    const text = `### 1. What is a ring? ${names}\n\nIt.\n\n### 2. What does \`a[0]\` give?\n\nIs.`;
    const cards = readList(text).modules.flatMap((module) => module.cards);
    expect(cards[0]?.companies).toEqual(expected);
    expect(cards[0]?.question).toBe(
      expected.length > 0 ? 'What is a ring?' : `What is a ring? ${names}`,
    );
    expect(cards[1]?.companies).toEqual([]);
  });
});

test('a file that is but the heading of a question asks nothing', () => {
  const options = { around: { name: 'What is it' }, choice: { shape: 'question-file' } };
  expect(pairsOf('## Question', options)).toEqual([]);
  expect(pairsOf('# What is a?\n\n## Question', options)).toEqual([]);
});

describe('what lies in the answers of headings that ask is no question of its own', () => {
  const sections = (...parts: readonly string[]) => parts.join('\n\n');
  const fold = (title: string) => `<details>\n<summary>${title}</summary>\n\nSo.\n\n</details>`;

  test.each([
    ['folds that ask nothing', fold('Example output'), fold('Proof')],
    ['fewer folds than headings', fold('Why so?'), fold('And when not?')],
    ['fewer bold lines than headings', '**Why so?**\n\nIt is.', '**When not?**\n\nAt night.'],
    ['fewer lines with Q: than headings', 'Q: the query\nK: the key', 'Q: is it large?\nA: Yes.'],
  ])('%s', (_, one, two) => {
    const text = sections(
      '# A',
      '## What is a?',
      'It.',
      one,
      '## Why is b?',
      two,
      '## How is c?',
      'So.',
    );
    const { modules } = readList(text);
    expect(
      modules.flatMap(({ cards }) => cards).map(({ question }) => question.split('\n')[0]),
    ).toEqual(['What is a?', 'Why is b?', 'How is c?']);
  });

  test('but folds under headings that only group them are', () => {
    const text = sections(
      '# A',
      '## What is asked first?',
      fold('What is a?'),
      fold('Why b?'),
      '## More',
      fold('How c?'),
    );
    expect(pairsOf(text).map(([question]) => question)).toEqual(['What is a?', 'Why b?', 'How c?']);
  });
});

test.each(['Show answer', 'Reveal the answer'])('a call-out "%s" asks nothing', (title) => {
  const part = (asked: string) => `## ${asked}\n\n> [!question]- ${title}\n> So.\n`;
  const text = ['What is a?', 'What is b?', 'What is c?'].map(part).join('\n');
  expect(pairsOf(text).map(([question]) => question)).toEqual([
    'What is a?',
    'What is b?',
    'What is c?',
  ]);
  const own = '> [!question]- What is the answer to a?\n> So.\n';
  expect(pairsOf(`${own}\n${own.replace('a?', 'b?')}`)).toEqual([
    ['What is the answer to a?', 'So.'],
    ['What is the answer to b?', 'So.'],
  ]);
});

describe('what stands within the answers of another layout asks nothing', () => {
  const NAMES = ['a', 'b', 'c', 'd'];
  const FOLDS = [
    '<details>\n<summary>Example output</summary>\n\n1\n\n</details>',
    '<details>\n<summary>Proof</summary>\n\nBy hand.\n\n</details>',
  ];
  const list = (mark: (name: string) => string, within: readonly string[]) =>
    NAMES.map((name, at) => `${mark(name)}\n\nIt.\n\n${within[at] ?? ''}`.trim()).join('\n\n');
  const questions = NAMES.map((name) => `What is ${name}?`);
  const asked = (text: string) => pairsOf(text).map(([question]) => question);

  test.each([
    ['two folds', FOLDS],
    ['a fold in each answer', [...FOLDS, ...FOLDS.map((each) => each.replace('y>', 'y>In '))]],
    ['folds that ask', FOLDS.map((each) => each.replace('</s', '?</s'))],
    ['call-outs', ['> [!question] Is it?\n> No.', '> [!question] Has it?\n> Yes.']],
    ['bold lines that ask', ['**Is it?**\n\nNo.\n\n**Why?**\n\nSo.', '**Has it?**\n\nYes.']],
    ['lines with Q and A', ['Q: Is it?\nA: No.\n\nQ: Has it?\nA: Yes.']],
  ])('%s', (_name, within) => {
    for (const mark of ['## What is NAME?', '### Q1. What is NAME?']) {
      const text = list((name) => mark.replace('NAME', name), within);
      expect(asked(text)).toEqual(questions);
      const held = within[0] ?? '';
      expect(pairsOf(text)[0]?.[1]).toBe(`It.\n\n${held}`);
    }
  });

  test('folds between bold questions', () => {
    expect(asked(list((name) => `**What is ${name}?**`, FOLDS))).toEqual(questions);
  });

  test('but sections that ask hold the questions of folds', () => {
    const folds = NAMES.map((name) => FOLDS[1]?.replace('Proof', `What is ${name}?`)).join('\n\n');
    expect(asked(`## What is first?\n\nThis.\n\n## What is next?\n\nThat.\n\n${folds}`)).toEqual(
      questions,
    );
    const terms = NAMES.map((name) => FOLDS[1]?.replace('Proof', `Term ${name}`)).join('\n\n');
    const sections = `## What of it?\n\nThis.\n\n${terms}`;
    expect(asked(`${sections}\n\n${sections.replaceAll('Term', 'Word')}`)).toHaveLength(8);
  });
});
