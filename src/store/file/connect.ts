import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import { addDueDayFunction } from './due-day.js';
import { copyEmptyDatabase } from './empty-database.js';
import { addGainFunction } from './gain-function.js';
import { loadSqlite } from './sqlite.js';
import { sqliteMissing } from './sqlite-support.js';
import { addTextFunction } from './text-function.js';

/** In KiB: an upper bound, filled only as far as the database is read. */
const CACHE_KIB = 64_000;

/**
 * Makes the database's folder and file where they are missing, for the
 * person's eyes only: notes can be private. Throws the errors of node:fs.
 */
export function makeFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  copyEmptyDatabase(path);
  closeSync(openSync(path, 'a', 0o600));
  // A generous umask cannot widen the mode, but a strict one could take the owner's rights.
  chmodSync(path, 0o600);
}

/**
 * Opens a database file that exists; `timeout` is how long to wait for another
 * program's lock, ms. Throws SqliteError, and VivaError 'sqlite-unsupported'
 * where the library itself cannot be used.
 */
export function connect(path: string, timeout: number): Database {
  const Sqlite = loadSqlite();
  try {
    return new Sqlite(path, { timeout, fileMustExist: true });
  } catch (error) {
    throw error instanceof Sqlite.SqliteError ? error : sqliteMissing(error);
  }
}

/**
 * Sets what holds for one connection, and the write-ahead log for the file.
 * Nothing here or elsewhere runs ANALYZE: the planner's guesses are right for
 * our indexes, but with the figures of a young journal it scans an old one.
 */
export function configure(db: Database): void {
  // Setting WAL takes a lock even where it is set; asking does not.
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
  // A grade that was given survives a loss of power.
  const safe =
    'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON';
  // The schema of a database from elsewhere runs no function with side effects.
  const wary = 'PRAGMA trusted_schema = OFF';
  db.exec(`${safe}; ${wary}; PRAGMA cache_size = -${CACHE_KIB}; PRAGMA temp_store = MEMORY`);
  addDueDayFunction(db);
  addGainFunction(db);
  addTextFunction(db);
}
