import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDeckFile } from '../../../../src/deck/parse/file.js';
import { cpuTime } from '../../../support/cpu-time.js';
import { lines } from '../deck-arbitraries.js';

const FRONT = '---\ntitle: "T"\n---\n';
const SECTION = `${FRONT}## Interview Questions\n\n### ★★☆\n\n**Q:** x?\n\n`;

describe('the parser', () => {
  test('takes any text, and every finding lies within it', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(lines, { maxLength: 30 }).map((found) => found.join('\n')),
      fc.array(lines, { maxLength: 30 }).map((found) => FRONT + found.join('\r\n')),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const rows = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
        for (const { line, column } of parseDeckFile('any.md', text).diagnostics) {
          expect(rows[line - 1]).toBeDefined();
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual((rows[line - 1] ?? '').length + 1);
        }
      }),
      { numRuns: 5000 },
    );
  });

  // Each repeated piece once took, or could take, quadratic time somewhere.
  test.each([
    ...[
      '[',
      "[a]: b '\n",
      '>',
      '> > > > > a\n',
      '- ',
      '- a\n',
      '- - - - - - a\n',
      '1. a\n   - b\n',
    ],
    ...[
      '<details>\n',
      '</details>\n',
      'a <details> b </details> ',
      '<details ',
      '<details><summary>',
    ],
    ...['```\n', '```py\n', '~~~~x\n</details>\n', '<!-- ', '<!--\n', '`', '`a``b```c', '*', '_('],
    ...['**Q:** x\n', 'Q: x\n', 'A: x\n', '**Q:** x\n\n', '- **Q:** x\n', '### ★★☆ _(A)_\n', '#'],
    ...[
      '---\n',
      '---\ntitle: x\n',
      '---\ntitle: x\n---\n',
      '```a\n\n---\ntitle: x\n---\n',
      '---js\n\n',
    ],
    ...['> [!answer]\n> x\n\n', '{" "}', '{ ', '<div>\n', '<a b b b', ' ', '\t', '\n', '-', '| a '],
    ...[
      '[[',
      '- [a](',
      '\u200B',
      '\u001B',
      '<!-- id: a -->\n',
      'a\n---\n',
      'e.g. (',
      '. ',
      'word ',
    ],
  ])('reads 100 kB of %j in linear time', (piece) => {
    for (const start of [SECTION, `${SECTION}### `]) {
      const begin = cpuTime();
      parseDeckFile('hostile.md', start + piece.repeat(Math.ceil(100_000 / piece.length)));
      expect(cpuTime() - begin).toBeLessThan(4000);
    }
  });

  test('reads 40,000 headings that mean nothing to it', () => {
    const { modules } = parseDeckFile('many.md', FRONT + '## a\n'.repeat(40_000));
    expect(modules).toMatchObject([{ cards: [], extras: { insights: [], code: '' } }]);
  });
});
