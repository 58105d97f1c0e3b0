import type { Database } from 'better-sqlite3';
import type { ArchiveEvent } from '../../model/archive/event.js';
import { EVENT, KEYED_COLUMNS, type KeyedEventCells, namedEvent } from '../tables/events.js';

/**
 * Returns the events that a condition over e picks in the order of writing, in
 * which every undo stands behind what it takes back. Names are looked up here:
 * a join would fetch every card once more for each of its events.
 */
export function* archiveEvents(
  db: Database,
  condition: string,
  params: object,
): Generator<ArchiveEvent> {
  const cards = namesOf(db, 'SELECT key, id FROM cards');
  const devices = namesOf(db, 'SELECT key, name FROM devices');
  const rows = db
    .prepare<[object], KeyedEventCells>(
      `SELECT ${KEYED_COLUMNS} FROM events e WHERE ${condition} ORDER BY e.seq`,
    )
    .raw()
    .iterate(params);
  for (const row of rows) {
    yield namedEvent(row, cards[row[EVENT.card]] ?? '', devices[row[EVENT.device]] ?? '');
  }
}

/** Returns names by key: keys are small and dense. */
function namesOf(db: Database, sql: string): string[] {
  const names: string[] = [];
  for (const [key, name] of db.prepare<[], [number, string]>(sql).raw().iterate()) {
    names[key] = name;
  }
  return names;
}
