import type { Query } from '../model/query.js';
import { allOf, anyOf } from '../model/query-tree.js';
import { queryError, siteIn } from './error.js';
import { parseTerm } from './terms.js';
import { type Token, tokenize } from './tokens.js';

/** Bounds that no person meets, so that no query takes long or exhausts the stack. */
const MAX_CHARACTERS = 20_000;
const MAX_TERMS = 1_000;
const MAX_DEPTH = 50;

/**
 * Reads a query: terms joined by AND, with OR, `-`, parentheses and quotes. An
 * empty one is every card. Throws `query-invalid`, pointing at the wrong term.
 */
export function parseQuery(text: string): Query {
  if (text.length > MAX_CHARACTERS) throw tooLong(text);
  const tokens = tokenize(text);
  const terms = tokens.reduce(
    (sum, token) => sum + (token.kind === 'word' ? token.values.length : 0),
    0,
  );
  if (terms > MAX_TERMS) throw tooLong(text);
  if (tokens.length === 0) return { kind: 'all' };
  return new Parser(text, tokens).all();
}

function tooLong(text: string): Error {
  return queryError(siteIn(text, 0, text.length), 'the query is too long', 'Use fewer terms.');
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
    if (left === undefined) return query;
    throw this.#error(left, 'this parenthesis closes nothing', 'Remove it.');
  }

  #alternatives(): Query {
    const terms = [this.#conjunction()];
    while (this.#skip('or')) terms.push(this.#conjunction());
    return anyOf(terms);
  }

  #conjunction(): Query {
    const terms = [this.#term()];
    while (this.#skip('and') || this.#startsTerm()) terms.push(this.#term());
    return allOf(...terms);
  }

  #term(): Query {
    const token = this.#peek();
    switch (token?.kind) {
      case 'word':
        this.#at++;
        return parseTerm(token, siteIn(this.#text, token.from, token.to));
      case 'not':
        return this.#nested(token, () => this.#opposite(token));
      case 'open':
        return this.#nested(token, () => this.#group(token));
      default:
        throw this.#missing(token);
    }
  }

  #opposite(not: Token): Query {
    // A dash on its own is more likely a dash than a wish to leave out the next word.
    if (this.#peek()?.from !== not.to) throw this.#missing(undefined);
    const term = this.#term();
    return term.kind === 'not' ? term.term : { kind: 'not', term };
  }

  #group(open: Token): Query {
    const query = this.#alternatives();
    if (this.#skip('close')) return query;
    throw this.#error(open, 'this parenthesis is not closed', 'Close it with ")".');
  }

  #nested(token: Token, read: () => Query): Query {
    this.#at++;
    this.#depth++;
    if (this.#depth > MAX_DEPTH) throw this.#error(token, 'this nests too deep', 'Use fewer.');
    const query = read();
    this.#depth--;
    return query;
  }

  /** The error for a term that should follow the token before, or stand where another does. */
  #missing(instead: Token | undefined): Error {
    const before = this.#tokens[this.#at - 1];
    const hint = 'Add one, or quote the operator to search for it.';
    if (before !== undefined) return this.#error(before, 'a term is missing after it', hint);
    const site = instead ?? { from: 0, to: this.#text.length };
    return this.#error(site, 'a term is missing before it', hint);
  }

  #startsTerm(): boolean {
    const kind = this.#peek()?.kind;
    return kind === 'word' || kind === 'not' || kind === 'open';
  }

  #skip(kind: Token['kind']): boolean {
    if (this.#peek()?.kind !== kind) return false;
    this.#at++;
    return true;
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#at];
  }

  #error({ from, to }: { from: number; to: number }, wrong: string, hint: string): Error {
    return queryError(siteIn(this.#text, from, to), wrong, hint);
  }
}
