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

  test.each([
    ['letters in brackets', 'Q) What is a?\n\nA) It.\n\nQ) What is b?\n\nA) So.'],
    ['emoji of digits', '### 1️⃣ What is a?\n\nIt.\n\n### 2️⃣ What is b?\n\nSo.'],
    ['a comma of Chinese', '## 1、What is a?\n\nIt.\n\n## 2、What is b?\n\nSo.'],
    [
      'sources behind the question',
      '#### 1) What is a? [[src](http://a.b/c)]\n\nIt.\n\n#### 2) What is b? [[src]](http://a.b)\n\nSo.',
    ],
    ['three asterisks', '## Q. ***What is a?***\n\nIt.\n\n## Q. ***What is b?***\n\nSo.'],
    [
      'numbers in summaries',
      '<details>\n<summary><b>1. What is a?</b></summary>\n\nIt.\n\n</details>\n\n<details>\n<summary>2. What is b?</summary>\n\nSo.\n\n</details>',
    ],
    [
      'a label in a quote',
      '### What is a?\n> **Answer:** It.\n\n### What is b?\n> **Answer:**\n> So.',
    ],
    [
      'a footer that links',
      '## 1. What is a?\n\nIt.\n<br>\n\n## 2. What is b?\n\nSo.\n<br>\n\n#### More [here](https://a.b)\n\n<br>\n\n<a href="https://a.b">\n<img src="https://a.b/c.png" alt="c">\n</a>\n',
    ],
    ['plain paragraphs', '# T\n\nWhat is a?\nIt.\n\nWhat is b?\n\nSo.\n\nWhy c?\nC.', 3],
    ['arrows', 'Q1) What is a?\n-> It.\n\nQ2) What is b?\n-> So.\n\nQ3) Why?\n-> C.', 3],
    [
      'numbers and dashes',
      '01 - What is a?\n\nIt.\n\n02 - What is b?\n\nSo.\n\n03 - Why?\n\nC.',
      3,
    ],
    [
      'folds below plain text',
      'What is a?\n\n<details><summary>Show answer</summary>\nIt.\n</details>\n\nWhat is b?\n\n<details><summary>Show answer</summary>\nSo.\n</details>',
    ],
    [
      'folds below items of a list',
      ...[
        `# T\n\n${['1. What is a?', '2. What is b?', '3. Why?'].map((item, n) => `${item}\n\n<details>\n<summary>Answer</summary>\n\n${['It.', 'So.', 'C.'][n]}\n\n</details>`).join('\n\n')}`,
      ],
      3,
    ],
    ['Roman numbers', '#### i. What is a?\nIt.\n\n#### ii. What is b?\nSo.'],
    ['tags of cards', '## What is a? #flashcard\nIt.\n\n## What is b? #card/x\nSo.'],
    [
      'Logseq',
      '- What is a? #card\n\t- It.\n- What is b? #card\n\t- So.\n- Why? #card\n\t- C.',
      3,
      '- ',
    ],
    ['tabs', 'What is a?\tIt.\nWhat is b?\tSo.'],
    ['tabs and semicolons', 'What is a?\tIt.;What is b?\tSo.;'],
    ['commas and semicolons', 'What is a?,It.;What is b?,So.;Why?,C.', 3],
    ['commas and semicolons by line', 'What is a?,It.;\nWhat is b?,So.;\nWhy?,C.;\n', 3],
  ] as [string, string, number?, string?][])('%s', (_, text, count = 2, bullet = '') => {
    const pairs = pairsOf(text);
    expect(pairs).toHaveLength(count);
    expect(pairs.slice(0, 2)).toEqual([
      ['What is a?', `${bullet}It.`],
      ['What is b?', `${bullet}So.`],
    ]);
  });

  test('prose that asks now and then is no list', () => {
    const prose = Array.from(
      { length: 6 },
      (_, n) => `Sentence ${n}.\nIs it so?\n\nText.\n\nMore.`,
    );
    expect(readList(`What is it?\n\n${prose.join('\n\n')}`).modules).toEqual([]);
  });

  test('a fence that was left open ends where the next numbered question is', () => {
    const fence = '```';
    const text = `### 1. What is a?\n\n${fence}js\na\n\n### 2. What is b?\n\nSo.\n\n### 3. Why?\n\n${fence}js\nc\n${fence}`;
    expect(pairsOf(text).map(([question]) => question)).toEqual([
      'What is a?',
      'What is b?',
      'Why?',
    ]);
    const closed = `### 1. What is a?\n\n${fence}md\n\n### 2. What is b?\n${fence}\n\n### 3. Why?\n\nC.`;
    expect(pairsOf(closed)).toHaveLength(2);
  });

  test('a section says how hard its questions are', () => {
    const text =
      '# T\n\n## Beginner Level\n\n### What is a?\n\nIt.\n\n## Advanced\n\n### Why?\n\nSo.';
    const cards = readList(text).modules.flatMap((module) => module.cards);
    expect(cards.map(({ stars }) => stars)).toEqual([1, 3]);
  });

  test('numbers go on over the levels of headings, and what is repeated ends an answer', () => {
    const filler = '## Have a doubt ??';
    const text = `## 1. What is a?\n\nIt.\n\n${filler}\n\n### 2. What is b?\n\n### Way 1\n\nSo.\n\n${filler}\n\n#### 3. What is c?\n\nC.\n\n${filler}\n\n#### 4. Why?\n\nD.`;
    const { modules } = readList(`# T\n\n${text}`);
    expect(pairsOf(text)).toEqual([
      ['What is a?', 'It.'],
      ['What is b?', '### Way 1\n\nSo.'],
      ['What is c?', 'C.'],
      ['Why?', 'D.'],
    ]);
    expect(modules.map(({ title }) => title)).toEqual(['T']);
  });

  test('definitions go on over several lines behind a tab', () => {
    expect(pairsOf('cache\tKeys\nand values\n\npod\tUnit\nnode\tMachine')).toEqual([
      ['cache', 'Keys\nand values'],
      ['pod', 'Unit'],
      ['node', 'Machine'],
    ]);
  });

  test("a sign of one's own divides where the terms ask, or the person says so", () => {
    expect(pairsOf('What is a? - It.\nWhat is b? - So - so.\nWhy? - C.')[1]).toEqual([
      'What is b?',
      'So - so.',
    ]);
    const plain = 'a - It.\nb - So.\nc - C.';
    expect(readList(plain).modules).toEqual([]);
    expect(pairsOf(plain, { choice: { shape: 'table' } })).toHaveLength(3);
  });

  test('a question or two of a manual are none', () => {
    const manual =
      '# T\n\n## Installation\n\nx\n\n## Usage\n\ny\n\n## FAQ\n\n### Why is it slow?\n\nz\n\n## License\n\nMIT';
    expect(readList(manual).modules).toEqual([]);
  });
});
