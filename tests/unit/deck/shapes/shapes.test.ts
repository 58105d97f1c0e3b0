import { describe, expect, test } from 'vitest';
import { SHAPES } from '../../../../src/deck/shapes/decide.js';
import { pairsOf, readList } from './reading.js';

const FENCE = '```';

describe('every shape', () => {
  test.each(SHAPES.map((shape) => [shape.name, shape] as const))(
    '%s reads its own example',
    (name, { example }) => {
      // An example has one question or two, a list many.
      const text = [1, 2, 3]
        .map((n) => example.replace(/\?/, ` in part ${n}?`).replace('1)', `${n})`))
        .join('\n\n');
      const whole = name === 'mochi' || name === 'question-file' || name === 'table';
      const around = name === 'question-file' || name === 'mochi' ? { name: 'What is it' } : {};
      const choice = name === 'mochi' || name === 'question-file' ? { shape: name } : {};
      const { reading, modules } = readList(whole ? example : text, { around, choice });
      expect(reading.shape).toBe(name);
      expect(modules.flatMap(({ cards }) => cards).every(({ answer }) => answer !== '')).toBe(true);
    },
  );
});

describe('what a question is', () => {
  test('heading: the level of the shared prefix; sections of that level are none', () => {
    const text = `# Node\n\n## 1. Basics\n\n## Q. What is it?\n\nA runtime.\n\n### 1. Detail\n\nx\n\n<div align="right">\n  <b><a href="#top">↥ back to top</a></b>\n</div>\n\n## Q. Why?\n\nSpeed.\n`;
    expect(pairsOf(text)).toEqual([
      ['What is it?', 'A runtime.\n\n### 1. Detail\n\nx'],
      ['Why?', 'Speed.'],
    ]);
  });

  test('heading: those that the table of contents links to, though few ask', () => {
    const names = ['Hoisting', 'Currying', 'What is it?', 'Closures'];
    const contents = names.map(
      (name) =>
        `- [${name}](#${name.toLowerCase().replaceAll(/[ ?]/g, (c) => (c === ' ' ? '-' : ''))})`,
    );
    const text = `${contents.join('\n')}\n\n${names.map((name) => `### ${name}\n\nText of ${name}\n`).join('\n')}`;
    expect(pairsOf(text).map(([question]) => question)).toEqual(names);
  });

  test('heading: code, choices and pictures above a fold belong to the question', () => {
    const item = (n: number) =>
      `###### ${n}. What's the output?\n\n${FENCE}js\nlog(${n})\n${FENCE}\n\n- A: \`${n}\`\n- B: none\n\n<details><summary><b>Answer</b></summary>\n<p>\n\n#### Answer: A\n\nBecause ${n}.\n\n</p>\n</details>\n\n---\n`;
    expect(pairsOf(`# Quiz\n\n${[1, 2, 3].map(item).join('\n')}`)[1]).toEqual([
      `What's the output?\n\n${FENCE}js\nlog(2)\n${FENCE}\n\n- A: \`2\`\n- B: none`,
      'A\n\nBecause 2.',
    ]);
  });

  test('heading: boxes are asked unchecked', () => {
    const text =
      '#### Q1. Which?\n\n- [ ] a\n- [x] b\n\n#### Q2. And which?\n\n- [x] c\n- [ ] d\n\nBecause.\n';
    expect(pairsOf(text)).toEqual([
      ['Which?\n\n- [ ] a\n- [ ] b', '- b'],
      ['And which?\n\n- [ ] c\n- [ ] d', '- c\n\nBecause.'],
    ]);
  });

  test('heading: a link back and an anchor are no part of it', () => {
    const text =
      "### [[↑]](#toc) <a name='a'>Why?</a>\n\nSo.\n\n### [[↑]](#toc) <a name='b'>What?</a>###\n\nThis.\n";
    expect(pairsOf(text)).toEqual([
      ['Why?', 'So.'],
      ['What?', 'This.'],
    ]);
  });

  test('numbered-heading: whatever the indentation, and behind a fence left open', () => {
    const text = `1. ### What is A?\n    a\n\n    **[⬆ Back to Top](#toc)**\n\n   2.  ### What is B?\n       ${FENCE}js\n       b\n\n    **[⬆ Back to Top](#toc)**\n\n3. ### What is C?\nc\n`;
    expect(pairsOf(text).map(([question]) => question)).toEqual([
      'What is A?',
      'What is B?',
      'What is C?',
    ]);
  });

  test('bold-line: bold run-ins are text', () => {
    const text =
      '**What is bias? 👶**\n\n**Bias** is an offset.\n\n**What is variance? 🚀**\n\nAnswer here\n';
    const { modules } = readList(text);
    expect(modules[0]?.cards.map(({ stars, answer, defects }) => [stars, answer, defects])).toEqual(
      [
        [1, '**Bias** is an offset.', []],
        [3, '', ['answer-empty']],
      ],
    );
  });

  test('bold-number: it runs on to the first code', () => {
    const text = `**1) FizzBuzz.** Print numbers\n\n* 3: Fizz\n\n${FENCE}py\nx\n${FENCE}\n\n**2)** Other\n\n${FENCE}py\ny\n${FENCE}\n`;
    expect(pairsOf(text)).toEqual([
      ['FizzBuzz. Print numbers\n\n* 3: Fizz', `${FENCE}py\nx\n${FENCE}`],
      ['Other', `${FENCE}py\ny\n${FENCE}`],
    ]);
  });

  test('summary: of several lines, with code and blank lines; a fold left open ends at the next', () => {
    const text = `<details>\n<summary>What does this do?\n\n${FENCE}sh\nls\n\npwd\n${FENCE}\n</summary><br><b>\n\nIt <b>lists</b>.\n</b></details>\n\n<details>\n<summary>Why?</summary><br><b>\nOpen.\n\n<details>\n<summary>How?</summary><br><b>\n</b></details>\n`;
    expect(pairsOf(text)).toEqual([
      [`What does this do?\n\n${FENCE}sh\nls\n\npwd\n${FENCE}`, 'It <b>lists</b>.'],
      ['Why?', 'Open.'],
      ['How?', ''],
    ]);
  });

  test('bullets: a link alone is an answer to doubt, contents are no questions', () => {
    const text =
      '* [Core](#core)\n* [More](#more)\n\n## Core\n\n* **What is A?** - [page](https://a.b)\n* **What is B?**\n  * b\n* **What is C?**\n';
    const { modules, diagnostics } = readList(text);
    expect(modules[0]?.cards.map(({ question }) => question)).toEqual([
      'What is A?',
      'What is B?',
      'What is C?',
    ]);
    expect(diagnostics.map(({ code }) => code)).toEqual(['answer-link', 'answer-empty']);
  });

  test('bullets: answers that were not indented', () => {
    const text = '1. **What is A?**\n\na\n\n2. **What is B?**\n\nb\n\n3. **What is C?**\n\nc\n';
    expect(pairsOf(text)).toEqual([
      ['What is A?', 'a'],
      ['What is B?', 'b'],
      ['What is C?', 'c'],
    ]);
  });

  test('question-answer: each gap is a card; images, links, boxes and \\[ are none', () => {
    const text =
      'Q: What?\nA: This.\n\nMore.\n---\nA note.\n\nC: [One] and [two], ![](x) \\[no\\] [a](b).\n';
    expect(pairsOf(text)).toEqual([
      ['What?', 'This.\n\nMore.'],
      ['[…] and two, ![](x) \\[no\\] [a](b).', 'One'],
      ['One and […], ![](x) \\[no\\] [a](b).', 'two'],
    ]);
  });

  test('obsidian: both ways, between two texts, and gaps; nothing in code or comments', () => {
    const text =
      'a::b\n\nc:::d\n\nFront\n?\nBack <!--SR:!2026-01-01,4,270-->\n\nA ==gap== and {{another}}\n\n`x::y`\n\n<!--p::q-->\n';
    expect(pairsOf(text)).toEqual([
      ['a', 'b'],
      ['c', 'd'],
      ['d', 'c'],
      ['Front', 'Back'],
      ['A […] and another', 'gap'],
      ['A gap and […]', 'another'],
    ]);
  });

  test('table: quoted cells, and columns by their names', () => {
    const text = 'Front,Back,difficulty\n"What, exactly?","a ""b""\nc",hard\nWhy?,so,\n';
    const { modules } = readList(text);
    expect(
      modules[0]?.cards.map(({ question, answer, stars }) => [question, answer, stars]),
    ).toEqual([
      ['What, exactly?', 'a "b"\nc', 3],
      ['Why?', 'so', 2],
    ]);
  });
});

