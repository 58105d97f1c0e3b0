import { beforeAll, describe, expect, test } from 'vitest';
import { prepareHighlighter } from '../../../../src/tui/markdown/highlight.js';
import { linksOf } from '../../../../src/tui/markdown/links.js';
import { renderMarkdown, renderPlain } from '../../../../src/tui/markdown/render.js';
import { cpuTime } from '../../../support/cpu-time.js';

const plain = (text: string, width = 40) =>
  renderMarkdown(text, { width, colors: false, hyperlinks: false }).join('\n');
const colored = (text: string, width = 40) =>
  renderMarkdown(text, { width, colors: true, hyperlinks: false }).join('\n');

beforeAll(prepareHighlighter);

describe('blocks without colours', () => {
  test('headings show their level', () => {
    expect(plain('# One\n\n### Three')).toBe('# One\n\n### Three');
  });

  test('paragraphs wrap between words', () => {
    expect(plain('The quick brown fox jumps over the lazy dog.', 20)).toBe(
      'The quick brown fox\njumps over the lazy\ndog.',
    );
  });

  test('hard breaks are kept, soft ones are not', () => {
    expect(plain('one\ntwo  \nthree')).toBe('one two\nthree');
  });

  test('lists hang after their bullets and numbers', () => {
    expect(plain('- one two three four five six seven\n  - inner\n- last', 20)).toBe(
      '• one two three four\n  five six seven\n  ◦ inner\n• last',
    );
    expect(plain('9. nine\n10. ten')).toBe(' 9. nine\n10. ten');
    expect(plain('- [ ] open\n- [x] done')).toBe('☐ open\n☑ done');
  });

  test('loose lists keep their empty lines, also around a tight one', () => {
    expect(plain('- one\n\n- two')).toBe('• one\n\n• two');
    expect(plain('- a\n- b\n  - c\n\n  - d')).toBe('• a\n• b\n  ◦ c\n\n  ◦ d');
    expect(plain('- a\n- b\n  1) c\n  2) d')).toBe('• a\n• b\n  1) c\n  2) d');
  });

  test('a box belongs to the item it stands in', () => {
    expect(plain('- > [ ] said')).toBe('• ▌ [ ] said');
    expect(plain('- [ ]')).toBe('☐');
  });

  test('containers without room for their indent are drawn without it', () => {
    expect(plain(`${'> '.repeat(6)}one two three four`, 20)).toBe(
      ['▌ ▌ ▌ ▌ one two', '▌ ▌ ▌ ▌ three four'].join('\n'),
    );
    expect(plain(`${'- '.repeat(6)}one two three`, 20)).toContain('one two');
    expect(plain('999999999. one two three', 20)).toBe('999999999.\none two three');
  });

  test('quotes have a bar, call-outs a title', () => {
    expect(plain('> said\n> so')).toBe('▌ said so');
    expect(plain('> [!tip] Insight\n> Caches cost memory.')).toBe(
      '▌ *Insight*\n▌ Caches cost memory.',
    );
    expect(plain('> [!warning]\n> Careful.')).toBe('▌ *Warning*\n▌ Careful.');
  });

  test('tables are drawn with their alignment', () => {
    expect(plain('| a | n |\n|---|--:|\n| left | 1 |\n| x | 1,000 |')).toBe(
      [
        '┌──────┬───────┐',
        '│ a    │     n │',
        '├──────┼───────┤',
        '│ left │     1 │',
        '│ x    │ 1,000 │',
        '└──────┴───────┘',
      ].join('\n'),
    );
  });

  test('a table without room is drawn record by record', () => {
    const text = plain(
      '| one | two | three |\n|---|---|---|\n| alphabetical | numerical | geometrical |',
      24,
    );
    expect(text).toBe('one: alphabetical\ntwo: numerical\nthree: geometrical');
  });

  test('cells break words before a table gives up its columns', () => {
    expect(
      plain('| alphabetical | numerical | geometrical |\n|---|---|---|\n| a | b | c |', 36),
    ).toBe(
      [
        '┌──────────┬───────────┬───────────┐',
        '│ alphabet │ numerical │ geometric │',
        '│ ical     │           │ al        │',
        '├──────────┼───────────┼───────────┤',
        '│ a        │ b         │ c         │',
        '└──────────┴───────────┴───────────┘',
      ].join('\n'),
    );
  });

  test('a table of one line or of too many columns loses nothing', () => {
    expect(plain('| alphabetical | numerical |\n|---|---|', 20)).toBe('alphabetical\nnumerical');
    const wide = `${'|a'.repeat(101)}|\n${'|-'.repeat(101)}|\n${'|b'.repeat(101)}|`;
    expect(plain(wide, 80).split('\n')).toEqual(Array.from({ length: 101 }, () => 'a: b'));
  });

  test('formulas on lines of their own', () => {
    expect(plain('so\n$$\n\\alpha\n= \\frac{a}{b} \\\\\n- c\n$$\nend')).toBe(
      'so\n\n      a\n  α = ─\n      b\n  − c\n\nend',
    );
    expect(plain('\\[ x^2 \\]')).toBe('  x²');
    expect(plain('> $$\n> x_1\n> $$')).toBe('▌   x₁');
    expect(plain('$$\n\\begin{aligned}\na &= b\n\\end{aligned}\n$$')).toBe('  a = b');
  });

  test('brackets and dollars that are no formula stay', () => {
    expect(plain('\\[1\\]')).toBe('[1]');
    expect(plain('$$\n\nnever closed')).toBe('$$\n\nnever closed');
  });

  test('code keeps its indentation behind a gutter, and long lines go on', () => {
    expect(plain('```python\nif x:\n    y = 1\n```')).toBe('│ if x:\n│     y = 1');
    expect(plain(`\`\`\`\n${'a'.repeat(30)}\n\`\`\``, 22)).toBe(
      `│ ${'a'.repeat(20)}\n↪ ${'a'.repeat(10)}`,
    );
  });

  test('tabs in code reach to the next stop, and words go on whole', () => {
    expect(plain('```\n\tx\na\tb\n```')).toBe('│     x\n│ a   b');
    expect(plain('```\nalpha beta gamma delta epsilon\n```', 24)).toBe(
      '│ alpha beta gamma delta\n↪  epsilon',
    );
  });

  test('Thai and Chinese wrap between words, and no line begins with their full stop', () => {
    expect(plain('ภาษาไทยไม่มีช่องว่างระหว่างคำ', 20)).toBe('ภาษาไทยไม่มีช่องว่าง\nระหว่างค\u0e4d\u0e32');
    expect(plain('漢字漢字漢字漢字漢字。漢字', 20)).not.toContain('\n。');
  });

  test('emphasis and code stay distinct', () => {
    expect(plain('**bold** *it* `code` ~~gone~~')).toBe('*bold* _it_ `code` ~gone~');
  });

  test('links show their address once', () => {
    expect(plain('[site](https://e.org)')).toBe('site (https://e.org)');
    expect(plain('<https://e.org/x>')).toBe('https://e.org/x');
    expect(plain('[x](mailto:a@b.org) [a@b.org](mailto:a@b.org)')).toBe(
      'x (mailto:a@b.org) a@b.org',
    );
    expect(plain('[https://e.org/ü](https://e.org/ü)')).toBe('https://e.org/ü');
    expect(plain('[[Flash Attention]]')).toBe('_Flash Attention_');
    expect(plain('![a plot](p.png)')).toBe('[image: a plot] (p.png)');
    expect(plain('![a plot](my%20p.png)')).toBe('[image: a plot] (my p.png)');
    expect(plain('![my p.png](my%20p.png)')).toBe('[image: my p.png]');
    expect(plain('![a](p%1B%5B2J%E2%80%AE.png)')).not.toMatch(/[\u001b\u202e]/);
  });

  test('HTML is text', () => {
    expect(plain('a <eos> `<b>x</b>` <script>')).toBe('a <eos> `<b>x</b>` <script>');
  });

  test('there is no escape at all', () => {
    expect(plain('# H\n\n**b** `c` [l](https://e.org)\n\n```python\nimport x\n```')).not.toContain(
      '\u001b',
    );
  });
});

