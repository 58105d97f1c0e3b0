import { subscript, superscript } from './maths-scripts.js';
import { ACCENTS, blackboard, IGNORED, OPERATORS, SYMBOLS, WRAPPERS } from './maths-symbols.js';

/** Deeper nesting is shown as it is written: no screen shows it better. */
const MOST_DEPTH = 20;

/**
 * Gives LaTeX maths as Unicode text, as far as a line of text can hold it.
 * What is not known is shown as it is written, so that nothing is lost.
 */
export function mathsToUnicode(latex: string): string {
  if (latex.includes('\\begin{')) return latex;
  return new Reader(latex).all().replaceAll(/ {3,}/g, '  ').trim();
}

class Reader {
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): string {
    let out = '';
    while (this.#at < this.#text.length) out += this.#piece(out);
    return out;
  }

  /** Reads the next piece; `before` is what stands in front of it. */
  #piece(before: string): string {
    const character = this.#take();
    switch (character) {
      case '\\':
        return this.#command(before);
      case '{':
        return this.#group();
      case '^':
        return superscript(this.#argument());
      case '_':
        return subscript(this.#argument());
      case '~':
        return ' ';
      case "'":
        return '′';
      case '-':
        return '−';
      default:
        return character;
    }
  }

  #take(): string {
    const character = String.fromCodePoint(this.#text.codePointAt(this.#at) ?? 32);
    this.#at += character.length;
    return character;
  }

  #command(before: string): string {
    const name = /^[A-Za-z]+/.exec(this.#text.slice(this.#at, this.#at + 40))?.[0] ?? '';
    if (name === '') return this.#escaped();
    this.#at += name.length;
    if (Object.hasOwn(SYMBOLS, name)) return SYMBOLS[name] ?? '';
    if (OPERATORS.has(name)) return this.#operator(name, before);
    if (IGNORED.has(name)) return this.#text[this.#at] === '.' ? this.#skip() : '';
    return this.#withArguments(name);
  }

  #operator(name: string, before: string): string {
    const gap = /[\p{L}\p{N})]$/u.test(before) ? ' ' : '';
    this.#eatBlank();
    const next = this.#text[this.#at] ?? '';
    return `${gap}${name}${/[\p{L}\p{N}\\]/u.test(next) ? ' ' : ''}`;
  }

  #withArguments(name: string): string {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
        return `${this.#wrapped(this.#argument())}/${this.#wrapped(this.#argument())}`;
      case 'sqrt':
        return this.#root();
      case 'binom':
        return `C(${this.#argument()}, ${this.#argument()})`;
      case 'mathbb':
        return blackboard(this.#argument());
      default:
        return this.#named(name);
    }
  }

  #named(name: string): string {
    if (WRAPPERS.has(name)) return this.#argument();
    const accent = Object.hasOwn(ACCENTS, name) ? ACCENTS[name] : undefined;
    if (accent === undefined) return `\\${name}`;
    const under = this.#argument();
    return [...under].length === 1 ? under + accent : `${name}(${under})`;
  }

  #root(): string {
    const degree = this.#text[this.#at] === '[' ? this.#until(']') : '';
    const inside = this.#argument();
    const bare = /^(\p{L}[\p{M}\u2080-\u209c]*|\p{N}+)$/u.test(inside);
    return `${degree === '' ? '' : superscript(degree)}√${bare ? inside : `(${inside})`}`;
  }

  #until(end: string): string {
    const close = this.#text.indexOf(end, this.#at);
    if (close < 0) return '';
    const inside = this.#text.slice(this.#at + 1, close);
    this.#at = close + 1;
    return inside;
  }

  #escaped(): string {
    if (this.#at >= this.#text.length) return '\\';
    const character = this.#take();
    if (character === '|') return '‖';
    if (/[,;:> ]/.test(character)) return ' ';
    if (character === '!') return '';
    return character === '\\' ? ' ' : character;
  }

  /** Reads one argument: a group, a command, or a single character. */
  #argument(): string {
    this.#eatBlank();
    if (this.#at >= this.#text.length || this.#depth >= MOST_DEPTH) return '';
    this.#depth++;
    const argument = this.#piece('');
    this.#depth--;
    return argument;
  }

  #group(): string {
    if (this.#depth >= MOST_DEPTH) return '{';
    this.#depth++;
    let out = '';
    while (this.#at < this.#text.length && this.#text[this.#at] !== '}') out += this.#piece(out);
    this.#at++;
    this.#depth--;
    return out;
  }

  // A fraction's part needs parentheses as soon as it is more than one thing.
  #wrapped(text: string): string {
    return /^[\p{L}\p{N}\p{M}.,′ᵀ⁰-₟√∂∇]+$/u.test(text) || /^\([^()]*\)$/.test(text)
      ? text
      : `(${text})`;
  }

  #skip(): string {
    this.#at++;
    return '';
  }

  #eatBlank(): void {
    while (this.#text[this.#at] === ' ') this.#at++;
  }
}
