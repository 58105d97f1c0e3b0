import type { Key } from 'ink';

/** Who takes keys: one event of Ink at a time; a paste comes whole. */
export interface KeyTaker {
  input(input: string, key: Key): void;
  paste(text: string): void;
}

/** What Ink makes of the sequences around a bracketed paste (xterm's control sequences, mode 2004). */
const BEGIN = '[200~';
const END = '[201~';

/** Tells what is pasted from what is typed: no character of a paste acts as a key. */
export class PasteReader {
  readonly #taker: KeyTaker;
  /** What has come of the paste; null outside of one. */
  #pasted: string | null = null;

  constructor(taker: KeyTaker) {
    this.#taker = taker;
  }

  /** Takes an input event of Ink. */
  take(input: string, key: Key): void {
    // Ctrl-C ends a paste whose end got lost, so that nobody is locked out.
    if (this.#pasted === null || (key.ctrl && input === 'c')) this.#takeKey(input, key);
    else if (input === END) this.#endPaste(this.#pasted);
    else this.#pasted += pastedText(input, key);
  }

  #takeKey(input: string, key: Key): void {
    this.#pasted = null;
    if (input === BEGIN) this.#pasted = '';
    else if (input !== END) this.#taker.input(input, key);
  }

  #endPaste(text: string): void {
    this.#pasted = null;
    this.#taker.paste(text);
  }
}

function pastedText(input: string, key: Key): string {
  if (key.return) return '\n';
  if (key.tab) return '\t';
  return key.ctrl ? '' : input;
}
