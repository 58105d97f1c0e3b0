import type { PictureFile } from '../../../model/picture.js';
import type { Graphics } from './ask.js';
import { readPng } from './png.js';
import { sixelsOf } from './sixel.js';

/** Kitty takes its data in pieces of at most so many letters. */
const CHUNK = 4096;

/** Takes every picture off the screen, and out of the terminal's memory. */
export const KITTY_CLEAR = '\u001b_Ga=d,d=A,q=2\u001b\\';

/** Can a terminal be sent a picture of this kind? Kitty and sixels would need its pixels. */
export function isDrawable({ kind }: PictureFile, { protocol }: Graphics): boolean {
  return protocol === 'iterm' || kind === 'png';
}

/** Returns what draws a picture at the cursor, as large as so many cells; null where it cannot be read. */
export function drawing(
  bytes: Buffer,
  columns: number,
  rows: number,
  { protocol, cell }: Graphics,
): string | null {
  if (protocol === 'kitty') return kitty(bytes, columns, rows);
  if (protocol === 'iterm') return iterm(bytes, columns, rows);
  const pixels = readPng(bytes);
  if (pixels === null) return null;
  // A row less one pixel: a picture that reaches the row below would scroll the last line.
  return sixelsOf(pixels, columns * cell.width, Math.max(1, rows * cell.height - 1));
}

function kitty(bytes: Buffer, columns: number, rows: number): string {
  const data = bytes.toString('base64');
  const pieces = data.match(new RegExp(`.{1,${CHUNK}}`, 'g')) ?? [];
  const head = `a=T,f=100,t=d,q=2,C=1,c=${columns},r=${rows},`;
  return pieces
    .map((piece, at) => {
      const more = at < pieces.length - 1 ? 1 : 0;
      return `\u001b_G${at === 0 ? head : ''}m=${more};${piece}\u001b\\`;
    })
    .join('');
}

function iterm(bytes: Buffer, columns: number, rows: number): string {
  const options = `inline=1;size=${bytes.length};width=${columns};height=${rows};preserveAspectRatio=1`;
  return `\u001b]1337;File=${options}:${bytes.toString('base64')}\u0007`;
}
