import type { Database } from 'better-sqlite3';
import type { Moment } from '../../model/moment.js';
import { type Pool, waitsSql } from './due-sql.js';
import type { Matching } from './matching.js';

/** In this order siblings go before each other. */
const POOLS: readonly Pool[] = ['learning', 'reviews', 'fresh'];

/**
 * Leaves siblings out of the cards that may be drawn today, but for one of each set: one that
 * was reviewed today, else one within its steps, else one that is due, else a new one. Cards
 * within their steps always stay. Takes what `matchingWaiting` returns.
 */
export function oneOfSiblings(db: Database, matching: Matching, moment: Moment): Matching {
  if (!hasSiblings(db)) return matching;
  const { from, where } = matching;
  const waits = POOLS.map((pool) => waitsSql(pool, moment, { row: 's' }));
  const places = waits.map((condition, place) => `WHEN ${condition} THEN ${place + 1}`);
  const held = `SELECT card FROM (
      SELECT s.card, row_number() OVER (
        PARTITION BY x.module, x.siblings
        ORDER BY CASE WHEN s.last_day IS @today THEN 0 ${places.join(' ')} END, s.card) AS place
      FROM cards x INDEXED BY cards_with_siblings CROSS JOIN memory s ON s.card = x.key
      WHERE x.siblings IS NOT NULL AND s.active = 1 AND (s.last_day IS @today
        OR ((${waits.map((condition) => `(${condition})`).join(' OR ')})
          AND s.card IN (SELECT y.card FROM ${from} WHERE (${where})))))
    WHERE place > 1`;
  const stays = `(y.state IN ('learning', 'relearning') OR y.card NOT IN (${held}))`;
  return { ...matching, where: `(${where}) AND ${stays}`, all: false };
}

function hasSiblings(db: Database): boolean {
  return (
    db.prepare('SELECT 1 FROM cards WHERE siblings IS NOT NULL LIMIT 1').pluck().get() !== undefined
  );
}
