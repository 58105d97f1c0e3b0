import { describe, expect, test } from 'vitest';
import { plainMarkup } from '../../../../src/deck/shapes/page/site-markup.js';
import { pairsOf, readList } from './reading.js';

const PAIRS = [
  ['What is a?', 'It.'],
  ['What is b?', 'So.'],
];

test.each(['_Answer_', '__Answer__', '**Odpowiedź:**', '✅ **Answer:**'])(
  'the label %s on a line of its own begins an answer',
  (label) => {
    const text = `## A\n\nWhat is a?\n\n${label}\n\nIt.\n\n## B\n\nWhat is b?\n\n${label}\n\nSo.\n`;
    expect(pairsOf(text)).toEqual([
      ['A\n\nWhat is a?', 'It.'],
      ['B\n\nWhat is b?', 'So.'],
    ]);
  },
);

describe('markup of sites and wikis', () => {
  test.each([
    [
      'folds of VitePress',
      '## 1. What is a?\n\n::: details Answer\nIt.\n:::\n\n## 2. What is b?\n\n:::tip[Answer]\n\nSo.\n\n:::\n',
    ],
    [
      'folds of MkDocs',
      '### What is a?\n\n??? success "View Answer"\n\n    It.\n\n---\n\n### What is b?\n\n???+ note "Answer"\n    So.\n',
    ],
    [
      'questions in the heads of MkDocs',
      '??? question "What is a?"\n\n    It.\n\n!!! question "What is b?"\n    So.\n',
    ],
    [
      'answers folded within questions',
      '??? question "What is a?"\n    ??? answer\n        It.\n\n??? question "What is b?"\n\n    ??? answer\n\n        So.',
    ],
    [
      'shortcodes of Hugo',
      '### What is a?\n\n{{< details "Answer" >}}\nIt.\n{{< /details >}}\n\n### What is b?\n\n{{% expand title="Answer" %}}\nSo.\n{{% /expand %}}\n',
    ],
    [
      'tags of Liquid',
      '### What is a?\n\n{% details Answer %}\nIt.\n{% enddetails %}\n\n### What is b?\n\n{% spoiler Answer %}\nSo.\n{% endspoiler %}\n',
    ],
    [
      'ids of headings',
      '## What is a? {#a}\n\nIt.\n\n## What is b? {: .hard #b }\n{: .x}\n\nSo.\n',
    ],
    ['headings of MediaWiki', '== What is a? ==\nIt.\n\n== What is b? ==\nSo.\n'],
    [
      'comments that say which side follows',
      '<!-- Q -->\nWhat is a?\n<!-- A -->\nIt.\n\n<!-- Q -->\nWhat is b?\n<!-- A -->\nSo.\n',
    ],
    [
      'notes as Anki exports them',
      '#separator:tab\n#html:true\n#tags column:3\nWhat is a?\tIt.\tx\nWhat is b?\tSo.\t\n',
    ],
    [
      'notes of Anki with ids, quotes and line ends',
      '#separator:Semicolon\n#html:false\n#guid column:1\n#deck column:2\nq1;D;"What is a?";"It."\nq2;D;What is b?;So.\n',
    ],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(PAIRS);
  });

  test('in code it is code, and every line stays where it was', () => {
    const code = '```\n::: details x\n:::\n== y ==\n== z ==\n{{< details >}}\n```\n';
    expect(plainMarkup(code)).toBe(code);
    const text = '??? note "Answer"\n    It.\n\nb {#c}\n::: warning\nc\n:::\n';
    expect(plainMarkup(text)).toBe(
      '<details><summary>Answer</summary>\nIt.\n</details>\nb {#c}\n::: warning\nc\n:::\n',
    );
  });

  test('shortcodes are no gaps', () => {
    const text = '{{< figure src="x" >}}\nIt.\n\n{{% note %}}\nSo.\n{{% /note %}}\n';
    expect(pairsOf(text)).toEqual([]);
  });

  test('a deck of Anki is a module, what is above it the part', () => {
    const text =
      '#separator:tab\n#deck column:1\nCS::Caches\tWhat is a?\tIt.\nCS::Locks\tWhat is b?\tSo.\n';
    const { modules } = readList(text);
    expect(modules.map(({ part, title, cards }) => [part, title, cards.length])).toEqual([
      ['CS', 'Caches', 1],
      ['CS', 'Locks', 1],
    ]);
    const named = readList('#separator:tab\n#deck:Locks\nWhat is a?\tIt.\n');
    expect(named.modules.map(({ title }) => title)).toEqual(['Locks']);
  });

  test('a note of Anki with gaps is a card for each', () => {
    const text = '#separator:tab\nA is {{c1::it}}.\tNote\nB is so\tx\n';
    expect(pairsOf(text)).toEqual([
      ['A is […].', 'it\n\nNote'],
      ['B is so', 'x'],
    ]);
  });
});

