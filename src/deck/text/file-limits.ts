import type { Position } from './source.js';

/** Lines of a file that are read; a large collection of 83 modules has 20,000. */
export const MAX_LINES = 400_000;
/**
 * Characters of a line that are read. Patterns keep a place for each character they may have to
 * come back to, and V8 has room for some five million where it does not optimise them.
 */
export const MAX_LINE_CHARACTERS = 2_000_000;
/** Headings of a file that are read. */
export const MAX_HEADINGS = 50_000;
/** Modules of a file that are read. */
export const MAX_MODULES = 5_000;
/** Questions of a file that are read. */
export const MAX_QUESTIONS = 20_000;

const BLANK = 32;
const HASH = 35;

/** What a file holds too much of, and the place where it becomes too much. */
export interface Excess {
  readonly message: string;
  readonly at: Position;
}

/**
 * Tells whether a text has more lines or headings, or longer lines, than are read. Takes time
 * linear in the text and no memory, so that hostile files cost little.
 */
export function excessOf(text: string): Excess | null {
  // A line or a heading is a character at least.
  if (text.length <= MAX_HEADINGS) return null;
  let line = 1;
  let headings = 0;
  for (let start = 0; ; line++) {
    if (line > MAX_LINES) return excess('lines', MAX_LINES, line);
    if (startsHeading(text, start) && ++headings > MAX_HEADINGS) {
      return excess('headings', MAX_HEADINGS, line);
    }
    const end = text.indexOf('\n', start);
    if (isTooLong(text, start, end < 0 ? text.length : end)) {
      return excess('characters in a line', MAX_LINE_CHARACTERS, line);
    }
    if (end < 0) return null;
    start = end + 1;
  }
}

/** Makes the finding that there is too much of something at a 1-based line. */
export function excess(noun: string, most: number, line: number): Excess {
  const message = `the file has more than ${most} ${noun}, and nothing of it was read: split it`;
  return { message, at: { line, column: 1 } };
}

/** A line may end in a carriage return alone, as those of old Macs do. */
function isTooLong(text: string, start: number, end: number): boolean {
  let from = start;
  while (end - from > MAX_LINE_CHARACTERS) {
    const lineEnd = text.indexOf('\r', from);
    if (lineEnd < 0 || lineEnd - from > MAX_LINE_CHARACTERS) return true;
    from = lineEnd + 1;
  }
  return false;
}

/** A heading may stand behind up to three blanks. */
function startsHeading(text: string, start: number): boolean {
  let at = start;
  while (at < start + 3 && text.charCodeAt(at) === BLANK) at++;
  return text.charCodeAt(at) === HASH;
}
