import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareHighlighter } from '../../../../src/tui/markdown/highlight.js';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';

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

  test('loose lists keep their empty lines', () => {
    expect(plain('- one\n\n- two')).toBe('• one\n\n• two');
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

  test('code keeps its indentation behind a gutter, and long lines go on', () => {
    expect(plain('```python\nif x:\n    y = 1\n```')).toBe('│ if x:\n│     y = 1');
    expect(plain(`\`\`\`\n${'a'.repeat(30)}\n\`\`\``, 22)).toBe(
      `│ ${'a'.repeat(20)}\n↪ ${'a'.repeat(10)}`,
    );
  });

  test('emphasis and code stay distinct', () => {
    expect(plain('**bold** *it* `code` ~~gone~~')).toBe('*bold* _it_ `code` ~gone~');
  });

  test('links show their address once', () => {
    expect(plain('[site](https://e.org)')).toBe('site (https://e.org)');
    expect(plain('<https://e.org/x>')).toBe('https://e.org/x');
    expect(plain('[[Flash Attention]]')).toBe('_Flash Attention_');
    expect(plain('![a plot](p.png)')).toBe('[image: a plot] (p.png)');
  });

  test('HTML is text', () => {
    expect(plain('a <b>bold</b> `<eos>` <script>')).toBe('a <b>bold</b> `<eos>` <script>');
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
    expect(plain(`${'word '.repeat(20_000)}end`)).toContain('end');
  });
});

const FRAGMENTS = [
  'word',
  'a much longer run of words',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '\n',
  '\n\n',
  '# ',
  '- ',
  '1. ',
  '> ',
  '| a | b |\n|---|---|\n| c | d |\n',
  '[x](https://e.org)',
  '![',
  '](',
  '$x_1^2$',
  '$$',
  '\\(',
  '[[T]]',
  '日本語',
  'ภาษาไทยคำ',
  '👩‍🔬',
  '⚠️',
  '🇩🇪',
  '\t',
  '\u001b[31m',
  '<b>',
  'averyveryveryverylongwordwithoutanybreakinitatallreally',
  '~~',
  '---\n',
  '    code\n',
  'e\u0301',
  '> [!tip] T\n> x\n',
];

describe('whatever the text', () => {
  const markdown = fc
    .array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 })
    .map((parts) => parts.join(''));

  test('no line is wider than asked, and each ends as it began', () => {
    fc.assert(
      fc.property(
        markdown,
        fc.integer({ min: 20, max: 120 }),
        fc.boolean(),
        (text, width, colors) => {
          for (const line of renderMarkdown(text, { width, colors, hyperlinks: colors })) {
            // Containers keep a least width for their text, so only deep nesting may go over.
            expect(stringWidth(line)).toBeLessThanOrEqual(Math.max(width, nested(text)));
            expect(line).not.toContain('\n');
            const codes = line.match(/\u001b\[[\d;]*m/g) ?? [];
            expect(codes.length === 0 || codes.at(-1) === '\u001b[0m').toBe(true);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test('every word of a paragraph is there, in order', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé漢]{1,30}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 80 }), (list, width) => {
        expect(plain(list.join(' '), width).replaceAll(/\s/g, '')).toBe(list.join(''));
      }),
    );
  });
});

/** Columns that the nesting of a text may need beyond its width. */
function nested(text: string): number {
  const depth = (text.match(/[->]|\d\./g) ?? []).length;
  return depth === 0 ? 0 : 24 + 4 * depth;
}
