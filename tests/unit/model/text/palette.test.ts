import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSI, type Style } from '../../../../src/model/text/ansi.js';
import {
  type Background,
  backgroundOf,
  type Palette,
  paletteFor,
  recolored,
} from '../../../../src/model/text/palette.js';

/** Terminals as they come: background, text, and the 16 colours in the order of their codes. */
const XTERM =
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff';
const SOLARIZED =
  '073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3';
const APPLE =
  '000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd 818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb';
const GNOME =
  '171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff';
const VGA =
  '000000 aa0000 00aa00 aa5500 0000aa aa00aa 00aaaa aaaaaa 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff';

type Terminal = readonly [string, Background, string, string, string];
const TERMINALS: readonly Terminal[] = [
  ['xterm', 'light', 'ffffff', '000000', XTERM],
  ['xterm, reverse video', 'dark', '000000', 'ffffff', XTERM],
  ['Solarized light', 'light', 'fdf6e3', '657b83', SOLARIZED],
  ['Solarized dark', 'dark', '002b36', '839496', SOLARIZED],
  ['Terminal.app Basic', 'light', 'ffffff', '000000', APPLE],
  ['Terminal.app Basic, dark', 'dark', '1e1e1e', 'ffffff', APPLE],
  ['Terminal.app Pro', 'dark', '000000', 'f2f2f2', APPLE],
  ['GNOME light', 'light', 'ffffff', '1e1e1e', GNOME],
  ['GNOME dark', 'dark', '1e1e1e', 'ffffff', GNOME],
  ['Ubuntu', 'dark', '300a24', 'ffffff', GNOME],
  ['Linux console', 'dark', '000000', 'aaaaaa', VGA],
];

/** Frames, gutters and comments; all else is text. */
const FRAMES: readonly string[] = ['grey', 'dim'];
const TEXT = 4.5;
const FRAME = 3;

