import type { SortKey } from '../../model/card-sort.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { decayOf } from '../../schedule/retrievability.js';
import { CARD_TABLES } from '../tables/card-record.js';
import { makeBind } from './context.js';
import { sortSql } from './sort-sql.js';
import { compileQuery } from './sql.js';

/** A query as parts of a SQL statement. */
export interface Matching {
  /** Tables to select from; `memory y` is among them always. */
  readonly from: string;
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Is it every card? */
  readonly all: boolean;
}

/**
 * Returns the cards of a query for the queue, which looks at live cards only.
 * For the query of everything that is `memory` alone, so that its indexes
 * suffice.
 */
export function matchingWaiting(
  query: Query,
  moment: Moment,
  weights: readonly number[],
): Matching {
  if (query.kind === 'all') return { from: 'memory y', where: '1', params: {}, all: true };
  return matchingCards(query, moment, weights);
}

/**
 * Returns the cards of a query; retired ones only where the query asks for them.
 * `compileQuery` gives one condition over the aliases c, m, k and y (see
 * migrations/0001-initial.ts), and its values as named parameters that begin
 * with q: the other names are those of the statement around it.
 */
export function matchingCards(query: Query, moment: Moment, weights: readonly number[]): Matching {
  const compiled = compileQuery(query, { moment, decay: decayOf(weights) });
  return { from: CARD_TABLES, ...compiled, all: false };
}

/** The same cards with their order; one of all live cards by their memory looks at nothing else. */
export function sortedCards(
  query: Query,
  by: Exclude<SortKey, 'random'>,
  moment: Moment,
  weights: readonly number[],
): Omit<Matching, 'all'> & { readonly orderBy: string } {
  const context = { moment, decay: decayOf(weights) };
  const { bind, params } = makeBind('s');
  const { orderBy, ofMemory } = sortSql(by, context, bind);
  if (query.kind === 'all' && ofMemory) {
    return { from: 'memory y', where: 'y.active = 1', params, orderBy };
  }
  const compiled = compileQuery(query, context);
  const both = { ...compiled.params, ...params };
  return { from: CARD_TABLES, where: compiled.where, params: both, orderBy };
}
