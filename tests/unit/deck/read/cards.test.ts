import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { cardsOf, moduleOf, pairsOf } from '../deck-text.js';

const H = '### ★★☆ _(Acme)_\n\n';
const ONE = [['What is it?', 'A thing.']];

describe('answers', () => {
  test.each([
    [
      'details',
      '**Q:** What is it?\n\n<details>\n<summary>Answer</summary>\n\nA thing.\n\n</details>',
    ],
    [
      'details open',
      '**Q:** What is it?\n\n<details open>\n<summary>Show</summary>\n\nA thing.\n</details>',
    ],
    [
      'details without blank lines',
      '**Q:** What is it?\n<details>\n<summary>Answer</summary>\nA thing.\n</details>',
    ],
    [
      'details on one line',
      '**Q:** What is it? <details><summary>Answer</summary>A thing.</details>',
    ],
    ['details without a summary', '**Q:** What is it?\n\n<details>\nA thing.\n</details>'],
    [
      'details in capitals',
      '**Q:** What is it?\n\n<DETAILS>\n<SUMMARY>A</SUMMARY>\nA thing.\n</DETAILS>',
    ],
    [
      'a summary over several lines',
      '**Q:** What is it?\n\n<details>\n<summary>\nThe\nanswer\n</summary>\n\nA thing.\n\n</details>',
    ],
    [
      'text behind the summary',
      '**Q:** What is it?\n\n<details>\n<summary>Answer</summary> A thing.\n\n</details>',
    ],
    [
      'the end behind the text',
      '**Q:** What is it?\n\n<details>\n<summary>Answer</summary>\n\nA thing.</details>',
    ],
    ['bold A:', '**Q:** What is it?\n\n**A:** A thing.'],
    ['bold A with the colon outside', '**Q:** What is it?\n\n**A**: A thing.'],
    ['bold Answer:', '**Q:** What is it?\n\n**Answer:** A thing.'],
    ['plain A:', 'Q: What is it?\n\nA: A thing.'],
    ['A: on the next line', '**Q:** What is it?\n**A:** A thing.'],
    ['all bold', '**Q: What is it?**\n\n**A: A thing.**'],
    ['a call-out', '**Q:** What is it?\n\n> [!answer]\n> A thing.'],
    ['a folded call-out with a label', '**Q:** What is it?\n\n> [!answer]- Answer\n> A thing.'],
    ['a call-out of one line', '**Q:** What is it?\n\n> [!answer] A thing.'],
    ['the rest', '**Q:** What is it?\n\nA thing.'],
    ['the rest, the question below its marker', '**Q:**\n\nWhat is it?\n\nA thing.'],
    ['a rule behind it', '**Q:** What is it?\n\nA thing.\n\n---'],
    [
      'within a list',
      '- **Q:** What is it?\n\n  <details>\n  <summary>Answer</summary>\n\n  A thing.\n\n  </details>',
    ],
    ['as a list', '- **Q:** What is it?\n- **A:** A thing.'],
    ['as an outline', '- **Q:** What is it?\n  - **A:** A thing.'],
    [
      'within a quote',
      '> **Q:** What is it?\n>\n> <details>\n> <summary>Answer</summary>\n>\n> A thing.\n>\n> </details>',
    ],
    ['numbered', '**Q1:** What is it?\n\n**A1:** A thing.'],
  ])('%s', (_, text) => {
    expect(pairsOf(H + text)).toEqual(ONE);
  });

  test('keep their Markdown', () => {
    const answer = '    code\n\n- one\n  - two\n\n| a | b |\n| - | - |\n\n> quote\n\n$x^2$';
    const text = `${H}**Q:** x?\n\n<details>\n<summary>Answer</summary>\n\n${answer}\n\n</details>\n`;
    expect(pairsOf(text)).toEqual([['x?', answer]]);
  });

  test('take in what follows their fold, for it would be lost else', () => {
    const text = `${H}**Q:** x?\n\n<details>\n\nBody.\n\n</details>\n\nMore.\n\n<!-- note -->\n\n---\n`;
    expect(pairsOf(text)).toEqual([['x?', 'Body.\n\nMore.']]);
  });

  test('are in the fold that says so, a hint before it belongs to the question', () => {
    const text = `${H}**Q:** x?\n\n<details><summary>Hint</summary>Think.</details>\n\n<details><summary>Answer</summary>Yes.</details>\n`;
    expect(pairsOf(text)).toEqual([
      ['x?\n\n<details><summary>Hint</summary>Think.</details>', 'Yes.'],
    ]);
  });

  test('end before the next heading of the same or a higher level', () => {
    const text = `${H}**Q:** x?\n\nFirst.\n\n#### Deeper\n\nSecond.\n\n### ★☆☆\n\n**Q:** y?\n\nThird.\n`;
    expect(pairsOf(text)).toEqual([
      ['x?', 'First.\n\n#### Deeper\n\nSecond.'],
      ['y?', 'Third.'],
    ]);
  });
});

