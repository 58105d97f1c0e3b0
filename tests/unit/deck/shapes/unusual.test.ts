import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

const A_AND_B = [
  ['What is a?', 'It.'],
  ['What is b?', 'So.'],
];

describe('lists as other tools write them', () => {
  test.each([
    [
      'a model, with a sign before each label',
      '### **1. What is a?**\n\n✅ **Answer:**\nIt.\n\n---\n\n### **2. What is b?**\n\n✅ **Answer:**\nSo.\n',
    ],
    [
      'Google Docs, with backslashes before stops',
      '**Q1\\. What is a?**  \nIt.\n\n**Q2\\. What is b?**  \nSo.\n',
    ],
    [
      'a summary that is a heading',
      '<details>\n<summary><h3>1. What is a?</h3></summary>\n\nIt.\n\n</details>\n<details>\n<summary><h3>2. What is b?</h3></summary>\n\nSo.\n\n</details>\n',
    ],
    [
      'contents in a table',
      '| No. | Questions |\n| --- | --- |\n| 1 | [What is a?](#what-is-a) |\n| 2 | [What is b?](#what-is-b) |\n\n### What is a?\n\nIt.\n\n### What is b?\n\nSo.\n',
    ],
    [
      'anchors to which bold questions are glued',
      '<a id="a"></a>\n**1. What is a?**\n\nIt.\n\n<a name="b"></a>**2. What is b?**<br>\nSo.\n',
    ],
    [
      'footnotes that answer a numbered list',
      '1. What is a?[^1]\n2. What is b? [^x]\n\n## Answers\n\n[^1]: It.\n[^x]: So.\n',
    ],
    [
      'footnotes that answer headings, before the mark',
      '## What is a[^1]?\n\n## What is b?[^2]\n\n[^2]:\n    So.\n\n[^1]: It.\n',
    ],
    [
      'a heading of the same level for each answer',
      '### Q. What is a?\n\n### A.\n\nIt.\n\n### Q. What is b?\n\n### A.\n\nSo.\n',
    ],
    [
      'a question that is marked above an answer that is not',
      'Question: What is a?\n\nIt.\n\nQuestion: What is b?\n\nSo.\n',
    ],
    [
      'a talk',
      '**Interviewer:** What is a?\n\n**Candidate:** It.\n\n**Interviewer:** What is b?\n\n**Candidate:** So.\n',
    ],
    [
      'a quiz that is called so',
      '# Quiz\n\n1. What is a?\n\n   **Correct answer:** It.\n\n2. What is b?\n\n   **Correct answer:** So.\n',
    ],
    ['sides by their names', 'Front: What is a?\nBack: It.\n\nFront: What is b?\nBack: So.\n'],
    [
      'notes for Anki between START and END',
      'START\nBasic\nWhat is a?\nBack: It.\nTags: x y\n<!--ID: 12-->\nEND\n\nText.\n\nSTARTI [Basic] What is b? Back: So. ENDI\n',
    ],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(A_AND_B);
  });

  test('answers at the end of a page answer no single question', () => {
    const text =
      '## Q1. What is a?\n\nIt.\n\n## Q2. What is b?\n\nSo.\n\n## Answers\n\n1. x\n2. y\n';
    expect(pairsOf(text)).toEqual(A_AND_B);
  });

  test('a field that is called like a side makes no card', () => {
    expect(pairsOf('Term: 3 years\n\nThe rest.\n\nBack: home\n')).toEqual([]);
  });

  test('footnotes of a text stay where they are', () => {
    const text =
      '## What is a?\n\nIt[^1] is[^2].\n\n## What is b?[^3]\n\nSo.\n\n[^1]: x\n[^2]: y\n[^3]: z\n';
    expect(pairsOf(text)[0]).toEqual(['What is a?', 'It[^1] is[^2].']);
    expect(pairsOf(text)[1]?.[0]).toBe('What is b?[^3]');
  });

  test('a question with a footnote of its own and an answer below keeps both', () => {
    const text = '## What is a?[^1]\n\nIt.\n\n## What is b?[^2]\n\nSo.\n\n[^1]: One.\n[^2]: Two.\n';
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It.\n\nOne.'],
      ['What is b?', 'So.\n\nTwo.'],
    ]);
  });

  test('a gap before a blank end leaves no blank behind', () => {
    expect(pairsOf('C: a [b] [c ]\n\nC: d [e]', { choice: { shape: 'question-answer' } })).toEqual([
      ['a […] c', 'b'],
      ['a b […]', 'c'],
      ['d […]', 'e'],
    ]);
  });

  test('a fold that the end of a table leaves open is no row of it', () => {
    const table = 'question,answer\nWhat is a?,It.\n??? "b"\n    c';
    const { modules, diagnostics } = readList(table, { choice: { shape: 'table' } });
    const lines = modules.flatMap(({ cards }) => cards.map(({ line }) => line));
    expect(Math.max(...lines, ...diagnostics.map(({ line }) => line))).toBeLessThanOrEqual(4);
  });

  test('notes for Anki with gaps, both ways, with tags and code', () => {
    const text =
      'START\nCloze\nA is {it} or {{c2::so}}.\nEND\n\nSTART\nBasic (and reversed card)\na\nBack:\n```sh\nEND\n```\nTags: x\nEND\n';
    const { modules } = readList(text);
    expect(modules.flatMap(({ cards }) => cards)).toMatchObject([
      { question: 'A is […] or so.', answer: 'it' },
      { question: 'A is it or […].', answer: 'so' },
      { question: 'a', answer: '```sh\nEND\n```', tags: ['x'] },
      { question: '```sh\nEND\n```', answer: 'a', tags: ['x'] },
    ]);
  });

  test('a note for Anki with nothing between START and END is none', () => {
    const note = 'START\nBasic\na\nBack: It.\nEND';
    expect(pairsOf(`${note}\n\nSTART\nEND`)).toEqual([['a', 'It.']]);
    const { diagnostics } = readList('START\nEND', { choice: { shape: 'table' } });
    expect(diagnostics.every(({ line }) => line <= 2)).toBe(true);
  });

  test('a front whose heading is empty begins with its first text', () => {
    expect(pairsOf('## a\n***\nIt.\n\n##\n\nWhat is b?\n***\nSo.\n')).toEqual([
      ['a', 'It.'],
      ['What is b?', 'So.'],
    ]);
  });

  test('boxes of tasks are no part of a question', () => {
    const text = '- [ ] What is a?\n  It.\n- [x] What is b?\n  So.\n- [ ] What is c?\n  No.\n';
    expect(pairsOf(text).slice(0, 2)).toEqual(A_AND_B);
  });

  test('questions in italics', () => {
    const text = '*What is a?*\n\nIt.\n\n*What is b?*\n\nSo.\n\n*What is c?*\n\nNo.\n';
    expect(pairsOf(text).slice(0, 2)).toEqual(A_AND_B);
  });

  test('a heading above roman numbers is no question', () => {
    const text =
      '# Exam\n\nI. What is a?\n\nIt.\n\nII. What is b?\n\nSo.\n\nIII. What is c?\n\nNo.\n';
    expect(pairsOf(text).slice(0, 2)).toEqual(A_AND_B);
  });

  test('numbered problems with parts of their own', () => {
    const problem = (n: number, name: string) =>
      `# ${n}. ${name}\n\n**Difficulty:** Easy\n\n## Problem\n\nFind it.\n\n## Solution\n\n\`\`\`py\nf()\n\`\`\`\n\n`;
    const { modules } = readList(problem(1, 'Two sums') + problem(2, 'Three sums'));
    expect(modules.flatMap(({ cards }) => cards)).toMatchObject([
      { question: 'Two sums\n\n## Problem\n\nFind it.', answer: '```py\nf()\n```', stars: 1 },
      { question: 'Three sums\n\n## Problem\n\nFind it.', answer: '```py\nf()\n```', stars: 1 },
    ]);
  });
});