function channels(hex: string): number[] {
  return [0, 2, 4].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** The colour of an SGR code, by xterm's cube and greys above the terminal's own 16. */
function hexOf(code: string, text: string, own: string): string {
  if (code === '') return text;
  const of256 = /^38;5;(\d+)$/.exec(code)?.[1];
  if (of256 === undefined) {
    const number = Number(code);
    return own.split(' ')[number >= 90 ? number - 82 : number - 30] ?? '';
  }
  const number = Number(of256);
  const hex = (value: number) => value.toString(16).padStart(2, '0');
  if (number >= 232) return hex(8 + 10 * (number - 232)).repeat(3);
  const level = (step: number) => hex([0, 95, 135, 175, 215, 255][step % 6] ?? 0);
  const cube = number - 16;
  return level(Math.floor(cube / 36)) + level(Math.floor(cube / 6)) + level(cube);
}

/** Colours that are less readable than they must be: Solarized's own text is, on its light side. */
function faint(palette: Palette, [, , ground, text, own]: Terminal, least = TEXT) {
  return Object.entries(palette).filter(([ink, code]) => {
    const wanted = Math.min(FRAMES.includes(ink) ? FRAME : least, contrast(text, ground));
    return contrast(hexOf(code, text, own), ground) < wanted;
  });
}

describe.each(TERMINALS)('%s', (...terminal) => {
  const [, background] = terminal;
  test('every colour is readable, of 256 and of 16', () => {
    expect(faint(paletteFor(background, 256), terminal)).toEqual([]);
    expect(faint(paletteFor(background, 16), terminal)).toEqual([]);
  });

  test('comments and hints of 256 colours are as readable as text', () => {
    const { grey, dim } = paletteFor(background, 256);
    for (const code of [grey, dim]) {
      const [, , ground, text, own] = terminal;
      expect(contrast(hexOf(code, text, own), ground)).toBeGreaterThanOrEqual(TEXT);
    }
  });

  test('where the background is unknown, all can be made out', () => {
    for (const depth of [16, 256] as const) {
      expect(faint(paletteFor(null, depth), terminal, FRAME)).toEqual([]);
    }
  });
});

test.each(['dark', 'light'] as const)('of 256, %s: ratings, stars and links differ', (ground) => {
  const { red, green, yellow, blue, magenta, cyan } = paletteFor(ground, 256);
  expect(new Set([red, green, yellow, blue, magenta, cyan]).size).toBe(6);
});

const LIGHT: Palette = paletteFor('light', 256);

describe('recolored', () => {
  test.each([
    ['plain', 'plain'],
    ['\u001b[33m★\u001b[39m', `\u001b[${LIGHT.yellow}m★\u001b[39m`],
    ['\u001b[1;33m★\u001b[0m', `\u001b[1;${LIGHT.yellow}m★\u001b[0m`],
    ['\u001b[2mhint\u001b[22m', `\u001b[${LIGHT.dim}mhint\u001b[22;39m`],
    ['\u001b[2;4mhint\u001b[0m', `\u001b[4;${LIGHT.dim}mhint\u001b[0m`],
    // A colour is stronger than dim, and dim comes back after it.
    [
      '\u001b[2ma\u001b[31mb\u001b[39mc\u001b[22m',
      `\u001b[${LIGHT.dim}ma\u001b[${LIGHT.red}mb\u001b[${LIGHT.dim}mc\u001b[22;39m`,
    ],
    ['\u001b[7mchosen\u001b[27m', '\u001b[7mchosen\u001b[27m'],
    ['\u001b[1mbold\u001b[22m', '\u001b[1mbold\u001b[22m'],
    ['\u001b]8;;https://a.example\u001b\\a\u001b]8;;\u001b\\', null],
  ])('%j', (text, expected) => {
    expect(recolored(text, LIGHT)).toBe(expected ?? text);
  });

  test('keeps text, marks and links, and leaves none of the colours of 16', () => {
    const style = fc.constantFrom(...(Object.keys(ANSI) as Style[]));
    const piece = fc.tuple(
      fc.array(style, { maxLength: 3 }),
      fc.string({ unit: 'grapheme-ascii' }),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces
          .map(([styles, word]) => {
            const on = styles.map((each) => `\u001b[${ANSI[each][0]}m`).join('');
            const off = [...styles].reverse().map((each) => `\u001b[${ANSI[each][1]}m`);
            return on + word + off.join('');
          })
          .join('');
        const result = recolored(text, LIGHT);
        const sgr = /\u001b\[[\d;]*m/g;
        expect(result.replaceAll(sgr, '')).toBe(text.replaceAll(sgr, ''));
        expect(result).not.toMatch(/\u001b\[(?:\d+;)*(?:3[0-7]|90|2)m/);
      }),
    );
  });
});

test.each([
  ['\u001b]11;rgb:ffff/ffff/ffff\u001b\\', 'light'],
  ['\u001b]11;rgb:0000/0000/0000\u0007', 'dark'],
  ['\u001b]11;rgb:fdfd/f6f6/e3e3\u001b\\', 'light'],
  ['\u001b]11;rgb:0000/2b2b/3636\u001b\\', 'dark'],
  ['\u001b]11;rgb:ff/ff/ff\u001b\\', 'light'],
  ['\u001b]11;rgb:1/1/1\u001b\\', 'dark'],
  ['\u001b]11;rgba:ffff/ffff/ffff/ffff\u001b\\', 'light'],
  ['\u001b]11;#1e1e1e\u001b\\', 'dark'],
  ['\u001b]11;#FFFFFF\u001b\\', 'light'],
  ['\u001b]11;rgb:8080/8080/8080\u001b\\', 'light'],
  ['\u001b]11;?\u001b\\', null],
  ['\u001b]11;rgb:zz/zz/zz\u001b\\', null],
  ['', null],
])('the background in %j', (answer, background) => {
  expect(backgroundOf(answer)).toBe(background);
});

test('nothing else in src names a colour by its code', () => {
  const found = readdirSync('src', { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/model.(ansi|palette)\.ts$/.test(name))
    .filter((name) =>
      /(?:\\u001b|\\x1b|\\e)\[(?:\d+;)*(?:3\d|4\d|9\d|10\d|2)(?:;\d+)*m/.test(
        readFileSync(join('src', name), 'utf8'),
      ),
    );
  expect(found).toEqual([]);
});
