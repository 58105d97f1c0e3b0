import type { Query } from './query.js';

/** Joins queries by AND: flat, and without those that are true of every card. */
export function allOf(...queries: readonly Query[]): Query {
  const terms = queries
    .filter(({ kind }) => kind !== 'all')
    .flatMap((query) => (query.kind === 'and' ? query.terms : [query]));
  const [only] = terms;
  if (only === undefined) return { kind: 'all' };
  return terms.length === 1 ? only : { kind: 'and', terms };
}

/** Joins queries by OR: flat, and true of every card where one of them is. Takes at least one. */
export function anyOf(queries: readonly Query[]): Query {
  if (queries.some(({ kind }) => kind === 'all')) return { kind: 'all' };
  const terms = queries.flatMap((query) => (query.kind === 'or' ? query.terms : [query]));
  const [only] = terms;
  return terms.length === 1 && only !== undefined ? only : { kind: 'or', terms };
}

/** Does a test hold for any part of a query? */
export function someTerm(query: Query, test: (term: Query) => boolean): boolean {
  if (test(query)) return true;
  if (query.kind === 'and' || query.kind === 'or')
    return query.terms.some((term) => someTerm(term, test));
  return query.kind === 'not' && someTerm(query.term, test);
}

/** Returns the query with each of its terms, those that hold no others, changed. */
export function mapTerms(query: Query, change: (term: Query) => Query): Query {
  switch (query.kind) {
    case 'and':
    case 'or':
      return { ...query, terms: query.terms.map((term) => mapTerms(term, change)) };
    case 'not':
      return { ...query, term: mapTerms(query.term, change) };
    default:
      return change(query);
  }
}
