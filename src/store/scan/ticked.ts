import type { Database } from 'better-sqlite3';
import type { Scan } from '../../app/export/ports.js';
import { rootKey } from '../tables/cards.js';
import { UNDONE } from '../tables/events.js';

type Ticked = ReturnType<Scan['scanTicked']> extends Iterable<infer Review> ? Review : never;

/** Returns every review with ticked points that is not undone, under the card it counts for. */
export function scanTicked(db: Database): ReturnType<Scan['scanTicked']> {
  return db
    .prepare<[], Ticked>(
      `SELECT ${rootKey('c')} AS card, e.day,
         json_array_length(e.points, '$.good') AS good, e.points ->> '$.goodOf' AS goodOf,
         json_array_length(e.points, '$.wrong') AS wrong
       FROM events e JOIN cards c ON c.key = e.card
       WHERE e.points IS NOT NULL AND NOT ${UNDONE}`,
    )
    .iterate();
}
