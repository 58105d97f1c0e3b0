import { closest, distance } from 'fastest-levenshtein';
import { VivaError } from '../model/error.js';
import type { Query } from '../model/query.js';
import { someTerm } from '../model/query-tree.js';
import { wildcardPattern } from './wildcard.js';

/** The names that cards have, by the field that asks for them. */
export type KnownNames = Readonly<
  Record<'company' | 'part' | 'tag' | 'collection', readonly string[]>
>;

const PLURAL = {
  company: 'companies',
  part: 'parts',
  tag: 'tags',
  collection: 'collections',
} as const;
const MOST_NAMED = 12;

/** Finds a name in a query that no card has; gives the error that says which exist, else null. */
export function unknownNames(query: Query, known: KnownNames): VivaError | null {
  let error: VivaError | null = null;
  someTerm(query, (term) => {
    const field = fieldOf(term);
    if (field === null || isKnown(field.name, known[field.kind])) return false;
    error = unknownName(field.kind, field.name, known[field.kind]);
    return true;
  });
  return error;
}

function fieldOf(term: Query): { kind: keyof KnownNames; name: string } | null {
  if (term.kind === 'tag' && term.name.toLowerCase() === 'none') return null;
  const isName =
    term.kind === 'company' ||
    term.kind === 'part' ||
    term.kind === 'tag' ||
    term.kind === 'collection';
  return isName ? { kind: term.kind, name: term.name } : null;
}

function isKnown(name: string, names: readonly string[]): boolean {
  const pattern = wildcardPattern(name);
  return names.some((each) => pattern.test(each));
}

function unknownName(kind: keyof KnownNames, name: string, names: readonly string[]): VivaError {
  const message = `No card has the ${kind} "${name}".`;
  if (names.length === 0)
    return new VivaError('query-invalid', message, `No card names any ${kind}.`);
  const near = closest(
    name.toLowerCase(),
    names.map((each) => each.toLowerCase()),
  );
  const spelt = names.find((each) => each.toLowerCase() === near) ?? near;
  const guess =
    distance(name.toLowerCase(), near) <= Math.max(2, name.length / 3)
      ? `Did you mean "${spelt}"? `
      : '';
  const listed = names.slice(0, MOST_NAMED).join(', ');
  const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
  return new VivaError(
    'query-invalid',
    message,
    `${guess}There are these ${PLURAL[kind]}: ${listed}${more}.`,
  );
}
