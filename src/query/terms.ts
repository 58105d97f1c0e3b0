import { closest, distance } from 'fastest-levenshtein';
import { IS_WORDS, type Query } from '../model/query.js';
import { anyOf } from '../model/query-tree.js';
import { parseComparison } from './comparison.js';
import { parseDifficulty } from './difficulty.js';
import { queryError } from './query-error.js';
import type { Token } from './tokens.js';

type Word = Extract<Token, { kind: 'word' }>;

/** Gives one term for a value; null where the value does not fit. */
type Reader = (value: string) => Query | null;

const whole = (value: string, most: number): number | null => {
  const number = /^\d{1,5}$/.test(value) ? Number(value) : null;
  return number !== null && number <= most ? number : null;
};
const days =
  (kind: 'added' | 'introduced'): Reader =>
  (value) => {
    const number = whole(value, 99_999);
    return number === null || number === 0 ? null : { kind, days: number };
  };

const READERS: Readonly<Record<string, { read: Reader; fits: string }>> = {
  company: {
    read: (name) => (name === '' ? null : { kind: 'company', name }),
    fits: 'company:google',
  },
  part: { read: (name) => (name === '' ? null : { kind: 'part', name }), fits: 'part:Inference' },
  module: { read: readModule, fits: 'module:22 or module:"kv cache"' },
  tag: {
    read: (name) => (name === '' ? null : { kind: 'tag', name }),
    fits: 'tag:transformer or tag:none',
  },
  collection: {
    read: (name) => (name === '' ? null : { kind: 'collection', name }),
    fits: 'collection:viva',
  },
  difficulty: { read: parseDifficulty, fits: 'difficulty:3, difficulty:2..3 or difficulty:hard' },
  is: { read: readIs, fits: `is: with ${IS_WORDS.join(', ')}` },
  id: { read: (id) => (id === '' ? null : { kind: 'id', id }), fits: 'id:7k2p' },
  flag: { read: readFlag, fits: 'flag:0 to flag:7' },
  added: { read: days('added'), fits: 'added:7 (days)' },
  introduced: { read: days('introduced'), fits: 'introduced:7 (days)' },
  rated: { read: readRated, fits: 'rated:7 or rated:7:1 (days, rating)' },
  prop: {
    read: (value) => parseComparison('prop', value),
    fits: 'prop:ivl>30, prop:r<0.8 or prop:lapses>3',
  },
  ...comparisons('due', 'due:<=7d, due:today or due:0'),
  ...comparisons('interval', 'interval:>30d'),
  ...comparisons('stability', 'stability:>21d'),
  ...comparisons('retrievability', 'retrievability:<0.8'),
  ...comparisons('lapses', 'lapses:>=3'),
  ...comparisons('reps', 'reps:>10'),
};
const ALIASES: Readonly<Record<string, string>> = {
  deck: 'collection',
  stars: 'difficulty',
  ivl: 'interval',
  companies: 'company',
};

function comparisons(name: string, fits: string): Record<string, { read: Reader; fits: string }> {
  return { [name]: { read: (value) => parseComparison(name, value), fits } };
}

/** Fields whose value may name several, joined by commas, any of which will do. */
const TAKES_COMMAS = new Set([
  'company',
  'part',
  'module',
  'tag',
  'collection',
  'difficulty',
  'is',
  'id',
]);

/** Reads one word of a query. Throws `query-invalid` with the nearest term that is right. */
export function parseTerm(word: Word, query: string): Query {
  const { key, quoted, at } = word;
  if (key === null || quoted) return { kind: 'text', text: word.text };
  const name = ALIASES[key.toLowerCase()] ?? key.toLowerCase();
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined;
  // An address or a time is text, however many colons are in it.
  if (reader === undefined && /[^a-z]/i.test(key)) return { kind: 'text', text: word.text };
  if (reader === undefined) throw unknownKey(key, query, at);
  const values = TAKES_COMMAS.has(name)
    ? word.value.split(',').map((value) => value.trim())
    : [word.value];
  return anyOf(
    values.map((value) => {
      const term = reader.read(value);
      if (term !== null) return term;
      const near = name === 'is' ? nearIs(value) : '';
      throw queryError(
        query,
        at,
        `"${key}:${value}" is no term.`,
        `${near}Such a term looks like ${reader.fits}.`,
      );
    }),
  );
}

function nearIs(value: string): string {
  const near = closest(value.toLowerCase(), [...IS_WORDS]);
  return distance(value.toLowerCase(), near) <= 3 ? `Did you mean "is:${near}"? ` : '';
}

function unknownKey(key: string, query: string, at: number): Error {
  const near = closest(key.toLowerCase(), [...Object.keys(READERS), ...Object.keys(ALIASES)]);
  return queryError(
    query,
    at,
    `There is no "${key}:" to search by.`,
    `Did you mean "${near}:"? To search for the text, put it in quotes.`,
  );
}

function readModule(value: string): Query | null {
  if (value === '') return null;
  return /^\d{1,9}$/.test(value)
    ? { kind: 'module', number: Number(value) }
    : { kind: 'module-title', title: value };
}

function readIs(value: string): Query | null {
  const word = IS_WORDS.find((known) => known === value.toLowerCase());
  return word === undefined ? null : { kind: 'is', word };
}

function readFlag(value: string): Query | null {
  const flag = whole(value, 7);
  return flag === null ? null : { kind: 'flag', value: flag };
}

function readRated(value: string): Query | null {
  const [, dayText = '', ratingText] = /^(\d{1,5})(?::([1-4]))?$/.exec(value) ?? [];
  const number = whole(dayText, 99_999);
  if (number === null || number === 0) return null;
  const rating = ([1, 2, 3, 4] as const).find((each) => String(each) === ratingText) ?? null;
  return { kind: 'rated', days: number, rating };
}
