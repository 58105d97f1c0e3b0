/** The marker of a list item at the start of a line, with the blanks around it. */
export const LIST_MARKER = /^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** Behind quote marks and the markers of list items; more of these than 40 are noise. */
const FENCE = /^[ \t>]*((?:(?:[-*+]|\d{1,9}[.)])[ \t]+){0,40})(?:(`{3,})(?=[^`]*$)|(~{3,}))/;

/** The mark of a code fence at the start of a line. */
export interface FenceMark {
  /** Three or more of one character. */
  readonly mark: string;
  /** Nothing follows it, and no item of a list begins before it, so it can close a fence. */
  readonly isBare: boolean;
}

/** Most fences are closed so. */
const PLAIN: FenceMark = { mark: '```', isBare: true };

/** Reads the mark of a code fence that a line begins with; null where it begins with none. */
export function fenceMark(line: string): FenceMark | null {
  if (line === PLAIN.mark) return PLAIN;
  if (!line.includes('```') && !line.includes('~~~')) return null;
  const found = FENCE.exec(line);
  const mark = found?.[2] ?? found?.[3];
  if (mark === undefined) return null;
  const isBare = found?.[1] === '' && line.slice(found[0].length).trim() === '';
  return { mark, isBare };
}

/** Does a mark close the fence that another one opened? */
export function closesFence(mark: FenceMark, open: FenceMark): boolean {
  return mark.isBare && mark.mark.startsWith(open.mark);
}

/** Follows code fences from line to line. */
export class FenceReader {
  #open: FenceMark | null = null;

  /** Is a fence open behind the last line? */
  get isOpen(): boolean {
    return this.#open !== null;
  }

  /** Takes the next line. Returns whether it is code, a mark of a fence included. */
  isCode(line: string): boolean {
    const mark = fenceMark(line);
    if (this.#open === null) this.#open = mark;
    else if (mark !== null && closesFence(mark, this.#open)) {
      this.#open = null;
      return true;
    }
    return this.#open !== null;
  }
}

/** Tells of each line of a text whether it is fenced code, the marks of the fence included. */
export function fencedLines(lines: readonly string[]): boolean[] {
  const fences = new FenceReader();
  return lines.map((line) => fences.isCode(line));
}
