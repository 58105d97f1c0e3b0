import { queryError } from './query-error.js';

/** A piece of a query as it was typed. */
export type Token =
  | { readonly kind: 'open' | 'close' | 'or' | 'not'; readonly at: number }
  | {
      readonly kind: 'word';
      /** Without quotes and escapes. */
      readonly text: string;
      /** What stands before the first `:` outside quotes; null where there is none. */
      readonly key: string | null;
      /** What stands after it. */
      readonly value: string;
      /** Written in quotes from its first character. */
      readonly quoted: boolean;
      /** Offset in the query, from 0. */
      readonly at: number;
    };

/** Splits a query into its pieces. Throws `query-invalid` for a quote that does not end. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const character = query.charAt(at);
    if (/\s/.test(character)) at++;
    else if (character === '(' || character === ')') {
      tokens.push({ kind: character === '(' ? 'open' : 'close', at });
      at++;
    } else if (character === '-' && /[^\s)]/.test(query.charAt(at + 1))) {
      tokens.push({ kind: 'not', at });
      at++;
    } else {
      const word = readWord(query, at);
      tokens.push(word.token);
      at = word.end;
    }
  }
  return tokens;
}

function readWord(query: string, start: number): { token: Token; end: number } {
  let text = '';
  let colon = -1;
  let at = start;
  let quotes = false;
  while (at < query.length && !/[\s()]/.test(query.charAt(at))) {
    const character = query.charAt(at);
    if (character === '"') {
      const part = readQuoted(query, at);
      text += part.text;
      at = part.end;
      quotes = true;
      continue;
    }
    if (character === '\\' && at + 1 < query.length) {
      text += query.charAt(at + 1);
      at += 2;
      continue;
    }
    if (character === ':' && colon < 0) colon = text.length;
    text += character;
    at++;
  }
  if (!quotes && /^or$/i.test(text)) return { token: { kind: 'or', at: start }, end: at };
  const key = colon > 0 ? text.slice(0, colon) : null;
  const value = colon > 0 ? text.slice(colon + 1) : text;
  const quoted = query.charAt(start) === '"';
  return { token: { kind: 'word', text, key, value, quoted, at: start }, end: at };
}

function readQuoted(query: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start + 1; at < query.length; at++) {
    const character = query.charAt(at);
    if (character === '"') return { text, end: at + 1 };
    if (character === '\\' && at + 1 < query.length) at++;
    text += query.charAt(at);
  }
  throw queryError(query, start, 'This quote has no end.', 'Close it with another ".');
}
