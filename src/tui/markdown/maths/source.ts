import { environmentAt, type MathsEnvironment } from './environment.js';
import { IGNORED, LETTERS, PREFIXES } from './symbols.js';

/** Arguments within arguments: `\sqrt\sqrt…` without end must not fill the stack. */
const MAX_DEPTH = 40;

/** LaTeX as it is read, from left to right. */
export class MathsSource {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Whether an argument can follow: not at the end of the text or of its group. */
  get hasArgument(): boolean {
    return !this.atEnd && this.#text[this.#at] !== '}';
  }

  /** Takes the environment whose `\begin` was just taken, or null. */
  takeEnvironment(): MathsEnvironment | null {
    const environment = environmentAt(this.#text, this.#at - '\\begin'.length);
    if (environment !== null) this.#at = environment.end;
    return environment;
  }

  /** Takes one character. */
  take(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 32);
    this.#at += character.length;
    return character;
  }

  /** Takes a character if it is the one that is wanted. */
  takeIf(wanted: string): boolean {
    if (this.#text[this.#at] !== wanted) return false;
    this.#at++;
    return true;
  }

  /** Takes a command's name, after its backslash; empty where there is none. */
  takeName(): string {
    const name = this.#match(/[A-Za-z]+/y);
    this.#at += name.length;
    return name;
  }

  /** Passes an argument that draws nothing. */
  silence(): string {
    this.skipBlanks();
    this.takeGroup();
    return '';
  }

  /** Takes what stands in square brackets, or null. */
  takeBracketed(): string | null {
    const found = this.#match(/\[[^\]]*\]/y);
    this.#at += found.length;
    return found === '' ? null : found.slice(1, -1);
  }

  /** Takes a group in braces as it is written, or null. */
  takeGroup(): string | null {
    if (!this.takeIf('{')) return null;
    const start = this.#at;
    for (let depth = 1; depth > 0 && !this.atEnd; ) {
      const character = this.take();
      if (character === '\\') this.take();
      if (character === '{') depth++;
      if (character === '}') depth--;
    }
    return this.#text.slice(start, this.#at - 1).replaceAll(/\\([_%&#$ {}])/g, '$1');
  }

  skipBlanks(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }

  /** Whether what follows needs a blank after an operator's name. */
  startsOperand(): boolean {
    return (
      /[\p{L}\p{N}]/u.test(this.#text[this.#at] ?? '') ||
      !['', ...IGNORED].includes(this.#nextName())
    );
  }

  /** Whether what follows is one factor with what stands before it. */
  continuesFactor(): boolean {
    if (/[\p{L}\p{N}(^_]/u.test(this.#text[this.#at] ?? '')) return true;
    const name = this.#nextName();
    return LETTERS.has(name) || PREFIXES.has(name);
  }

  /** Goes one argument deeper, if that is not too deep. */
  enter(): boolean {
    if (this.#depth >= MAX_DEPTH) return false;
    this.#depth++;
    return true;
  }

  /** Comes back from an argument with what it gave. */
  leave(argument: string): string {
    this.#depth--;
    return argument;
  }

  #nextName(): string {
    return this.#match(/\\[A-Za-z]+/y).slice(1);
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    return pattern.exec(this.#text)?.[0] ?? '';
  }
}
