import fc from 'fast-check';
import stringWidth from 'string-width';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareHighlighter } from '../../../../src/tui/markdown/highlight.js';
import { linksOf } from '../../../../src/tui/markdown/links.js';
import { renderMarkdown } from '../../../../src/tui/markdown/render.js';

beforeAll(prepareHighlighter);

const FRAGMENTS = [
  'word',
  'a much longer run of words',
  '**',
  '*',
  '_',
  '`',
  '```\n',
  '```python\n',
  '\n',
  '\n\n',
  '# ',
  '- ',
  '  - ',
  '1. ',
  '999999999) ',
  '> ',
  '\n| a | b |\n|---|--:|\n| c | d |\n',
  '|',
  '[x](https://e.org)',
  '<https://e.org/a?b=c>',
  'https://e.org/ü)',
  '[y](javascript:x)',
  '![',
  '](',
  '$x_1^2$',
  '$\\frac{a}{\\hat{b}} \\le \\text{x}$',
  '$$',
  '\n$$\n',
  '\\(',
  '\\[',
  '[[T]]',
  '日本語。',
  'ภาษาไทยคำ',
  'กำ',
  'क्षि',
  '\u1112\u1161\u11ab',
  '👩‍🔬',
  '⚠️',
  '1️⃣',
  '👍🏽',
  '🇩🇪',
  '\t',
  '\r',
  '\u001b[31m',
  '\u001b]8;;https://evil.org\u0007',
  '\u009b2J',
  '\u202e',
  '\u200b',
  '\u00ad',
  '\u0301',
  '&#27;',
  '&#x202e;',
  '&NewLine;',
  '\ud800',
  '<b>',
  '</b>',
  '<sub>',
  '</sub>',
  '<br>',
  '<kbd>x</kbd>',
  '<img src="https://e.org/a.png" alt="w">',
  '\n<table>\n<tr><td>c</td></tr>\n</table>\n\n',
  '<ul><li>',
  '</ul>',
  '\n<div>\n\n',
  '\n</div>\n',
  '<pre>',
  '</pre>',
  '<code>',
  '</code>',
  'averyveryveryverylongwordwithoutanybreakinitatallreally',
  '~~',
  '---\n',
  '\n    code\n',
  'e\u0301',
  '\n> [!tip] T\n> x\n',
  '\\',
];

const markdown = fc
  .array(fc.constantFrom(...FRAGMENTS), { maxLength: 40 })
  .map((parts) => parts.join(''));
const widths = fc.integer({ min: 20, max: 120 });

/** What is left of a line without the escapes that the drawing makes. */
function withoutEscapes(line: string): string {
  return line
    .replaceAll(/\u001b\[\d+(;\d+)*m/g, '')
    .replaceAll(/\u001b\]8;;((https?:\/\/|mailto:)[\x21-\x7e]+)?\u001b\\/g, '');
}

/** Whether styles and hyperlinks opened in a line are closed in it. */
function endsReset(line: string): boolean {
  const styles = line.match(/\u001b\[[\d;]*m/g) ?? [];
  const links = line.match(/\u001b\]8;;[^\u001b]*\u001b\\/g) ?? [];
  const lastLink = links.at(-1) ?? '\u001b]8;;\u001b\\';
  return (styles.at(-1) ?? '\u001b[0m') === '\u001b[0m' && lastLink === '\u001b]8;;\u001b\\';
}

describe('whatever the text', () => {
  test('no line is wider than asked, none holds a control character, each ends reset', () => {
    fc.assert(
      fc.property(
        markdown,
        widths,
        fc.boolean(),
        fc.boolean(),
        (text, width, colors, hyperlinks) => {
          for (const line of renderMarkdown(text, { width, colors, hyperlinks })) {
            expect(stringWidth(line)).toBeLessThanOrEqual(width);
            expect(endsReset(line)).toBe(true);
            expect(withoutEscapes(line)).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('without colours and hyperlinks there is no escape at all', () => {
    fc.assert(
      fc.property(markdown, widths, (text, width) => {
        const lines = renderMarkdown(text, { width, colors: false, hyperlinks: false });
        expect(lines.join('')).not.toContain('\u001b');
      }),
      { numRuns: 500 },
    );
  });

  test('colours change no text but the marks that stand for them', () => {
    fc.assert(
      fc.property(widths, (width) => {
        const text = 'Some words with no marks, 日本語 and ⚠️.\n\n- a\n- b\n\n| a |\n|---|\n| c |';
        const plain = renderMarkdown(text, { width, colors: false, hyperlinks: false });
        const colored = renderMarkdown(text, { width, colors: true, hyperlinks: true });
        expect(colored.map((line) => withoutEscapes(line).trimEnd())).toEqual(plain);
      }),
    );
  });

  test('no link leads elsewhere than to the web or to mail', () => {
    fc.assert(
      fc.property(markdown, (text) => {
        for (const { url } of linksOf(text)) expect(url).toMatch(/^(https?:|mailto:)[\x21-\x7e]+$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('no text is lost', () => {
  test('every word of a paragraph is there, in order', () => {
    const words = fc.array(fc.stringMatching(/^[a-zé漢]{1,30}$/), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(words, widths, (list, width) => {
        const lines = renderMarkdown(list.join(' '), { width, colors: false, hyperlinks: false });
        expect(lines.join('').replaceAll(/\s/g, '')).toBe(list.join(''));
      }),
    );
  });

  test('every word between any marks is there', () => {
    // A fence's language and a cell without a column are not shown, as Markdown has it.
    const marks = FRAGMENTS.filter((mark) => !/```|\||&|~~|\[!/.test(mark));
    const parts = fc.array(fc.constantFrom(...marks), { maxLength: 30 });
    fc.assert(
      fc.property(parts, widths, fc.boolean(), (list, width, colors) => {
        const words = list.map((_, at) => `w${at}w`);
        const text = list.map((mark, at) => `${mark} ${words[at]} `).join('');
        const shown = renderMarkdown(text, { width, colors, hyperlinks: false });
        const all = shown
          .map(withoutEscapes)
          .join('')
          .replaceAll(/[\s▌•◦▪│↪]/g, '');
        expect(words.filter((word) => !all.includes(word))).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});
