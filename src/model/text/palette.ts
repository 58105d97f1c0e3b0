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
 * readable by the palettes in use. `tests/unit/model/text/palette.test.ts` computes it.
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
const NOT_DIM = '22';
const INK_OF = new Map<string, Ink>(INKS.map((ink) => [String(ANSI[ink][0]), ink]));

/** Returns text that was painted with the styles of `ANSI` in the colours of a palette. */
export function recolored(text: string, palette: Palette): string {
  let drawn: Drawn = BARE;
  let shown = '';
  return text.replace(SGR, (_, sequence: string) => {
    const codes = sequence.split(';');
    drawn = codes.reduce(after, drawn);
    if (codes.some(isReset)) shown = '';
    const kept = codes.filter((code) => code !== NO_COLOR && !INK_OF.has(code));
    const next = codeOf(drawn, palette);
    if (next !== shown) kept.push(next || NO_COLOR);
    shown = next;
    return kept.length === 0 ? '' : `\u001b[${kept.join(';')}m`;
  });
}

/** How text is drawn that comes next; a colour is stronger than dim. */
interface Drawn {
  readonly color: Ink | null;
  readonly isDim: boolean;
}

const BARE: Drawn = { color: null, isDim: false };

function after(drawn: Drawn, code: string): Drawn {
  if (isReset(code)) return BARE;
  if (code === NO_COLOR) return { ...drawn, color: null };
  if (code === NOT_DIM) return { ...drawn, isDim: false };
  const ink = INK_OF.get(code);
  if (ink === undefined) return drawn;
  return ink === 'dim' ? { ...drawn, isDim: true } : { ...drawn, color: ink };
}

function isReset(code: string): boolean {
  return code === '0' || code === '';
}

function codeOf({ color, isDim }: Drawn, palette: Palette): string {
  if (color !== null) return palette[color];
  return isDim ? palette.dim : '';
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
