import { IS_WORDS, type NumericProperty, type Query } from '../model/query.js';
import { parseRating } from '../model/rating.js';
import { PROPERTY_NAMES, parseComparison, parseProperty } from './comparison.js';
import { DIFFICULTY_WORDS, parseDifficulty } from './difficulty.js';
import type { TermValue } from './tokens.js';

/** Something that a query can ask for by `key:value`. */
export interface Field {
  /** Returns the term for a value; null where the value does not fit. */
  readonly read: (value: TermValue) => Query | null;
  /** What a right one looks like. */
  readonly example: string;
  /** Words that a value can be or begin with, to find the one that was meant. */
  readonly words?: readonly string[];
}

/** More than a lifetime. */
const MAX_DAYS = 99_999;

const numeric = (name: NumericProperty, example: string, words: readonly string[] = []): Field => ({
  read: ({ text }) => parseComparison(name, text),
  example,
  words,
});

const named = (kind: 'company' | 'part' | 'tag' | 'collection', example: string): Field => ({
  read: ({ text }) => (text === '' ? null : { kind, name: text }),
  example,
});

const since = (kind: 'added' | 'introduced'): Field => ({
  read({ text }) {
    const days = parseDays(text);
    return days === null ? null : { kind, days };
  },
  example: `${kind}:7, today and the six days before`,
});

/** The fields by their names, in the order in which help lists them. */
export const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>([
  ['company', named('company', 'company:google or company:google,meta')],
  [
    'difficulty',
    {
      read: ({ text }) => parseDifficulty(text),
      example: 'difficulty:3, difficulty:2..3, difficulty:>=2 or difficulty:hard',
      words: DIFFICULTY_WORDS,
    },
  ],
  ['part', named('part', 'part:Inference')],
  ['module', { read: readModule, example: 'module:22 or module:"kv cache"' }],
  ['tag', named('tag', 'tag:transformer or tag:none')],
  ['collection', named('collection', 'collection:viva')],
  ['is', { read: readIs, example: `is: with ${IS_WORDS.join(', ')}`, words: IS_WORDS }],
  ['due', numeric('due', 'due:today, due:<=7d or due:<0', ['today', 'tomorrow', 'yesterday'])],
  ['interval', numeric('interval', 'interval:>30d')],
  ['stability', numeric('stability', 'stability:>21d')],
  ['retrievability', numeric('retrievability', 'retrievability:<0.8 or retrievability:<80%')],
  ['lapses', numeric('lapses', 'lapses:>=3')],
  ['reps', numeric('reps', 'reps:>10')],
  [
    'prop',
    {
      read: ({ text }) => parseProperty(text),
      example: 'prop:ivl>30, prop:s>21, prop:d>0.5, prop:r<0.8, prop:lapses>3 or prop:due=0',
      words: PROPERTY_NAMES,
    },
  ],
  ['flag', { read: readFlag, example: 'flag:0 (none) to flag:7' }],
  ['added', since('added')],
  ['introduced', since('introduced')],
  [
    'rated',
    {
      read: readRated,
      example: 'rated:7 or rated:7:1, of the last 7 days and rated Again',
    },
  ],
  [
    'id',
    { read: ({ text }) => (text === '' ? null : { kind: 'id', id: text }), example: 'id:7k2p' },
  ],
]);

/** Other names of fields. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['stars', 'difficulty'],
  ['deck', 'collection'],
  ['ivl', 'interval'],
]);

function readModule({ text, quoted }: TermValue): Query | null {
  if (text === '') return null;
  // A title made of digits is asked for in quotes.
  if (!quoted && /^\d{1,9}$/.test(text)) return { kind: 'module', number: Number(text) };
  return { kind: 'module-title', title: text };
}

function readIs({ text }: TermValue): Query | null {
  const word = IS_WORDS.find((known) => known === text.toLowerCase());
  return word === undefined ? null : { kind: 'is', word };
}

function readFlag({ text }: TermValue): Query | null {
  return /^[0-7]$/.test(text) ? { kind: 'flag', value: Number(text) } : null;
}

function readRated({ text }: TermValue): Query | null {
  const [daysText = '', ratingText, ...more] = text.split(':');
  const days = parseDays(daysText);
  if (days === null || more.length > 0) return null;
  if (ratingText === undefined) return { kind: 'rated', days, rating: null };
  const rating = parseRating(ratingText);
  return rating === undefined ? null : { kind: 'rated', days, rating };
}

function parseDays(text: string): number | null {
  const [, digits] = /^(\d{1,5})d?$/i.exec(text) ?? [];
  const days = Number(digits ?? 0);
  return days >= 1 && days <= MAX_DAYS ? days : null;
}