describe('columns', () => {
  test.each([
    [
      'with quotes and without a header',
      'What is a?,"It, and more."\nWhat is b?,So.\nWhat is c?,"""No"", he said."\nWhat is d?,"x" is\n',
      ['It, and more.', 'So.', '"No", he said.', 'x is'],
    ],
    [
      'with semicolons, of which the answer holds one more',
      'Question;Answer\nWhat is a?;It; and more.\nWhat is b?;So.\n',
      ['It; and more.', 'So.'],
    ],
    [
      'with an answer that holds a comma and no quotes',
      'question,answer\nWhat is a?,"It",\nWhat is b?,So, and more.\n',
      ['It', 'So, and more.'],
    ],
    [
      'with more behind the answer',
      'question,answer,tags\nWhat is a?,It,x,y\nWhat is b?,So,\n',
      ['It', 'So'],
    ],
  ])('%s', (_, text, answers) => {
    expect(pairsOf(text).map(([, answer]) => answer)).toEqual(answers);
  });
});

describe('numbered lists', () => {
  test.each([
    ['without blank lines', '1. What is a?\nIt.\n2. What is b?\nSo.\n3. What is c?\nNo.\n'],
    [
      'with a blank line now and then',
      '1. What is a?\nIt.\n\n2. What is b?\n\nSo.\n3. What is c?\nNo.\n',
    ],
    ['with a dash before the number', '- 1 . What is a?\n  It.\n- 2 . What is b?\n  So.\n'],
    ['answers at the end', '1. What is a?\n2. What is b?\n\n## Answers\n\n1. It.\n2. So.\n'],
    [
      'answers at the end, of headings',
      '### Q1. What is a?\n\n### Q2. What is b?\n\n**Answer key**\n\n1) It.\n2) So.\n',
    ],
  ])('%s', (_, text) => {
    expect(pairsOf(text).slice(0, 2)).toEqual(PAIRS);
  });

  test('an answer goes on where the next text is not indented either', () => {
    const text = '1. What is a?\nIt.\n\nMore.\n2. What is b?\nSo.\n3. What is c?\nNo.\n';
    expect(pairsOf(text)[0]).toEqual(['What is a?', 'It.\n\nMore.']);
  });

  test('a number that does not count on is text', () => {
    const text = '1. What is a?\n\nIt is\n7. it.\n\n2. What is b?\n\nSo.\n\n3. What is c?\n\nNo.\n';
    expect(pairsOf(text)[0]?.[1]).toBe('It is\n7. it.');
  });

  test.each([
    ['indented', '   A. it\n   B. so\n\n   **Answer: B**'],
    ['flush', 'a) it\nb) so\n\nAnswer: B'],
  ])('choices above an answer belong to the question, %s', (_, below) => {
    const pairs = pairsOf(`1. What is a?\n${below}\n\n2. What is b?\n${below}\n`);
    expect(pairs).toMatchObject([
      [expect.stringMatching(/^What is a\?\n\n\S+ it\n\S+ so$/), 'B'],
      [expect.stringMatching(/^What is b\?\n\n/), 'B'],
    ]);
  });

  test('choices whose answers stand at the end', () => {
    const text =
      '1. What is a?\n   A. it\n   B. so\n\n2. What is b?\n   A. it\n   B. so\n\n# Answers\n1. B\n2. A\n';
    expect(pairsOf(text).map(([, answer]) => answer)).toEqual(['B', 'A']);
    expect(pairsOf(text)[0]?.[0]).toContain('B. so');
  });
});

