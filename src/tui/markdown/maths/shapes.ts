import { calligraphic, doubleStruck } from './alphabets.js';
import { WRAPPERS } from './symbols.js';

type Shape = (argument: string) => string;

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['mathbb', doubleStruck],
  ['mathds', doubleStruck],
  ['mathbbm', doubleStruck],
  ['mathcal', calligraphic],
  ['mathscr', calligraphic],
  ['pmod', (modulus) => ` (mod ${modulus})`],
]);

/** Accents, as characters that combine with the one before. */
const ACCENTS: ReadonlyMap<string, string> = new Map([
  ['hat', '\u0302'],
  ['widehat', '\u0302'],
  ['bar', '\u0304'],
  ['overline', '\u0304'],
  ['tilde', '\u0303'],
  ['widetilde', '\u0303'],
  ['vec', '\u20d7'],
  ['dot', '\u0307'],
  ['ddot', '\u0308'],
  ['check', '\u030c'],
  ['breve', '\u0306'],
  ['acute', '\u0301'],
  ['grave', '\u0300'],
  ['underline', '\u0332'],
  ['not', '\u0338'],
]);

/** Returns what a command makes of its one argument, or null for an unknown command. */
export function shapeOf(name: string): Shape | null {
  if (WRAPPERS.has(name)) return (argument) => argument;
  const accent = ACCENTS.get(name);
  if (accent !== undefined) return (argument) => accented(name, argument, accent);
  return SHAPES.get(name) ?? null;
}

/** Lines over and under several letters, as characters that join those of their neighbours. */
const LINES: ReadonlyMap<string, string> = new Map([
  ['overline', '\u0305'],
  ['bar', '\u0305'],
  ['underline', '\u0332'],
]);
const MAX_UNDER_A_LINE = 12;

function accented(name: string, argument: string, accent: string): string {
  const letters = argument.trim();
  if (/^.\p{M}*$/su.test(letters)) return `${letters}${accent}`.normalize('NFC');
  const line = LINES.get(name);
  const isPlain = letters.length <= MAX_UNDER_A_LINE && /^[\p{L}\p{N}+−=]+$/u.test(letters);
  return line !== undefined && isPlain
    ? letters.replaceAll(/./gu, `$&${line}`)
    : `${name.replace(/^wide/, '')}(${argument})`;
}
