import { fenceOf } from './environment.js';
import { factor, fraction, root } from './fraction.js';
import { subscript, superscript } from './scripts.js';
import { shapeOf } from './shapes.js';
import { MathsSource } from './source.js';
import * as symbols from './symbols.js';

/** Ends something that a sign can stand behind: `x ≤`, `) ≤`, not `( ≤`; a tall part is one character. */
const OPERAND = /[\p{L}\p{N}\p{M}\p{Co}\])}⟩⌉⌋|‖∞′!*…\p{Sc}%]$/u;

/** Reads LaTeX maths with balanced braces as a line of Unicode text. */
export class MathsReader {
  readonly #source: MathsSource;

  constructor(latex: string) {
    this.#source = new MathsSource(latex);
  }

  all(): string {
    let out = '';
    while (!this.#source.atEnd) out += this.#piece(out);
    return out;
  }

  /** Reads the next piece; `before` is what stands in front of it. */
  #piece(before: string): string {
    const character = this.#source.take();
    switch (character) {
      case '\\':
        return this.#command(before);
      case '{':
        return this.#group();
      case '^':
        return this.#source.hasArgument ? superscript(this.#argument()) : '^';
      case '_':
        return this.#source.hasArgument ? subscript(this.#argument()) : '_';
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

  #command(before: string): string {
    const name = this.#source.takeName();
    if (name === '') return this.#escaped();
    const relation = symbols.RELATIONS.get(name);
    if (relation !== undefined) return this.#between(relation, before);
    const prefix = symbols.PREFIXES.get(name);
    if (prefix !== undefined) {
      this.#source.skipBlanks();
      return prefix;
    }
    const letter = symbols.LETTERS.get(name);
    if (letter !== undefined) return letter;
    if (symbols.OPERATORS.has(name)) return this.#operator(name, before);
    if (symbols.SILENT.has(name)) return this.#source.silence();
    if (!symbols.IGNORED.has(name)) return this.#withArguments(name, before);
    // `\left.` draws nothing.
    if (name === 'left' || name === 'right') this.#source.takeIf('.');
    return '';
  }

  #between(sign: string, before: string): string {
    if (!OPERAND.test(before.trimEnd())) return sign;
    this.#source.skipBlanks();
    return `${before.endsWith(' ') ? '' : ' '}${sign} `;
  }

  #operator(name: string, before: string): string {
    const gap = /[\p{L}\p{N})]$/u.test(before) ? ' ' : '';
    this.#source.skipBlanks();
    return `${gap}${name}${this.#source.startsOperand() ? ' ' : ''}`;
  }

  #withArguments(name: string, before: string): string {
    switch (name) {
      case 'frac':
      case 'dfrac':
      case 'tfrac':
      case 'cfrac':
        return this.#fraction(before);
      case 'sqrt':
        return root(superscript(this.#source.takeBracketed() ?? ''), this.#argument());
      case 'overset':
      case 'stackrel':
        return this.#around(superscript(this.#argument()));
      case 'underset':
        return this.#around(subscript(this.#argument()));
      case 'begin':
        return this.#environment();
      case 'underbrace':
      case 'overbrace':
        return this.#braced();
      case 'xrightarrow':
        return this.#between(`─${this.#label()}→`, before);
      case 'xleftarrow':
        return this.#between(`←${this.#label()}─`, before);
      case 'textcolor':
        this.#source.takeGroup();
        return this.#argument();
      case 'tag':
        return `  (${this.#argument()})`;
      case 'binom':
        return `C(${this.#argument()}, ${this.#argument()})`;
      default:
        return this.#named(name, before);
    }
  }

  // Beside another factor without a sign between, a bare fraction would swallow it: `2(1/3)`.
  #fraction(before: string): string {
    const text = fraction(this.#argument(), this.#argument());
    const touches = /[\p{L}\p{N}]$/u.test(before) || this.#source.continuesFactor();
    return touches ? `(${text})` : text;
  }

  #named(name: string, before: string): string {
    if (symbols.TEXTS.has(name)) return this.#text(name, before);
    const shape = shapeOf(name);
    if (shape !== null) return shape(this.#argument());
    return `\\${name}${this.#unknownArguments()}`;
  }

  #text(name: string, before: string): string {
    this.#source.takeIf('*');
    const words = this.#source.takeGroup() ?? this.#argument();
    return name === 'operatorname' ? this.#operator(words, before) : words;
  }

  /** Rows of cells on one line: `[a b; c d]`. */
  #environment(): string {
    const environment = this.#source.takeEnvironment();
    if (environment === null) return '';
    const { name, rows } = environment;
    const [open, close] = fenceOf(name);
    const between = name.endsWith('cases') ? ', ' : ' ';
    const lines = rows.map((row) => row.map(lineOf).filter(Boolean).join(between));
    return `${open}${lines.join('; ')}${close}`;
  }

  /** What is braced together, and what that is called. */
  #braced(): string {
    const part = this.#argument();
    const isNamed = this.#source.takeIf('_') || this.#source.takeIf('^');
    return isNamed ? `${factor(part)} [${this.#argument()}]` : part;
  }

  /** What stands over an arrow, and behind it what stands under it. */
  #label(): string {
    const under = this.#source.takeBracketed();
    const over = this.#argument();
    return under === null ? over : `${over}─${lineOf(under)}`;
  }

  #around(scripted: string): string {
    return `${this.#argument()}${scripted}`;
  }

  #unknownArguments(): string {
    let out = '';
    while (this.#source.takeIf('{')) out += `{${this.#group()}}`;
    return out;
  }

  #escaped(): string {
    if (this.#source.atEnd) return '\\';
    const character = this.#source.take();
    if (character === '|') return '‖';
    if (character === '!') return '';
    return /[,;:> \\]/.test(character) ? ' ' : character;
  }

  /** Reads one argument: a group, a command, or a single character. */
  #argument(): string {
    this.#source.skipBlanks();
    if (!this.#source.hasArgument || !this.#source.enter()) return '';
    return this.#source.leave(this.#piece(''));
  }

  #group(): string {
    let out = '';
    while (!this.#source.atEnd && !this.#source.takeIf('}')) out += this.#piece(out);
    return out;
  }
}

function lineOf(latex: string): string {
  return new MathsReader(latex).all().replaceAll(/ {2,}/g, ' ').trim();
}
