import type { Moment } from '../model/moment.js';
import type { Query } from '../model/query.js';
import { CARD_TABLES } from './card-row.js';
import { compileQuery } from './query-sql.js';

/** A query as parts of a SQL statement. */
export interface Matching {
  /** Tables to select from; `memory y` is among them always. */
  readonly from: string;
  readonly where: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Gives the cards of a query for the queue, which looks at live cards only.
 * For the query of everything that is `memory` alone, so that its indexes
 * suffice.
 */
export function matchingWaiting(
  query: Query,
  moment: Moment,
  weights: readonly number[],
): Matching {
  if (query.kind === 'all') return { from: 'memory y', where: '1', params: {} };
  return matchingCards(query, moment, weights);
}

/** Gives the cards of a query; retired ones only where the query asks for them. */
export function matchingCards(query: Query, moment: Moment, weights: readonly number[]): Matching {
  return { from: CARD_TABLES, ...compileQuery(query, { moment, weights }) };
}
