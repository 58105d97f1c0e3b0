import stringWidth from 'string-width';
import { STAND_INS } from '../../model/text/ascii-drawing.js';
import { graphemeSegmenter } from '../../model/text/graphemes.js';

const NOT_ASCII = /[^\u0000-\u007f]/;

/**
 * Returns a line in ASCII, as wide as it was: for terminals and locales that
 * know no Unicode. Accents go, drawing characters get stand-ins, and what is
 * left becomes question marks.
 */
export function asciiLine(line: string): string {
  if (!NOT_ASCII.test(line)) return line;
  const segments = graphemeSegmenter().segment(line);
  return Array.from(segments, ({ segment }) => asciiOf(segment)).join('');
}

function asciiOf(segment: string): string {
  if (!NOT_ASCII.test(segment)) return segment;
  const known = STAND_INS[segment];
  if (known !== undefined) return known;
  const plain = segment.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  const width = stringWidth(segment);
  return !NOT_ASCII.test(plain) && plain.length === width ? plain : '?'.repeat(width);
}