describe('bullets', () => {
  test('in sections without a question they say what the page is', () => {
    const text =
      '# T\n\n* To help you\n* To sum up\n\n* [A](#a)\n\n## A\n\n* What is a?\n    It.\n* What is b?\n    So.\n* What is c?\n    No.\n';
    expect(pairsOf(text).slice(0, 2)).toEqual(PAIRS);
    expect(pairsOf(text)).toHaveLength(3);
  });

  test('a person may say that those that ask nothing are cards', () => {
    const text = '# T\n\n- a\n  - It.\n- b\n  - So.\n';
    expect(pairsOf(text)).toEqual([]);
    expect(pairsOf(text, { choice: { shape: 'bullets' } })).toEqual([
      ['a', '- It.'],
      ['b', '- So.'],
    ]);
  });

  test('the features of a tool stay what they are beside its questions', () => {
    const text =
      '# Tool\n\n## Features\n\n* fast\n* small\n* kind\n* free\n\n## Usage\n\nrun\n\n## FAQ\n\n* Why is it?\n  So.\n* How is it?\n  So.\n* What is it?\n  It.\n';
    expect(pairsOf(text)).toEqual([]);
  });
});

describe('tables', () => {
  const bare = (text: string) => readList(text).reading.bare;
  const asked = (text: string) => readList(text, { choice: { questionsOnly: true } }).modules;

  test('a column of levels is no answer', () => {
    const text =
      '| Question | Level |\n|---|---|\n| What is a? | Easy |\n| What is b? | Advanced |\n';
    expect(bare(text)).toBe(2);
    expect(asked(text)[0]?.cards).toMatchObject([
      { question: 'What is a?', answer: '', stars: 1 },
      { question: 'What is b?', stars: 3 },
    ]);
  });

  test('links to practise and who asks are none either', () => {
    const text =
      '| No. | Question Title | Practice Links | Companies Asking |\n|---|---|---|---|\n| 1 | What is a? | [x](https://x.y) | A, B |\n| 2 | What is b? | [y](https://x.z) | C |\n';
    expect(asked(text)[0]?.cards).toMatchObject([
      { question: 'What is a?', companies: ['A', 'B'] },
      { question: 'What is b?', companies: ['C'] },
    ]);
  });
});