describe('where a card belongs', () => {
  test('the heading above it is its module, what stands above that its part', () => {
    const text =
      '# Android\n\n## Core\n\n### What is A?\n\na\n\n### What is B?\n\nb\n\n## Data\n\n### What is C?\n\nc\n';
    const { modules } = readList(text);
    expect(modules.map(({ part, title, cards }) => [part, title, cards.length])).toEqual([
      ['Android', 'Core', 2],
      ['Android', 'Data', 1],
    ]);
  });

  test('without headings the folder and the file name it', () => {
    const around = { folders: ['databases'], name: 'sql-joins' };
    const { modules } = readList('**What is a join?**\n\nx\n\n**Why?**\n\ny\n', { around });
    expect(modules.map(({ part, title }) => [part, title])).toEqual([['Databases', 'Sql joins']]);
  });

  test('front matter goes before both', () => {
    const text =
      '---\ntitle: Mine\npart: Own\ntags: [a]\n---\n**What is A?**\n\nx\n\n**Why?**\n\ny\n';
    const [module] = readList(text).modules;
    expect([module?.part, module?.title, module?.tags]).toEqual(['Own', 'Mine', ['a']]);
  });

  test.each(['---', '+++'])('a title in TOML between %s is one, too', (fence) => {
    const text = `${fence}\nname = "Own decks"\n${fence}\n\nQ: What is A?\nA: x\n`;
    expect(readList(text).modules[0]?.title).toBe('Own decks');
  });
});

