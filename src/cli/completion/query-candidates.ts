import { ALIASES, FIELDS } from '../../query/fields.js';
import type { Completion, FindNames, NameKind, Values } from '../contract/values.js';
import { valueCandidates } from './value-candidates.js';

const NAMES: ReadonlyMap<string, NameKind> = new Map([
  ['company', 'company'],
  ['part', 'part'],
  ['tag', 'tag'],
  ['collection', 'collection'],
  ['module', 'module'],
  ['id', 'card'],
]);

/** Levels of difficulty: as many stars, or in words. */
export const STAR_WORDS: readonly string[] = ['1', '2', '3', 'easy', 'medium', 'hard'];

const FLAG_WORDS: readonly string[] = ['0', '1', '2', '3', '4', '5', '6', '7'];

/** Returns the keys and, behind a key, the values that a term of a query can have. */
export function queryCandidates(typed: string, findNames: FindNames): Completion[] {
  const [, sign = '', key, values = ''] = /^(-?)([a-z]+):(.*)$/is.exec(typed) ?? [];
  if (key !== undefined) {
    // "google,me": the last of several values is the one being typed.
    const last = values.slice(values.lastIndexOf(',') + 1);
    const head = typed.slice(0, typed.length - last.length);
    return valueCandidates(valuesOf(key), head, last.replace(/^"/, ''), findNames);
  }
  const [, negation = '', start = ''] = /^(-?)([a-z]*)$/i.exec(typed) ?? [typed, sign, null];
  if (start === null) return [];
  return [...FIELDS]
    .filter(([name]) => name.startsWith(start.toLowerCase()))
    .map(([name, { example }]) => ({ word: `${negation}${name}:`, about: example }));
}

function valuesOf(key: string): Values | undefined {
  const name = ALIASES.get(key.toLowerCase()) ?? key.toLowerCase();
  switch (name) {
    case 'difficulty':
      return STAR_WORDS;
    case 'flag':
      return FLAG_WORDS;
    case 'is':
    case 'due':
      return FIELDS.get(name)?.words;
    default:
      return NAMES.get(name);
  }
}
