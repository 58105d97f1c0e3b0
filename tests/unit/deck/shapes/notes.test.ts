import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

const FENCE = '```';
const PAIRS = [
  ['What is a?', 'It.'],
  ['What is b?', 'So.'],
];

describe("people's own notes", () => {
  test.each([
    [
      'call-outs whose body answers',
      '> [!question]- What is a?\n> It.\n\nprose\n\n> [!FAQ] What is b?\n>\n> So.',
    ],
    [
      'call-outs within call-outs',
      '> [!question] What is a?\n> > [!success]- Answer\n> > It.\n\n> [!question]\n> What is b?\n>\n> > [!tip]-\n> > So.',
    ],
    [
      'a call-out behind a call-out',
      '> [!question] What is a?\n\n> [!answer]-\n> It.\n\n> [!question] What is b?\n> [!answer] Answer:\n> So.',
    ],
    ['emoji in a list', '- ❓ What is a?\n  - ✅ It.\n- ❓ **What is b?**\n  - ✅ So.'],
    ['emoji on bare lines', '🔹 **1. What is a?**\n💡 It.\n\n🔹 **2. What is b?**\n💡 So.'],
    ['emoji before headings', '### ❓ What is a?\n\n💡 It.\n\n### ❓ What is b?\n\n💡 So.'],
    ['rules between pairs', 'What is a?\nIt.\n\n---\n\nWhat is b?\n\nSo.'],
    ['rules between all', 'What is a?\n\n---\n\nIt.\n\n***\n\nWhat is b?\n\n---\n\nSo.'],
    [
      'headings in HTML',
      '<h1>T</h1>\n\n<h3>1. What is a?</h3>\n\nIt.\n\n<h3 id="b"><b>2. What is b?</b></h3>\n<p>So.</p>',
    ],
    ['headings in one block of HTML', '<h2>What is a?</h2>\nIt.\n<h2>What is b?</h2>\nSo.'],
    ['dashes', 'Q - What is a?\nA - It.\n\nQ - What is b?\nA - So.'],
    ['dashes in headings', '### Q - What is a?\nA - It.\n\n### Q - What is b?\nA - So.'],
    ['words', 'Question: What is a?\n\nAnswer: It.\n\nQuestion: What is b?\n\nAnswer: So.'],
    [
      'words in bold',
      '**Question 1:** What is a?\n**Ans:** It.\n\n**Question 2:** What is b?\n**Ans -** So.',
    ],
    ['words cut short', 'Ques 1. What is a?\nAns. It.\n\nQues 2. What is b?\nAns. So.'],
    [
      'words on their own lines',
      'Question 1\nWhat is a?\nAnswer\nIt.\n\nQuestion 2\nWhat is b?\nAnswer\nSo.',
    ],
    ['letters in a list', '- **Q:** What is a?\n  **A:** It.\n- **Q:** What is b?\n  **A:** So.'],
    ['letters in two lists', '* Q: What is a?\n  * A: It.\n* Q: What is b?\n  * A: So.'],
    ['answers in quotes', 'Q: What is a?\n> A: It.\n\nQ: What is b?\n> A: So.'],
    ['all on one line', 'Q: What is a? A: It.\nQ: What is b? A: So.'],
    ['other languages', 'Frage: What is a?\nAntwort: It.\n\nFrage: What is b?\nAntwort: So.'],
    ['signs of full width', '问：What is a?\n答：It.\n\n问：What is b?\n答：So.'],
    [
      'headings that only count',
      '## Question 1\n\nWhat is a?\n\nIt.\n\n## Question 2\n\nWhat is b?\n\nSo.',
    ],
    [
      'bold lines that only count',
      '**Question 1**\n\nWhat is a?\n\n**Answer:** It.\n\n**Question 2**\n\nWhat is b?\n\n**Answer:** So.',
    ],
    ['bold lines by tags', '<b>What is a?</b><br>\n\nIt.\n\n<strong>What is b?</strong>\n\nSo.'],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(PAIRS);
  });

  test('what follows a title that only counts is the question, code and all', () => {
    const item = (n: number) =>
      `### Question ${n}\n\nWhat is printed?\n\n${FENCE}js\nlog(${n})\n${FENCE}\n\n**Answer:**\n\n${n}`;
    expect(pairsOf(`${item(1)}\n\n${item(2)}`)[1]).toEqual([
      `What is printed?\n\n${FENCE}js\nlog(2)\n${FENCE}`,
      '2',
    ]);
  });

  test('choices are no answers', () => {
    const text =
      'Q1. Which?\nA. one\nB. two\nAnswer: B\n\nQ2. And which?\nA. one\nB. two\nAnswer: A';
    expect(pairsOf(text)).toEqual([
      ['Which?\nA. one\nB. two', 'B'],
      ['And which?\nA. one\nB. two', 'A'],
    ]);
  });

  test('several answers behind emoji are a list', () => {
    const text = '❓ What is a?\n✅ It\n✅ So\n\n❓ What is b?\n✅ So.';
    expect(pairsOf(text)).toEqual([
      ['What is a?', '✅ It\n✅ So'],
      ['What is b?', 'So.'],
    ]);
  });
});

