import stringWidth from 'string-width';
import { oneLine, padEnd, truncate } from '../components/text.js';

/** Returns text in exactly so many columns, cut or filled with blanks on the right. */
export function alignLeft(text: string, width: number): string {
  return padEnd(truncate(text, width), width);
}

/** Returns text at the right end of so many columns; longer text stays whole. */
export function alignRight(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - stringWidth(text))) + text;
}

/** A name out of a deck, in so many columns and safe to print. */
export function nameCell(text: string, width: number): string {
  return alignLeft(oneLine(text), width);
}
