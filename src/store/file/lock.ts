import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadSqlite } from './sqlite.js';

/**
 * Takes a lock that the system gives back however the process ends: SQLite's on
 * an empty file of its own. Waits up to `waitMs`. Returns the function that lets
 * go of it, or null where another process has it.
 */
export function takeLock(path: string, waitMs: number): (() => void) | null {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  const Sqlite = loadSqlite();
  const db = new Sqlite(path, { timeout: waitMs });
  try {
    // Nothing is written, so no journal need be made.
    db.exec('PRAGMA journal_mode = OFF; BEGIN EXCLUSIVE');
    return () => void db.close();
  } catch (error) {
    db.close();
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
    throw error;
  }
}