describe('text that looks like structure', () => {
  const fold = (answer: string) =>
    `${H}**Q:** x?\n\n<details>\n<summary>Answer</summary>\n\n${answer}\n\n</details>\n\n${H}**Q:** next?\n\nYes.\n`;

  test.each([
    ['a heading', '### ★★★ _(Other)_\n\ntext'],
    ['a heading of the top', '# Title\n\n## Interview Questions'],
    ['a marker', '**Q:** what?\n\n**A:** that.'],
    ['a fold within', 'a\n\n<details>\n<summary>More</summary>\n\nb\n\n</details>\n\nc'],
    ['folds within folds', '<details>\n<details>\n\nb\n\n</details>\n</details>'],
    ['a fold within a list', '- a\n  <details><summary>More</summary>\n\n  b\n\n  </details>\n- c'],
    ['tags within a fence', '```html\n</details>\n<details>\n</details>\n```'],
    ['tags within tildes', '~~~\n</details>\n~~~'],
    ['tags within inline code', 'Write `</details>` or ``<details> ` `` there.'],
    ['tags within indented code', 'Like so:\n\n    </details>'],
    ['tags within a comment', 'a <!-- </details> --> b\n\n<!--\n</details>\n-->\n\nc'],
    ['an escaped tag', 'Write \\</details> there.'],
    ['a tag within a quote', '> </details>'],
    ['a fence within a fence', '````md\n```\n### ★★★\n```\n````'],
    ['a heading within a fence', '```md\n### ★★★\n\n**Q:** no?\n```'],
    ['a call-out', '> [!answer]\n> not this one'],
    ['a rule', 'a\n\n---\n\nb'],
  ])('%s is part of an answer', (_, answer) => {
    expect(pairsOf(fold(answer))).toEqual([
      ['x?', answer],
      ['next?', 'Yes.'],
    ]);
  });

  test('a question holds paragraphs, code and lists up to its answer', () => {
    const question = 'What prints?\n\n```python\n# **A:** nothing\nprint(1)\n```\n\n- a\n- b';
    expect(pairsOf(`${H}**Q:** ${question}\n\n**A:** One.\n`)).toEqual([[question, 'One.']]);
  });

  test('choices lettered A and B are no answer', () => {
    const question = 'Which one?\nA: the first\nB: the second';
    const text = `${H}**Q:** ${question}\n\n<details>\n\nB.\n\n</details>\n`;
    expect(pairsOf(text)).toEqual([[question, 'B.']]);
  });

  test('"Q:" in notes on attention is no further card', () => {
    const answer = 'Three projections:\n\nQ: what I look for.\n\nK: what I hold.';
    expect(pairsOf(`${H}**Q:** Which?\n\n**A:** ${answer}\n`)).toEqual([['Which?', answer]]);
  });
});

describe('questions', () => {
  test('several under one heading share its stars and companies', () => {
    const text = `${H}**Q:** a?\n\n**A:** one.\n\n**Q:** b?\n\n<details>\n\ntwo.\n\n</details>\n\n**Q:** c?\n\nthree.\n`;
    expect(cardsOf(text)).toMatchObject([
      { question: 'a?', answer: 'one.', stars: 2, companies: ['Acme'], line: 7 },
      { question: 'b?', answer: 'two.', stars: 2, companies: ['Acme'], line: 13 },
      { question: 'c?', answer: 'three.', stars: 2, companies: ['Acme'], line: 21 },
    ]);
  });

  test('several in one paragraph', () => {
    expect(pairsOf(`${H}**Q:** a?\n**A:** one.\n**Q:** b?\n**A:** two.\n`)).toEqual([
      ['a?', 'one.'],
      ['b?', 'two.'],
    ]);
  });

  test('are the heading where nothing else asks, with the text up to a marked answer', () => {
    const text =
      '### ★★★ What is *this*? _(Acme)_\n\nIt is that.\n\n### Medium: And this?\n\n```js\n1\n```\n\n**A:** One.\n';
    expect(pairsOf(text)).toEqual([
      ['What is *this*?', 'It is that.'],
      ['And this?\n\n```js\n1\n```', 'One.'],
    ]);
  });

  test('are the first block below a heading of stars alone', () => {
    expect(pairsOf('### ★★★\n\nWhat is it?\n\nA thing.\n')).toEqual(ONE);
    expect(pairsOf('### ★★★\n\nWhat is it?\n\n<details>\n\nA thing.\n\n</details>\n')).toEqual(ONE);
  });

  test('take in the text between the heading and their marker', () => {
    expect(pairsOf(`${H}Given:\n\n    x = 1\n\n**Q:** What is x?\n\n**A:** One.\n`)).toEqual([
      ['Given:\n\n    x = 1\n\nWhat is x?', 'One.'],
    ]);
  });

  test('may stand below headings that group them', () => {
    const text =
      '### Basics\n\n#### ★☆☆\n\n**Q:** a?\n\none.\n\n### Beyond\n\n#### ★★★\n\n**Q:** b?\n\ntwo.\n';
    expect(cardsOf(text)).toMatchObject([
      { question: 'a?', stars: 1 },
      { question: 'b?', stars: 3 },
    ]);
  });

  test('may stand right below the section heading', () => {
    expect(cardsOf('**Q:** a?\n\n**A:** one.\n')).toMatchObject([{ question: 'a?', stars: 2 }]);
  });

  test.each([
    '## Questions',
    '# INTERVIEW QUESTIONS',
    '### 🎯 Interview Questions (2)',
    'Questions\n---',
  ])('are found below "%s"', (heading) => {
    const level = heading.startsWith('###') ? '####' : '###';
    const text = `${heading}\n\n${level} ★☆☆\n\n**Q:** a?\n\none.\n\n${level} Related\n\nyes.\n`;
    expect(moduleOf(text).cards.map((card) => card.question)).toEqual(['a?', 'Related']);
  });

  test('are found anywhere in a module without such a section', () => {
    const text =
      '# Sample\n\nIntro.\n\n## ★★★ What is it?\n\nA thing.\n\n### Notes\n\nx\n\n### Other\n\n**Q:** b?\n\n**A:** two.\n\n## Plain\n\ntext\n';
    expect(moduleOf(text).cards).toMatchObject([
      { question: 'What is it?', answer: 'A thing.\n\n### Notes\n\nx', stars: 3 },
      { question: 'b?', answer: 'two.' },
    ]);
  });

  test('are found in a module without headings', () => {
    expect(moduleOf('**Q:** a?\n\n**A:** one.\n').cards).toMatchObject([
      { question: 'a?', answer: 'one.', line: 5 },
    ]);
  });

  test('a heading that repeats the title is no section', () => {
    const body = '# 🎤 Questions\n\n## Questions\n\n### ★☆☆\n\n**Q:** a?\n\none.\n';
    const { modules } = parseDeckFile('x.md', `---\ntitle: "Questions"\n---\n\n${body}`);
    expect(modules[0]?.cards).toMatchObject([{ question: 'a?', answer: 'one.' }]);
  });
});