describe('difficulty', () => {
  test.each([
    ['a comment behind it', '## What is a? <!-- easy -->\n\nIt.', 1],
    ['a comment below it', '## What is a?\n<!-- difficulty: hard -->\n\nIt.', 3],
    ['a comment above it', '<!-- hard -->\n## What is a?\n\nIt.', 3],
    ['stars in a comment', '## What is a? <!-- ★★★ -->\n\nIt.', 3],
    ['a word before it', '## [Hard] What is a?\n\nIt.', 3],
    ['a word with its name', '## What is a? (Level: Easy)\n\nIt.', 1],
    ['a line of its own', '## What is a?\n\n**Difficulty:** Hard\n\nIt.', 3],
    ['a line of its own with stars', '## What is a?\n\n*Level: ⭐*\n\nIt.', 1],
    ['a comment behind Q:', 'Q: What is a? <!-- easy -->\nA: It.\n\nQ: What is b?\nA: So.', 1],
    ['a comment in a call-out', '> [!question] What is a? <!-- easy -->\n> It.', 1],
  ])('%s', (_, text, stars) => {
    const [card] = readList(`${text}\n\n`).modules.flatMap(({ cards }) => cards);
    expect([card?.question, card?.answer, card?.stars]).toEqual(['What is a?', 'It.', stars]);
  });

  test('a comment above the next question is none of the last', () => {
    const text = '## What is a?\n\nIt.\n\n<!-- hard -->\n## What is b?\n\nSo.\n';
    const cards = readList(text).modules.flatMap((module) => module.cards);
    expect(cards.map(({ stars }) => stars)).toEqual([2, 3]);
  });

  test('code that looks like a comment is part of the question', () => {
    const text = '## What does `<!-- easy -->`\n\nA comment.\n\n## Why?\n\nSo.\n';
    expect(pairsOf(text)[0]?.[0]).toBe('What does `<!-- easy -->`');
  });
});

describe('no card', () => {
  test.each([
    [
      'of a question to oneself',
      'Notes.\n\n> [!question] Ask Bob?\n\n> [!note] A note\n> text\n\nMore.',
    ],
    ['of a list of features', '- ✅ Fast\n- ✅ Small\n- ❓ Windows\n- ✅ Tests\n- ❌ GUI\n'],
    [
      'of chapters between rules',
      'One text.\n\n---\n\nAnother one.\n\n---\n\nWhy not? So it is.\n',
    ],
    ['of a page in HTML', '<h1>Tool</h1>\n\n<h2>Install</h2>\n\nx\n\n<h2>Usage</h2>\n\ny\n'],
    [
      'of HTML that is shown as it is',
      '<pre>\n<h2>What is a?</h2>\nIt.\n<h2>Why?</h2>\nSo.\n</pre>',
    ],
    ['of headings in HTML within code', `${FENCE}html\n<h2>What is a?</h2>\n${FENCE}\n\nprose`],
    ['of a letter alone', 'A. Smith wrote it.\n\nQ. Jones read it.\n'],
  ])('%s', (_, text) => {
    const { modules, reading } = readList(text);
    expect(modules).toEqual([]);
    expect(reading.bare).toBe(0);
  });
});
