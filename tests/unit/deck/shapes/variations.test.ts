import { describe, expect, test } from 'vitest';
import { pairsOf, readList } from './reading.js';

describe('lists in other hands', () => {
  test.each([
    ['numbers and a dot', 'Q1. What is a?\nAnswer 1: It.\n\nQ2. What is b?\nAnswer 2: Is.'],
    ['numbers in brackets', 'Q1) What is a?\nA1) It.\n\nQ2) What is b?\nA2) Is.'],
    ['bold by tags', '<b>Q: What is a?</b>\n\nA: It.\n\n<strong>Q:</strong> What is b?\n\nA: Is.'],
    [
      'a Markdown table',
      '# T\n\n| Question | Answer |\n|:--|---|\n| What is a? | It. |\n| What is b? | Is. |',
    ],
    [
      'a table without outer bars',
      'Term | Definition\n---|---\nWhat is a? | It.\nWhat is b? | Is.',
    ],
  ])('%s', (_, text) => {
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It.'],
      ['What is b?', 'Is.'],
    ]);
  });

  test('a dot makes no marker where answers have none', () => {
    const text = 'Q1. What is a?\n\nIt is A.\n\nQ2. What is b?\n\nA1. is a road.';
    expect(readList(text).reading.shape).not.toBe('question-answer');
  });

  test('a bar behind a backslash is text, and a table in code is none', () => {
    const table =
      '| Front | Back | Tags |\n|---|---|---|\n| `a\\|b` | Pipe. | sh, os |\n| b | B. | |';
    expect(pairsOf(table)[0]).toEqual(['`a|b`', 'Pipe.']);
    expect(readList(table).modules[0]?.cards.map(({ tags }) => tags)).toEqual([['sh', 'os'], []]);
    expect(readList(`\`\`\`\n${table}\n\`\`\``).modules).toEqual([]);
  });

  test('a table beside much text is a part of it', () => {
    const prose = Array.from({ length: 12 }, (_, n) => `Sentence ${n} of a page.`).join('\n\n');
    const text = `${prose}\n\n| Question | Answer |\n|---|---|\n| What? | It. |\n| Why? | So. |`;
    expect(readList(text).modules).toEqual([]);
  });

  test('headings above a table are the path to its cards', () => {
    const text = '# N\n\n## L4\n\n| Q | A |\n|---|---|\n| What is a? | It. |\n| What is b? | Is. |';
    expect(readList(text).modules.map(({ title, part }) => [title, part])).toEqual([['L4', 'N']]);
  });

  test.each([
    ['parted by commas', 'easy one, two', ['easy one', 'two']],
    ['parted by blanks', 'one two', ['one', 'two']],
    ['twice', 'One, one', ['One']],
  ])('tags of CSV %s', (_, cell, tags) => {
    const csv = `question,answer,tags\nWhat is a?,It.,"${cell}"`;
    expect(readList(csv).modules[0]?.cards[0]?.tags).toEqual(tags);
  });
});