describe('with colours', () => {
  test('code is coloured by its language', () => {
    expect(colored('```python\nimport os\n```')).toContain('\u001b[35mimport\u001b[0m os');
    expect(colored('```nonsense\nimport os\n```')).toContain('import os');
  });

  test('levels of headings differ', () => {
    const drawn = [1, 2, 3, 4].map((level) => colored(`${'#'.repeat(level)} T`));
    expect(new Set(drawn).size).toBe(4);
  });

  test('a call-out’s title keeps its own styles and wraps', () => {
    expect(plain('> [!tip] With `code` and a title that is long\n> text', 24)).toBe(
      ['▌ *With `code` and a', '▌ title that is long*', '▌ text'].join('\n'),
    );
  });

  test('links are hyperlinks where the terminal knows them, to the web and mail only', () => {
    const draw = (text: string) =>
      renderMarkdown(text, { width: 60, colors: true, hyperlinks: true }).join('\n');
    expect(draw('[site](https://e.org/ü)')).toContain('\u001b]8;;https://e.org/%C3%BC\u001b\\');
    expect(draw('see https://e.org/x.')).toContain('\u001b]8;;https://e.org/x\u001b\\');
    expect(draw('[bad](file:///etc/passwd)')).not.toContain('\u001b]8');
    expect(draw('[bad](javascript:alert(1))')).not.toContain('\u001b]8');
  });
});

