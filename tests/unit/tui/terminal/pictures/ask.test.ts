import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askGraphics, graphicsOf } from '../../../../../src/tui/terminal/pictures/ask.js';

const KITTY = '\u001b_Gi=31;OK\u001b\\';
const ITERM = '\u001b]1337;ReportCellSize=17.0;8.0;2.0\u001b\\';
const CELL = '\u001b[6;20;10t';
const SIXEL = '\u001b[?62;4;22c';
const PLAIN = '\u001b[?1;2c';
const USUAL = { width: 9, height: 18 };

describe('what a terminal answers', () => {
  test.each([
    [[KITTY, CELL, SIXEL], { protocol: 'kitty', cell: { width: 10, height: 20 } }],
    [[ITERM, SIXEL], { protocol: 'iterm', cell: { width: 8, height: 17 } }],
    [[SIXEL], { protocol: 'sixel', cell: USUAL }],
    [['\u001b_Gi=31;ENOTSUP\u001b\\', PLAIN], null],
    [[PLAIN], null],
    [['\u001b[?4;2c'], null],
    [['\u001b[6;0;0t', SIXEL], { protocol: 'sixel', cell: USUAL }],
    [[], null],
  ])('%j', (answers, graphics) => {
    expect(graphicsOf(answers)).toEqual(graphics);
  });
});

/** A source of keys that gives these pieces, one a read. */
function source(pieces: string[]) {
  return { read: () => pieces.shift() ?? null };
}

/** All that is read of a source. */
function rest(from: { read(): string | Buffer | null }): string {
  let text = '';
  for (let piece = from.read(); piece !== null; piece = from.read()) text += piece.toString();
  return text;
}

describe('asking', () => {
  test('takes answers out of the keys, wherever they are torn, and loses no key', async () => {
    const answers = [KITTY, ITERM, CELL, SIXEL];
    const keys = fc.constantFrom('j', ' ', '\u001b[A', '\u001b[5~', '1', 'é', '\u001bOP');
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(keys, fc.nat(8)), { minLength: 4, maxLength: 4 }),
        async (struck) => {
          const text = struck.map(([key], at) => key + answers[at]).join('');
          const pieces: string[] = [];
          for (let from = 0, at = 0; from < text.length; at++) {
            // No piece ends with a bare escape: that is a key of its own.
            let to = from + 1 + (struck[at % 4]?.[1] ?? 0);
            while (text[to - 1] === '\u001b') to++;
            pieces.push(text.slice(from, to));
            from = to;
          }
          const from = source(pieces);
          let asked = '';
          const graphics = askGraphics(from, (question) => {
            asked += question;
          });
          expect(asked).toMatch(/a=q.*\u001b\[c$/s);
          expect(rest(from)).toBe(struck.map(([key]) => key).join(''));
          expect((await graphics)?.protocol).toBe('kitty');
        },
      ),
    );
  });

  test('takes answers that come late', async () => {
    const pieces = [PLAIN];
    const from = source(pieces);
    const graphics = askGraphics(from, () => {});
    expect(rest(from)).toBe('');
    expect(await graphics).toBeNull();
    pieces.push(`j${KITTY}k`, 'l');
    expect(rest(from)).toBe('jkl');
  });
});
