import type { StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { nearBreaks } from '../file/due-day.js';
import { inPoolSql, type Pool } from '../query/due-sql.js';
import type { Matching } from '../query/matching.js';

/*
 * Counts of waiting cards that triggers keep by the day on which each waits (migrations/0010), as SQL.
 * Cards on learning steps are not in them, and buried ones are.
 */

/** The day under which new cards are counted: before every day on which a card can be due. */
const DAY_OF_NEW = -1_000_000;

/** The first day on which a card in review can be due. */
export const FIRST_DUE_DAY = DAY_OF_NEW + 1;

/** Are the counts kept of the cards of the query, for days up to `last`? A break moves cards to other days. */
export function keepsCounts(
  { all }: Pick<Matching, 'all'>,
  { today, breaks }: Moment,
  last: StudyDay = today,
): boolean {
  return all && nearBreaks(today, last, breaks).length === 0;
}

/** SQL of the rows of `queue_counts` of cards in review that are due from one day to another, of every kind. */
export function keptReviewsSql(first: string | number, last: string | number): string {
  return `FROM queue_counts WHERE day BETWEEN ${first} AND ${last}`;
}

/** SQL of the rows of `queue_counts` of new cards, of every kind. */
export function keptFreshSql(): string {
  return `FROM queue_counts WHERE day = ${DAY_OF_NEW}`;
}

/** SQL of the cards of a pool that the counts hold as due by a day, but that are buried beyond today. */
export function keptBuriedSql(pool: Exclude<Pool, 'learning'>, last: string | number): string {
  const due = pool === 'fresh' ? '' : ` AND y.due_day <= ${last}`;
  return `FROM memory y INDEXED BY memory_buried
    WHERE ${inPoolSql(pool)} AND y.buried_until > @today${due}`;
}
