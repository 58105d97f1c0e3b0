import { VivaError } from '../model/error.js';
import type { Query } from '../model/query.js';
import { someTerm } from '../model/query-tree.js';
import { visibleLine } from '../model/text/visible.js';
import { foldName } from './fold-name.js';
import { nearest } from './nearest.js';
import { isNamed } from './wildcard.js';

/** The names that live cards have, by the field that asks for them. */
export type KnownNames = Readonly<
  Record<'company' | 'part' | 'tag' | 'collection', readonly string[]>
>;

const PLURALS: Readonly<Record<keyof KnownNames, string>> = {
  company: 'companies',
  part: 'parts',
  tag: 'tags',
  collection: 'collections',
};
const MAX_LISTED = 12;

/**
 * Finds a name in a query that no live card has, and returns the error that says
 * which there are; null where there is none. A query for retired cards may name
 * what live ones no longer do.
 */
export function unknownNames(query: Query, known: KnownNames): VivaError | null {
  if (someTerm(query, (term) => term.kind === 'is' && term.word === 'retired')) return null;
  let error: VivaError | null = null;
  someTerm(query, (term) => {
    error = errorFor(term, known);
    return error !== null;
  });
  return error;
}

function errorFor(term: Query, known: KnownNames): VivaError | null {
  switch (term.kind) {
    case 'tag':
      return foldName(term.name) === 'none' ? null : unknownName('tag', term.name, known.tag);
    case 'company':
    case 'part':
    case 'collection':
      return unknownName(term.kind, term.name, known[term.kind]);
    default:
      return null;
  }
}

function unknownName(
  kind: keyof KnownNames,
  name: string,
  names: readonly string[],
): VivaError | null {
  if (names.some((each) => isNamed(each, name))) return null;
  const message = `No card has the ${kind} "${visibleLine(name)}".`;
  return new VivaError('query-invalid', message, hintFor(kind, name, names));
}

function hintFor(kind: keyof KnownNames, name: string, names: readonly string[]): string {
  if (names.length === 0) return `There are no ${PLURALS[kind]} yet.`;
  const near = nearest(name, names);
  const meant = near === null ? '' : `Did you mean "${visibleLine(near)}"? `;
  const listed = names.slice(0, MAX_LISTED).map(visibleLine).join(', ');
  const more = names.length > MAX_LISTED ? ` and ${names.length - MAX_LISTED} more` : '';
  return `${meant}There are the ${PLURALS[kind]} ${listed}${more}.`;
}