describe('hostile text', () => {
  test.each(['\u001b[2J', '\u009b2J', '\u001b]52;c;eA==\u0007', '\u202e'])(
    '%j is shown, not sent',
    (text) => {
      const all = [
        `a ${text} b`,
        `\`${text}\``,
        `\`\`\`\n${text}\n\`\`\``,
        `[x](https://e.org/${text})`,
        `$${text}$`,
      ];
      for (const markdown of all) {
        const drawn = renderMarkdown(markdown, { width: 40, colors: true, hyperlinks: true }).join(
          '\n',
        );
        expect(drawn).not.toContain(text);
      }
    },
  );

  test('deep nesting and long text lose nothing', () => {
    expect(plain(`${'- '.repeat(3000)}deep`)).toContain('deep');
    expect(plain(`${'> '.repeat(3000)}deep`)).toContain('deep');
    expect(plain(`${'word '.repeat(50_000)}end`)).toContain('end');
  });

  test('long text that is not read as Markdown keeps its lines', () => {
    const lines = plain(`  *a*\n${'x\n'.repeat(100_001)}`).split('\n');
    expect(lines.slice(0, 2)).toEqual(['  *a*', 'x']);
  });

  // Each takes well under a second; in quadratic time Chinese would take half a minute.
  test.each([
    ['brackets', '['],
    ['pictures', '!['],
    ['emphasis', '*a **a '],
    ['backticks', '` '],
    ['dollars', '$a '],
    ['tables', '|a|\n|-|\n|b|\n\n'],
    ['lists', '- a\n'],
    ['a long word', 'a'],
    ['Chinese', '漢字'],
    ['Thai', 'ภาษาไทยคำ'],
    ['emoji', '👩‍🔬'],
    ['addresses', 'http://) '],
  ])('%s without end take bounded time', (_, part) => {
    const text = part.repeat(50_000 / part.length);
    const start = cpuTime();
    renderMarkdown(text, { width: 76, colors: true, hyperlinks: true });
    renderMarkdown(`a|b\n-|-\n${part.repeat(20_000 / part.length)}|x`, {
      width: 76,
      colors: true,
      hyperlinks: true,
    });
    linksOf(`http://a.org ${text}`);
    expect(cpuTime() - start).toBeLessThan(10_000);
  });
});

describe('text that is not Markdown', () => {
  test('is drawn as it is', () => {
    const lines = renderPlain('*a* f(x)[0]\n  indented\n\u001b[2J', {
      width: 40,
      colors: true,
      hyperlinks: true,
    });
    expect(lines).toEqual(['*a* f(x)[0]', '  indented', '␛[2J']);
  });
});
