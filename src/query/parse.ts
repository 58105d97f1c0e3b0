import type { Query } from '../model/query.js';
import { allOf, anyOf } from '../model/query-tree.js';
import { queryError } from './query-error.js';
import { parseTerm } from './terms.js';
import { type Token, tokenize } from './tokens.js';

/** Deeper parentheses help nobody, and hostile ones could exhaust the stack. */
const MOST_DEPTH = 100;

/**
 * Reads a query: terms joined by AND, with OR, `-`, parentheses and quotes. An
 * empty one is every card. Throws `query-invalid`, pointing at the wrong term.
 */
export function parseQuery(text: string): Query {
  const parser = new Parser(text, tokenize(text));
  return parser.all();
}

class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  #at = 0;
  #depth = 0;

  constructor(text: string, tokens: readonly Token[]) {
    this.#text = text;
    this.#tokens = tokens;
  }

  all(): Query {
    const query = this.#alternatives();
    const left = this.#peek();
    if (left !== undefined) this.#fail(left.at, 'This parenthesis closes nothing.', 'Take it out.');
    return query;
  }

  #alternatives(): Query {
    const terms = [this.#conjunction()];
    while (this.#peek()?.kind === 'or') {
      const { at } = this.#next();
      if (this.#endsHere()) this.#fail(at, 'There is nothing after OR.', 'Put a term after it.');
      terms.push(this.#conjunction());
    }
    return anyOf(terms);
  }

  #conjunction(): Query {
    const terms: Query[] = [];
    while (!this.#endsHere()) terms.push(this.#term());
    const next = this.#peek();
    if (terms.length === 0 && next?.kind === 'or') {
      this.#fail(next.at, 'There is nothing before OR.', 'Put a term before it.');
    }
    return allOf(...terms);
  }

  #endsHere(): boolean {
    const kind = this.#peek()?.kind;
    return kind === undefined || kind === 'or' || kind === 'close';
  }

  #term(): Query {
    const token = this.#next();
    if (token.kind === 'not') {
      if (this.#endsHere())
        this.#fail(token.at, 'There is nothing after "-".', 'Put a term after it.');
      return { kind: 'not', term: this.#term() };
    }
    if (token.kind === 'open') return this.#group(token.at);
    if (token.kind === 'word') return parseTerm(token, this.#text);
    return this.#fail(token.at, 'A term is missing here.', 'Put one here.');
  }

  #group(at: number): Query {
    this.#depth++;
    if (this.#depth > MOST_DEPTH) this.#fail(at, 'The parentheses nest too deep.', 'Use fewer.');
    const query = this.#alternatives();
    this.#depth--;
    if (this.#peek()?.kind !== 'close')
      this.#fail(at, 'This parenthesis has no end.', 'Close it with ")".');
    this.#next();
    return query;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #next(): Token {
    const token = this.#tokens[this.#at];
    if (token === undefined)
      return this.#fail(this.#text.length, 'A term is missing here.', 'Put one here.');
    this.#at++;
    return token;
  }

  #fail(at: number, message: string, hint: string): never {
    throw queryError(this.#text, at, message, hint);
  }
}
