import { describe, expect, test } from 'vitest';
import { linksOf } from '../../src/tui/markdown/links.js';
import { renderMarkdown } from '../../src/tui/markdown/render.js';
import { cpuTime } from '../support/cpu-time.js';

const OPTIONS = { width: 80, colors: true, hyperlinks: true };

const PIECES = [
  ...['<b>', '</b>', '<b', '<b a="', '<code>', '<code><b>', '<pre>', '<pre>\n', '\n<div>\n\n'],
  ...['<table>', '<tr><td>', '<ul><li>', '<b></i>', '<td rowspan=50 colspan=50>', '<p>a\n\n'],
  ...['[', '![', '[a](', '[a][', ']', '](', '[[', '<', '<a', '<http://', '<!--', '&', '&amp;'],
  ...['*', '**', '_', '***a', '*a_', '**a __b', '~~', '~', '`', '``', '`a``b', '\\', '$', '$$'],
  ...['$a', '\\(', '\\[', '$\\frac{', '$x_{', '^{', '$\\sqrt{a}$ ', '|', '| a ', 'a|b\n', 'a\n'],
  ...[
    '> ',
    '> > ',
    '- ',
    '- - ',
    '1. ',
    '* a\n',
    ' - a\n',
    '#',
    '# a\n',
    '```\n',
    '~~~a\n',
    '    a\n',
  ],
  ...[
    '[a]: b\n',
    "[a]: <b> '\n",
    '\t',
    ' ',
    '  \n',
    '\n',
    'http://a ',
    'https://',
    'a@b.c ',
    '://',
  ],
  ...[
    '> [!tip] a\n> b\n',
    '\u200b',
    '\u0301',
    '\u202e',
    '\u001b',
    '👩‍🔬',
    '漢',
    'กำ',
    'क्',
    '\ud83d',
  ],
];

const TABLE_ROW = `${'| a '.repeat(500)}|\n`;

/** The smaller text is drawn first, so that what runs once does not count. */
function seconds(markdown: string): number {
  const begin = cpuTime();
  renderMarkdown(markdown, OPTIONS);
  linksOf(markdown);
  return (cpuTime() - begin) / 1000;
}

describe('Markdown built to be slow', () => {
  test.each(PIECES)('100 kB of %j are drawn in time', (piece) => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length));
    expect(seconds(text)).toBeLessThan(10);
    expect(seconds(`a ${text}`)).toBeLessThan(10);
  });

  test.each([
    ['quotes', '> '.repeat(5_000)],
    ['lists', Array.from({ length: 300 }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')],
    ['emphasis', `${'*a '.repeat(5_000)}${'b* '.repeat(5_000)}`],
    ['links', `${'['.repeat(20_000)}a${'](b)'.repeat(20_000)}`],
    ['formulas', `$${'\\frac{1}{'.repeat(3_000)}x${'}'.repeat(3_000)}$`],
    ['a wide table', `${TABLE_ROW}${'|---'.repeat(500)}|\n${TABLE_ROW.repeat(100)}`],
    ['a long table', `| a |\n|---|\n${'| b |\n'.repeat(30_000)}`],
    ['bare addresses', `https://a.b/${'('.repeat(50_000)}`],
    ['code', `\`\`\`python\n${'f(x) = "a" # b\n'.repeat(6_000)}\`\`\``],
    ['one word', 'a'.repeat(190_000)],
    ['one emoji', '👩‍🔬'.repeat(30_000)],
    ['more than is read as Markdown', '**a** '.repeat(2_000_000)],
  ])('%s', (_, text) => {
    expect(seconds(text)).toBeLessThan(15);
  });

  test('text that nobody can read to its end is cut, and the cut is said', () => {
    const lines = renderMarkdown('a\n'.repeat(1_000_000), { ...OPTIONS, colors: false });
    expect(lines.at(-1)).toBe('… 1600000 more characters are in the file, not shown here');
    expect(lines.length).toBeLessThan(400_000);
  });

  test('no card is so long that each key would wait for it: time grows with the length', () => {
    const text = (length: number) =>
      'Some *words* with `code` and [links](https://a.b). '.repeat(length);
    seconds(text(500));
    const ratio = seconds(text(4_000)) / seconds(text(1_000));
    expect(ratio).toBeLessThan(16);
  });
});
