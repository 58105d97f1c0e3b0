import { queryError, siteIn } from './error.js';

/** One of the values that a comma separates. */
export interface TermValue {
  /** Without quotes and escapes. */
  readonly text: string;
  /** Some of it was quoted or escaped. */
  readonly quoted: boolean;
}

/** A word of a query: text to search for, or a term with a key. */
export interface Word {
  readonly kind: 'word';
  /** What stands before the first bare `:`; null where there is none. */
  readonly key: string | null;
  /** What stands after it, or all of it, split at bare commas. */
  readonly values: readonly TermValue[];
  /** All of it, without quotes and escapes. */
  readonly text: string;
  /** Offsets in the query, from 0. */
  readonly from: number;
  readonly to: number;
}

/** A piece of a query as it was typed. */
export type Token =
  | {
      readonly kind: 'open' | 'close' | 'or' | 'and' | 'not';
      readonly from: number;
      readonly to: number;
    }
  | Word;

/** A character as it was typed: bare, or escaped and so only itself. So is a whole quotation. */
interface Character {
  readonly text: string;
  readonly bare: boolean;
}

const SIGNS: Readonly<Record<string, 'open' | 'close' | 'not'>> = {
  '(': 'open',
  ')': 'close',
  '-': 'not',
};

/** Splits a query into its pieces. Throws `query-invalid` for a quote that does not end. */
export function tokenize(query: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < query.length) {
    const sign = SIGNS[query.charAt(at)];
    if (/\s/.test(query.charAt(at))) at++;
    else if (sign === undefined) {
      const token = readWord(query, at);
      tokens.push(token);
      at = token.to;
    } else {
      tokens.push({ kind: sign, from: at, to: at + 1 });
      at++;
    }
  }
  return tokens;
}

function readWord(query: string, from: number): Token {
  const { characters, to } = readCharacters(query, from, /[\s()]/);
  const isBare = characters.every(({ bare }) => bare);
  const text = textOf(characters);
  if (isBare && /^(or|and)$/i.test(text)) {
    return { kind: text.toLowerCase() === 'or' ? 'or' : 'and', from, to };
  }
  const colon = characters.findIndex((character) => isSign(character, ':'));
  const key =
    colon > 0 && isBareUpTo(characters, colon) ? textOf(characters.slice(0, colon)) : null;
  const value = key === null ? characters : characters.slice(colon + 1);
  return { kind: 'word', key, values: splitValues(value), text, from, to };
}

/** Splits the value of a flag at its commas, quotes and escapes as in a query. */
export function readFlagValues(value: string): TermValue[] {
  return splitValues(readCharacters(value, 0, null).characters);
}

function readCharacters(
  query: string,
  from: number,
  end: RegExp | null,
): { characters: Character[]; to: number } {
  const characters: Character[] = [];
  let at = from;
  while (at < query.length && !end?.test(query.charAt(at))) {
    const next = readCharacter(query, at);
    characters.push(next.character);
    at = next.to;
  }
  return { characters, to: at };
}

/** Reads one character; a quotation or an escape counts as one. */
function readCharacter(query: string, at: number): { character: Character; to: number } {
  const text = query.charAt(at);
  if (text === '"') return readQuoted(query, at);
  const escaped = text === '\\' ? query.charAt(at + 1) : '';
  if (escaped !== '') return { character: { text: escaped, bare: false }, to: at + 2 };
  return { character: { text, bare: true }, to: at + 1 };
}

function readQuoted(query: string, from: number): { character: Character; to: number } {
  let text = '';
  for (let at = from + 1; at < query.length; at++) {
    if (query.charAt(at) === '"') return { character: { text, bare: false }, to: at + 1 };
    if (query.charAt(at) === '\\' && at + 1 < query.length) at++;
    text += query.charAt(at);
  }
  throw queryError(
    siteIn(query, from, query.length),
    'this quote is not closed',
    'Close it with ".',
  );
}

function splitValues(characters: readonly Character[]): TermValue[] {
  const values: Character[][] = [[]];
  for (const character of characters) {
    if (isSign(character, ',')) values.push([]);
    else values.at(-1)?.push(character);
  }
  return values.map((value) => ({
    text: textOf(value).trim(),
    quoted: value.some(({ bare }) => !bare),
  }));
}

function isSign({ text, bare }: Character, sign: string): boolean {
  return bare && text === sign;
}

function isBareUpTo(characters: readonly Character[], end: number): boolean {
  return characters.slice(0, end).every(({ bare }) => bare);
}

function textOf(characters: readonly Character[]): string {
  return characters.map(({ text }) => text).join('');
}
