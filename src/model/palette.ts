import { ANSI } from './ansi.js';

/** Is the terminal's background dark or light? Null where nobody knows. */
export type Background = 'dark' | 'light' | null;

/** Colours that a terminal has: 16 of its own making, or 256 that are the same on all. */
export type Depth = 16 | 256;

const INKS = ['red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'grey', 'dim'] as const;
type Ink = (typeof INKS)[number];

/** The SGR code that draws each colour; empty for the terminal's own colour of text. */
export type Palette = Readonly<Record<Ink, string>>;

/**
 * Every colour of the terminal, in the order of `INKS`. Of 256: on a known background a contrast
 * of 4.5 with it (WCAG 2.1, 1.4.3), else 3 with dark and light alike. Of 16: those alone that are
 * readable by the palettes in use. `tests/unit/model/palette.test.ts` computes it.
 */
const PALETTES: Readonly<Record<Depth, Record<'dark' | 'light' | 'unknown', Palette>>> = {
  256: {
    dark: of256(210, 114, 179, 111, 176, 80, 247, 247),
    light: of256(160, 22, 94, 26, 127, 23, 242, 242),
    unknown: of256(167, 65, 100, 67, 133, 66, 244, 244),
  },
  16: {
    dark: paletteOf(['', '32', '', '36', '', '36', '', '']),
    light: paletteOf(['31', '', '', '', '', '', '90', '90']),
    unknown: paletteOf([]),
  },
};

function of256(...colors: number[]): Palette {
  return paletteOf(colors.map((color) => `38;5;${color}`));
}

function paletteOf(codes: readonly string[]): Palette {
  const [red = '', green = '', yellow = '', blue = '', magenta = '', cyan = ''] = codes;
  const [grey = '', dim = ''] = codes.slice(6);
  return { red, green, yellow, blue, magenta, cyan, grey, dim };
}

/** Returns the colours for a background, of a terminal that has so many. */
export function paletteFor(background: Background, depth: Depth): Palette {
  return PALETTES[depth][background ?? 'unknown'];
}

const SGR = /\u001b\[([\d;]*)m/g;
const NO_COLOR = '39';
const INK_OF = new Map<string, Ink>(INKS.map((ink) => [String(ANSI[ink][0]), ink]));

/** Returns text that was painted with the styles of `ANSI` in the colours of a palette. */
export function recolored(text: string, palette: Palette): string {
  let color: Ink | null = null;
  let isDim = false;
  let shown = '';
  return text.replace(SGR, (_, codes: string) => {
    const kept: string[] = [];
    for (const code of codes.split(';')) {
      const ink = INK_OF.get(code);
      if (ink === 'dim') isDim = true;
      else if (ink !== undefined) color = ink;
      else if (code === NO_COLOR) color = null;
      else kept.push(code);
      if (code === '22') isDim = false;
      if (code === '0' || code === '') [color, isDim, shown] = [null, false, ''];
    }
    const next = color !== null ? palette[color] : isDim ? palette.dim : '';
    if (next !== shown) kept.push(next || NO_COLOR);
    shown = next;
    return kept.length === 0 ? '' : `\u001b[${kept.join(';')}m`;
  });
}

/**
 * Reads what a terminal answers when asked for its background (xterm's OSC 11: `rgb:` with one to
 * four hexadecimal digits a channel, or `#`). Null for anything else.
 */
export function backgroundOf(answer: string): Background {
  const hex = '([0-9a-f]{1,4})';
  const [, ...channels] =
    new RegExp(`rgba?:${hex}/${hex}/${hex}`, 'i').exec(answer) ??
    /#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})(?![0-9a-f])/i.exec(answer) ??
    [];
  if (channels.length === 0) return null;
  const [red = 0, green = 0, blue = 0] = channels.map(
    (digits) => Number.parseInt(digits, 16) / (16 ** digits.length - 1),
  );
  return luminance(red, green, blue) > MIDDLE ? 'light' : 'dark';
}

/** The luminance L on which black and white are equally readable: 1.05 / (L + 0.05) = (L + 0.05) / 0.05. */
const MIDDLE = 0.179;

/** Relative luminance, 0..1, of an sRGB colour of channels 0..1 (WCAG 2.1). */
function luminance(red: number, green: number, blue: number): number {
  const linear = (channel: number) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
