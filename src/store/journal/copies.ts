import type { Database } from 'better-sqlite3';
import { ANKI, PHONE } from '../../model/event.js';
import { MAX_DURATION_MS, MAX_ENTERED_SHIFT_MS, MAX_SHIFT_MS } from '../../model/review-copy.js';
import {
  EVENT,
  EVENT_TABLES,
  eventOf,
  eventRow,
  INSERT_EVENT,
  PLACED_COLUMNS,
  type PlacedEvent,
  UNDONE,
} from '../tables/events.js';
import { pastEventId } from './past-event-id.js';

const NOT_ANKI = `NOT IN (SELECT key FROM devices WHERE name IN ('${ANKI}', '${PHONE}'))`;

/** The review `e` out of Anki's log is one that viva wrote there: `isCopy` in SQL. */
const COPIES = `WITH roots (key) AS (SELECT coalesce(merged_into, key) FROM cards
    WHERE key IN (SELECT value FROM json_each(?))),
  sets (root, key) AS (SELECT r.key, r.key FROM roots r
    UNION SELECT r.key, m.key FROM roots r JOIN cards m ON m.merged_into = r.key)
  SELECT ${PLACED_COLUMNS} FROM ${EVENT_TABLES} JOIN sets s ON s.key = e.card
  WHERE e.kind = 'review'
    AND d.name IN ('${ANKI}', '${PHONE}') AND NOT ${UNDONE}
    AND EXISTS (SELECT 1 FROM events t
      WHERE t.card IN (SELECT o.key FROM sets o WHERE o.root = s.root) AND t.kind = 'review' AND t.rating = e.rating AND t.device ${NOT_ANKI}
        AND min(t.duration_ms, ${MAX_DURATION_MS}) = e.duration_ms
        AND t.at BETWEEN e.at - iif(t.duration_ms = 0, ${MAX_ENTERED_SHIFT_MS}, ${MAX_SHIFT_MS}) AND e.at)`;

/**
 * Takes back reviews out of Anki's log of which the journal has got the original
 * since: a package can come to a machine before the history that it holds. The
 * undo is the same on every machine. Takes the store keys of the cards with new
 * events; runs within a transaction.
 */
export function undoCopies(db: Database, touched: ReadonlySet<number>): void {
  const isAnki = db.prepare(`SELECT 1 FROM devices WHERE name IN ('${ANKI}', '${PHONE}')`);
  if (touched.size === 0 || isAnki.get() === undefined) return;
  const copies = db.prepare<[string], PlacedEvent>(COPIES).raw();
  const deviceOf = db.prepare<[string], number>('SELECT key FROM devices WHERE name = ?').pluck();
  const insert = db.prepare(INSERT_EVENT);
  for (const row of copies.all(JSON.stringify([...touched]))) {
    const { id: target, card, at, day, device } = eventOf(row);
    const undo = { card, at, day, device, kind: 'undo' as const };
    const event = { ...undo, id: pastEventId(undo), target };
    insert.run(eventRow(event, row[EVENT.card_key], deviceOf.get(device) ?? 0));
  }
}
