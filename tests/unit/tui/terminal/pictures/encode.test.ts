import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawing } from '../../../../../src/tui/terminal/pictures/encode.js';
import { readPng } from '../../../../../src/tui/terminal/pictures/png.js';
import { sixelsOf } from '../../../../../src/tui/terminal/pictures/sixel.js';
import { pngOf } from '../../../../support/png.js';

const RED = [255, 0, 0, 255];
const NONE = [0, 0, 0, 0];
const cell = { width: 2, height: 4 };

describe('a PNG', () => {
  test('is read as its pixels', () => {
    const { width, height, data } = readPng(pngOf(2, [RED, NONE])) ?? { data: [] };
    expect({ width, height, data: [...data] }).toEqual({
      ...{ width: 2, height: 2 },
      data: [...RED, ...RED, ...NONE, ...NONE],
    });
  });

  test('that is damaged is none, however', () => {
    const whole = pngOf(3, [RED, NONE, RED]);
    fc.assert(
      fc.property(
        fc.nat(whole.length - 1),
        fc.nat(255),
        fc.nat(whole.length),
        (at, byte, length) => {
          const bytes = Buffer.from(whole);
          bytes[at] = byte;
          for (const damaged of [bytes, whole.subarray(0, length)]) {
            const read = readPng(damaged);
            if (read !== null) expect(read.data.length).toBe(4 * read.width * read.height);
          }
        },
      ),
    );
  });
});

test('sixels hold each colour once a band, in runs', () => {
  const picture = readPng(pngOf(8, [RED, NONE]));
  if (picture === null) throw new Error('no picture');
  expect(sixelsOf(picture, 8, 2)).toBe('\u001bP0;1q"1;1;8;2#180;2;100;0;0#180!8@\u001b\\');
});

describe('what draws a picture', () => {
  const bytes = pngOf(
    40,
    Array.from({ length: 40 }, (_, at) => [at, 7 * at, 255 - at, 255]),
  );

  test('for kitty comes in pieces, moves no cursor and wants no answer', () => {
    const large = Buffer.alloc(10_000, 1);
    const pieces = drawing(large, 4, 2, { protocol: 'kitty', cell })?.split('\u001b\\') ?? [];
    expect(pieces[0]).toMatch(/^\u001b_Ga=T,f=100,t=d,q=2,C=1,c=4,r=2,m=1;/);
    expect(pieces.slice(1, -2).every((piece) => piece.startsWith('\u001b_Gm=1;'))).toBe(true);
    expect(pieces.at(-2)).toMatch(/^\u001b_Gm=0;/);
    const data = pieces.map((piece) => piece.replace(/^[^;]*;/, '')).join('');
    expect(Buffer.from(data, 'base64')).toEqual(large);
  });

  test('for iTerm2 says how many cells', () => {
    expect(drawing(bytes, 4, 2, { protocol: 'iterm', cell })).toContain(
      `File=inline=1;size=${bytes.length};width=4;height=2;preserveAspectRatio=1:`,
    );
  });

  test('in sixels is no larger than its cells', () => {
    expect(drawing(bytes, 4, 2, { protocol: 'sixel', cell })).toMatch(/^\u001bP0;1q"1;1;8;7/);
    expect(drawing(Buffer.from('no picture'), 4, 2, { protocol: 'sixel', cell })).toBeNull();
  });
});
