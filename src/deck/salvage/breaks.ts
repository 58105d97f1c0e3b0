import type { Edit } from './rewrite.js';

const BLANK = /[ \t\r\n]/;

/** Collects line breaks that are to stand in a text whose own were lost. */
export class Breaks {
  readonly #text: string;
  readonly #edits = new Map<number, Edit>();

  /** Takes the text that the offsets of all other methods count in. */
  constructor(text: string) {
    this.#text = text;
  }

  /** Puts a line break into the white space around an offset, unless one is there. */
  line(at: number): void {
    this.#widen(at, '\n');
  }

  /** Puts a blank line into the white space around an offset, unless one is there. */
  blankLine(at: number): void {
    this.#widen(at, '\n\n');
  }

  /** Puts other text in place of what is there; the white space around it stays. */
  replace(at: number, length: number, text: string): void {
    this.#edits.set(at, { at, length, text });
  }

  /** Takes out the rest of the text from an offset on; `blanks` of it may be replaced already. */
  cut(at: number, blanks: number): void {
    const from = this.#edits.has(at) ? at + blanks : at;
    this.replace(from, this.#text.length - from, from === at ? '\n' : '');
  }

  /** Returns the edits in the order of the text. */
  edits(): Edit[] {
    return [...this.#edits.values()].sort((a, b) => a.at - b.at);
  }

  #widen(at: number, breaks: string): void {
    const text = this.#text;
    let start = at;
    let end = at;
    while (start > 0 && BLANK.test(text.charAt(start - 1))) start--;
    while (end < text.length && BLANK.test(text.charAt(end))) end++;
    if (start === 0) return;
    const present = text.slice(start, end).split('\n').length - 1;
    const planned = this.#edits.get(start)?.text.length ?? 0;
    if (Math.max(present, planned) >= breaks.length) return;
    this.#edits.set(start, { at: start, length: end - start, text: breaks });
  }
}
