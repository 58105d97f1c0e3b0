import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf, anyOf, mapTerms } from '../../model/query-tree.js';
import type { CardRecord, Cards } from './ports.js';

/** What can be an id, or enough of one to be meant: an explicit id has no blanks either. */
const ID = /^[^\s"]{4,200}$/;

/**
 * Returns the query with ids in the place of words that no card's text holds but
 * that a card's id begins with, or is. Throws `card-ambiguous` for the
 * beginning of several ids.
 */
export function withIds(query: Query, moment: Moment, cards: Cards): Query {
  const named = mapTerms(query, (term) => {
    if (term.kind !== 'text' || !ID.test(term.text)) return term;
    // Ids first: they are looked up in an index, while a common word is in many texts.
    const found = cards.resolve(term.text, moment);
    if (found.length === 0 || cards.find(term, moment, 1).length > 0) return term;
    if (found.length > 1) throw ambiguousCard(term.text, found);
    return { kind: 'id', id: term.text };
  });
  return named.kind === 'and' ? anyId(named.terms) : named;
}

/** Several ids one after another are several cards: none has two. */
function anyId(terms: readonly Query[]): Query {
  const ids = terms.filter(({ kind }) => kind === 'id');
  if (ids.length < 2) return allOf(...terms);
  return allOf(anyOf(ids), ...terms.filter(({ kind }) => kind !== 'id'));
}

/** The error for a reference that fits several cards. */
export function ambiguousCard(reference: string, found: readonly CardRecord[]): VivaError {
  const ids = found.map(({ card }) => card.id).join(', ');
  return new VivaError(
    'card-ambiguous',
    `"${reference}" could be ${ids}${found.length === 5 ? ' or more' : ''}.`,
    'Give more characters of the id.',
  );
}
