import stringWidth from 'string-width';
import { breakLine } from './break-line.js';

/**
 * Breaks a line, painted or not, between words into lines of at most so many columns. A longer
 * word stays whole, but for `hard`, where it is broken, too.
 */
export function wrapLine(line: string, width: number, hard = false): string[] {
  return stringWidth(line) <= width ? [line] : breakLine(line, width, hard);
}