describe('tags of one card', () => {
  const NOTE = '<!-- tags: exam, a\\, b,  <x\\>, Exam -->';
  const TAGS = ['exam', 'a, b', '<x>'];

  test.each([
    ['behind the heading', `### ★★☆\n\n${NOTE}\n\n**Q:** a?\n\none.\n`],
    ['below the id', `### ★★☆\n\n<!-- id: kv-1 -->\n${NOTE}\n\n**Q:** a?\n\none.\n`],
    ['above the id', `### ★★☆\n\n${NOTE}\n\n<!-- id: kv-1 -->\n\n**Q:** a?\n\none.\n`],
    ['in the heading', `### ★★☆ _(Acme)_ <!-- id: kv-1 --> ${NOTE}\n\n**Q:** a?\n\none.\n`],
    ['behind the question', `### ★★☆\n\n**Q:** a?\n\n${NOTE}\n\n**A:** one.\n`],
    ['before a list of one', `### ★★☆\n\n${NOTE}\n\n- **Q:** a?\n\n  **A:** one.\n`],
  ])('%s', (_, text) => {
    expect(cardsOf(text)).toMatchObject([{ tags: TAGS, question: 'a?', answer: 'one.' }]);
  });

  test('are of the card that they stand at alone', () => {
    const text = `${H}**Q:** a?\n\n**A:** one.\n\n${NOTE}\n\n**Q:** b?\n\n**A:** two.\n`;
    expect(cardsOf(text)).toMatchObject([{ tags: [] }, { tags: TAGS }]);
  });

  test('in code or without a name are none', () => {
    expect(cardsOf(`${H}**Q:** a?\n\n\`${NOTE}\`\n\n**A:** one.\n`)).toMatchObject([{ tags: [] }]);
    expect(cardsOf(`${H}<!-- tags: -->\n\n**Q:** a?\n\n**A:** one.\n`)).toMatchObject([
      { tags: [] },
    ]);
  });
});

describe('explicit ids', () => {
  test.each([
    ['behind the heading', '### ★★☆\n\n<!-- id: kv-1 -->\n\n**Q:** a?\n\none.\n'],
    ['right below the heading', '### ★★☆\n<!-- ID:kv-1-->\n**Q:** a?\n\none.\n'],
    ['at its end', '### ★★☆ _(Acme)_ <!-- id: kv-1 -->\n\n**Q:** a?\n\none.\n'],
    [
      'behind the question',
      '### ★★☆\n\n**Q:** a?\n\n<!-- id: kv-1 -->\n\n<details>\n\none.\n\n</details>\n',
    ],
  ])('%s', (_, text) => {
    expect(cardsOf(text)).toMatchObject([{ explicitId: 'kv-1', question: 'a?', answer: 'one.' }]);
  });

  test('before a further question belong to that one', () => {
    const text = `${H}**Q:** a?\n\n**A:** one.\n\n<!-- id: two -->\n\n**Q:** b?\n\n**A:** two.\n`;
    expect(cardsOf(text)).toMatchObject([
      { explicitId: null, answer: 'one.' },
      { explicitId: 'two', answer: 'two.' },
    ]);
  });
});
