import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/**
 * Breaks a line, painted or not, between words into lines of at most so many columns. A longer
 * word stays whole, but for `hard`, where it is broken, too.
 */
export function wrapLine(line: string, width: number, hard = false): string[] {
  if (stringWidth(line) <= width) return [line];
  const lines = wrapAnsi(line, width, { hard, trim: false }).split('\n');
  // A blank at which a line was broken begins none.
  return lines.map((each, at) => (at === 0 ? each : each.replace(/^ /, '')).trimEnd());
}
