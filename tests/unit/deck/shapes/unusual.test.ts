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
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual(A_AND_B);
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