describe('no card', () => {
  test.each([
    [
      'a manual',
      '# Tool\n\n## Install\n\nx\n\n## What is this?\n\ny\n\n## Usage\n\nz\n\n## License\n\nMIT\n',
    ],
    [
      'links',
      '# Awesome\n\n### Questions\n\n* [How to x?](https://a)\n* [What is y?](https://b)\n* [Why?](https://c)\n',
    ],
    [
      'a manual that shows lists in code',
      `# Format\n\n${FENCE}\nQ: What?\nA: This.\n\n## What is x?\n${FENCE}\n\n    **What is A?**\n\nprose\n`,
    ],
    ['prose with a single hit', 'One text.\n\nAnother one.\n\nA third.\n\na::b\n'],
    ['comments', '<!--\n## What is A?\n\na\n\n## What is B?\n\nb\n-->\n'],
  ])('of %s', (_name, text) => {
    const { modules, reading } = readList(text);
    expect(modules).toEqual([]);
    expect(reading.shape).toBeNull();
  });

  test('of bare questions, unless they are asked for', () => {
    const text = '* What is A?\n* What is B?\n  * And C?\n* Why?\n';
    expect(readList(text).reading).toMatchObject({ shape: null, bare: 3 });
    expect(pairsOf(text, { choice: { questionsOnly: true } })).toEqual([
      ['What is A?', ''],
      ['What is B?\n\n* And C?', ''],
      ['Why?', ''],
    ]);
  });
});

test('a text of very many gaps makes no cards, for each would hold all of it', () => {
  expect(readList('==a== '.repeat(100_000)).modules).toEqual([]);
  expect(readList(`C: ${'[a] '.repeat(100_000)}`).modules).toEqual([]);
});

describe('doubts, each at its line', () => {
  test('a number that is missing hides a question', () => {
    const text = '### 1. What is A?\n\na\n\n### 2. What is B?\n\nb\n\n### 4. What is D?\n\nd\n';
    const { diagnostics } = readList(text);
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[9, 'question-hidden']]);
  });

  test('code that is never closed', () => {
    const text = `### What is A?\n\n${FENCE}js\na\n${FENCE}\n\n### What is B?\n\n${FENCE}js\nb\n`;
    const { diagnostics } = readList(text);
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[9, 'unclosed-fence']]);
  });

  test('so do several numbers, as far as a list does not leave them out by itself', () => {
    const item = (number: number) => `### ${number}. What is ${number}?\n\na${number}\n`;
    const doubts = (...numbers: number[]) =>
      readList(numbers.map(item).join('\n'))
        .diagnostics.filter(({ code }) => code === 'question-hidden')
        .map(({ message }) => message.slice(0, 26));
    expect(doubts(1, 2, 3, 6, 7)).toEqual(['numbers 4 to 5 are missing']);
    expect(doubts(1, 2, 3, 100, 101)).toEqual([]);
    expect(doubts(1, 2, 3, 1, 4)).toEqual(['numbers 2 to 3 are missing']);
  });

  test('an answer that says what the question says', () => {
    const text = '### What is A?\n\na\n\n### What is B?\n\nWhat is B?\n\n### Why?\n\nb\n';
    const { diagnostics, modules } = readList(text);
    expect(diagnostics.map(({ line, code }) => [line, code])).toEqual([[5, 'answer-same']]);
    expect(modules[0]?.cards[1]?.defects).toEqual(['answer-same']);
  });

  test('a card that stands there twice', () => {
    const text = '### What is A?\n\na\n\n### What is A?\n\na\n\n### Why?\n\nb\n';
    expect(readList(text).diagnostics.map(({ line, code }) => [line, code])).toEqual([
      [5, 'duplicate-question'],
    ]);
  });
});
