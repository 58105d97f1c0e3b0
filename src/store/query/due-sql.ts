import type { StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { dueBySql, isDayOff } from '../file/due-day.js';

/*
 * What is due, as SQL: the queue, its counts, the forecasts and `is:due` are
 * all made of these conditions. They are written exactly as those of the
 * partial indexes in migrations/0001-initial.ts: SQLite uses an index only then.
 */

/** Cards within steps, cards in review, and new ones. */
export type Pool = 'learning' | 'reviews' | 'fresh';

const STATES: Readonly<Record<Pool, string>> = {
  learning: "IN ('learning', 'relearning')",
  reviews: "= 'review'",
  fresh: "= 'new'",
};

/** SQL condition: does the card of that row of `memory` stand in the pool, whenever it is due? */
export function inPoolSql(pool: Pool, row = 'y'): string {
  return `${row}.active = 1 AND ${row}.suspended = 0 AND ${row}.state ${STATES[pool]}`;
}

/** SQL condition: is the card buried on the day? Takes the placeholder of that day. */
export function buriedSql(today = '@today', row = 'y'): string {
  return `coalesce(${row}.buried_until > ${today}, 0)`;
}

/** How a condition differs from that of the queue of today. */
interface Scope {
  readonly row?: string;
  /** The placeholder of today. */
  readonly today?: string;
  /** What holds of the time of a step that is due; else any time of today. */
  readonly stepTime?: string;
  /** The last day on which a card is due that counts; else today. */
  readonly last?: StudyDay;
}

/** SQL condition: does a card of the pool wait on that day? */
export function waitsSql(
  pool: Pool,
  moment: Pick<Moment, 'today' | 'breaks'>,
  { row = 'y', today = '@today', stepTime = '< @dayEnd', last = moment.today }: Scope = {},
): string {
  if (isDayOff(moment)) return '0';
  const waits = `${inPoolSql(pool, row)} AND coalesce(${row}.buried_until, ${today}) <= ${today}`;
  const due = dueBySql(row, last, moment.breaks);
  if (pool === 'fresh') return waits;
  return `${waits} AND ${pool === 'reviews' ? due : `(${row}.due_at ${stepTime} OR ${due})`}`;
}
