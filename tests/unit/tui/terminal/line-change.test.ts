import xterm from '@xterm/headless';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paletteFor } from '../../../../src/model/text/palette.js';
import { FrameWriter } from '../../../../src/tui/terminal/frame-writer.js';
import { lineChanges } from '../../../../src/tui/terminal/line-change.js';

const GREEN = '\u001b[32m';
const RED = '\u001b[31m';
const PLAIN = '\u001b[39m';

describe('the changes of a line', () => {
  test('are the digits of a clock that tick, in their colour', () => {
    const line = (time: string) => ` ${GREEN}${time}${PLAIN} of 5:00 🧪 Title`;
    expect(lineChanges(line('4:10'), line('4:09'))).toEqual([
      { column: 3, styles: GREEN, text: '09' },
    ]);
  });

  test('are several where several stand apart', () => {
    expect(lineChanges('a1b2c', 'a3b4c')?.map(({ column, text }) => [column, text])).toEqual([
      [1, '3'],
      [3, '4'],
    ]);
  });

  test.each([
    ['another length', 'ab', 'abc'],
    ['another colour', `${GREEN}a${PLAIN}`, `${RED}a${PLAIN}`],
    ['a colour elsewhere', `a${GREEN}b${PLAIN}`, `${GREEN}ab${PLAIN}`],
    ['a wide character before it', '漢a', '漢b'],
    ['a wide character in it', '漢', '字'],
    ['a mark on it', 'a\u0301', 'b\u0301'],
    ['another escape before it', '\u001b]8;;x\u0007a', '\u001b]8;;x\u0007b'],
  ])('are unknown for %s', (_, before, after) => {
    expect(lineChanges(before, after)).toBeNull();
  });
});

/** What a terminal shows after frames, cell by cell with colours. */
async function shown(...frames: string[]): Promise<string> {
  const screen = new xterm.Terminal({ cols: 40, rows: 3, allowProposedApi: true });
  let written = '';
  const target = { columns: 40, rows: 3, on: () => {}, off: () => {} };
  const writer = new FrameWriter({ ...target, write: (text) => (written += text) }, () =>
    paletteFor('dark', 256),
  );
  for (const frame of frames) writer.write(frame);
  await new Promise<void>((resolve) => screen.write(written, resolve));
  const cells = Array.from({ length: 120 }, (_, at) => {
    const cell = screen.buffer.active.getLine(Math.floor(at / 40))?.getCell(at % 40);
    return `${cell?.getChars() ?? ''}${cell?.getFgColor()}`;
  });
  return cells.join('|');
}

test('a frame looks the same drawn after another as drawn by itself', async () => {
  const piece = fc.constantFrom(
    'a',
    'b',
    '1',
    '2',
    ' ',
    '─',
    '━',
    GREEN,
    RED,
    PLAIN,
    '漢',
    'e\u0301',
    '🧪',
  );
  const line = fc.array(piece, { maxLength: 8 }).map((pieces) => `${pieces.join('')}\u001b[0m`);
  const frame = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
  await fc.assert(
    fc.asyncProperty(frame, frame, async (first, second) => {
      expect(await shown(first, second)).toBe(await shown(second));
    }),
    { numRuns: 120 },
  );
});