describe('marks and labels', () => {
  test.each([
    ['initials of other languages', '**P: What is a?**\n\nR: It.\n\n**P: What is b?**\n\nR: So.\n'],
    ['initials in Cyrillic', 'В: What is a?\nО: It.\n\nВ: What is b?\nО: So.\n'],
    [
      'a sample',
      '**Q1: What is a?**\n\n**Sample Answer:** It.\n\n**Q2: What is b?**\n\n**Sample Answer:** So.\n',
    ],
    ['#card', 'What is a? #card\nIt.\n\nWhat is b? #card\nSo.\n'],
    [
      'numbers in Chinese',
      '## 第 1 题\n\nWhat is a?\n\n<details>\n<summary>答案</summary>\nIt.\n</details>\n\n## 第二题\n\nWhat is b?\n\n<details>\n<summary>答案</summary>\nSo.\n</details>\n',
    ],
    [
      'a heading that only counts above one that asks',
      '# Question 1\n## What is a?\nIt.\n# Question 2\n## What is b?\nSo.\n',
    ],
    [
      'sources behind the last words',
      '#### 1) What is a? [[src](https://x.y)]\n\nIt. [[src]](https://x.y)\n\n#### 2) What is b?\n\nSo.\n[[src1]](https://x.y)[[src2]](https://x.z)\n',
    ],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(PAIRS);
  });

  test('lines that say how hard a question is, and its tags, are no part of the answer', () => {
    const text =
      '**Q:** What is a?\n\n**A:** It.\n\n**Difficulty:** 🟢 Easy\n**Tags:** #x #y\n\nMore.\n\n**Q:** What is b?\n\n**A:** So.\n';
    expect(readList(text).modules[0]?.cards[0]).toMatchObject({
      answer: 'It.\n\nMore.',
      stars: 1,
      tags: ['x', 'y'],
    });
  });

  test.each([
    [
      'a title that speaks of it',
      '## Question 1\n\nWhat will the output be?\n\nCODE\n\nIt is 1.\n',
    ],
    [
      'what comes of it below',
      '## 1. Hoisting\n\nCODE\n\n**Output:** 1\n\n## 2. What is b?\n\nSo.\n',
    ],
    ['a heading of its output', '## **🔹 Question 1: Hoisting**\nCODE\n### **Output:**\n1\n'],
  ])('code belongs to the question by %s', (_, text) => {
    const code = '```js\nf();\n```';
    const [question, answer] = pairsOf(text.replace('CODE', code))[0] ?? [];
    expect(question).toContain(code);
    expect(answer).not.toContain('f()');
  });

  test('rules that are drawn divide like any other', () => {
    const text =
      'Q1. What is a?\n- answer: It.\n\n⸻\n\n🔹 more\n\nQ2. What is b?\n- answer: So.\n\n⸻\n';
    expect(pairsOf(text)).toEqual(PAIRS);
  });

  test('frames around questions and answers go', () => {
    const side = (name: string, text: string) => `<div class="${name}">\n\n${text}\n\n</div>\n`;
    const text = [
      side('q', '### What is a?'),
      side('a', 'It.'),
      side('q', '### What is b?'),
      side('a', 'So.'),
    ];
    expect(pairsOf(text.join('\n'))).toEqual(PAIRS);
  });

  test('bold lines within answers are none of the questions that are lettered', () => {
    const text = '**Q1. What is a?**\n\nIt.\n\n**Note**\n\nx\n\n**Q2. What is b?**\n\nSo.\n';
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It.\n\n**Note**\n\nx'],
      ['What is b?', 'So.'],
    ]);
  });

  test('a bold topic before a question is a part of it', () => {
    const text =
      '1. **Loops:** How do they end? [➜](x.md#1)\n   So.\n2. **Lists:** What is one?\n   It.\n3. **Maps:** What is one?\n   It.\n';
    expect(pairsOf(text)[0]).toEqual(['**Loops:** How do they end?', 'So.']);
  });

  test('who asked stands behind a question', () => {
    const { modules } = readList(
      '### 1. Design it (Asked at: X, Y)\n\nSo.\n\n### 2. What is b?\n\nSo.\n',
    );
    expect(modules[0]?.cards[0]).toMatchObject({ question: 'Design it', companies: ['X', 'Y'] });
  });

  test('hashtags say how hard a question is', () => {
    const { modules } = readList(
      '## What is a? #easy\n\nIt.\n\n## What is b? #level/hard\n\nSo.\n',
    );
    expect(modules[0]?.cards).toMatchObject([
      { question: 'What is a?', stars: 1 },
      { question: 'What is b?', stars: 3 },
    ]);
  });

  test('an answer of signs alone is one', () => {
    const text =
      '## What prints `f()`?\n\n`{}`\n\n## What prints `g()`?\n\n**\\_\\_**\n\n## What prints `h()`?\n\n...\n';
    expect(pairsOf(text).map(([, answer]) => answer)).toEqual(['`{}`', '**\\_\\_**', '']);
  });

  test('parts of the page end the last answer', () => {
    const text =
      '**Q: What is a?**\n\nIt.\n\n**Q: What is b?**\n\nSo.\n\n## Contributing\n\nWelcome.\n';
    expect(pairsOf(text)).toEqual(PAIRS);
  });
});

describe('no card', () => {
  test.each([
    [
      'a guide',
      '# How to learn it\n\n## What is it?\n\nIt.\n\n## First steps\n\nGo.\n\n## Exercises\n\nDo.\n',
      'x',
    ],
    [
      "a repository's own papers",
      '# Changelog\n\n## 1. What is new\n\n- a\n\n## 2. What was fixed\n\n- b\n',
      'CHANGELOG',
    ],
  ])('%s', (_, text, name) => {
    expect(pairsOf(text, { around: { name } })).toEqual([]);
  });
});
