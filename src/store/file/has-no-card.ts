import type { Database } from 'better-sqlite3';

/** See `Upkeep.isEmpty`. */
export function hasNoCard(db: Database): boolean {
  return db.prepare('SELECT 1 FROM cards LIMIT 1').get() === undefined;
}
