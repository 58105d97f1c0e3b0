import type { Query } from '../model/query.js';
import { anyOf } from '../model/query-tree.js';
import { visibleLine } from '../model/text/visible.js';
import { queryError, type Site } from './error.js';
import { ALIASES, FIELDS, type Field } from './fields.js';
import { nearest } from './nearest.js';
import type { TermValue, Word } from './tokens.js';

/**
 * Reads one word of a query. Throws `query-invalid` for a key or value that is
 * none, with the nearest right one.
 */
export function parseTerm(word: Word, site: Site): Query {
  const { key, text, values } = word;
  // Only a word can be a mistyped key: an address or a time is text.
  if (key === null || !/^[a-z]+$/i.test(key)) return parseText(text, site);
  const field = fieldOf(key);
  if (field === undefined) throw unknownKey(key, site);
  return anyOf(values.map((value) => parseValue(key, field, value, site)));
}

/** Reads one value of a field. Throws `query-invalid` where it does not fit. */
export function parseValue(key: string, field: Field, value: TermValue, site: Site): Query {
  const term = field.read(value);
  if (term !== null) return term;
  const wrong = value.text === '' ? `a value is missing after "${key}:"` : 'invalid search term';
  const [, before = '', typed = '', after = ''] =
    /^([^a-z]*)([a-z]+)(.*)$/is.exec(value.text) ?? [];
  const near = typed === '' ? null : nearest(typed, field.words ?? []);
  const meant =
    near === null || near === typed.toLowerCase()
      ? ''
      : `Did you mean ${visibleLine(`${key}:${before}${near}${after}`)}? `;
  throw queryError(site, wrong, `${meant}Write ${field.example}.`);
}

/** Returns the field of a name or alias, without case. */
export function fieldOf(key: string): Field | undefined {
  const name = key.toLowerCase();
  return FIELDS.get(ALIASES.get(name) ?? name);
}

function parseText(text: string, site: Site): Query {
  if (text.trim() !== '') return { kind: 'text', text };
  throw queryError(site, 'there is nothing to search for', 'Put a word between the quotes.');
}

function unknownKey(key: string, site: Site): Error {
  const names = [...FIELDS.keys(), ...ALIASES.keys()];
  const near = nearest(key, names);
  const meant = near === null ? `The keys are ${names.join(', ')}.` : `Did you mean ${near}:?`;
  return queryError(
    site,
    `unknown search field "${key}:"`,
    `${meant} Text with a colon goes in quotes.`,
  );
}
