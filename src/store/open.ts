import { chmodSync, closeSync, existsSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Store } from '../app/ports.js';
import { DEFAULT_WEIGHTS } from '../model/settings.js';
import { createCards } from './cards.js';
import { check } from './check.js';
import { createConfigs } from './configs.js';
import type { Random } from './event-writer.js';
import { createJournal } from './journal.js';
import { createLibrary } from './library.js';
import { migrate } from './migrate.js';
import { MIGRATIONS } from './migrations/list.js';
import type { Migration } from './migrations/migration.js';
import { createProjection } from './projection.js';
import { refreshProjection } from './projection-version.js';
import { rebuild } from './rebuild.js';
import { loadSqlite, sqliteMissing } from './sqlite.js';
import { explainStorageError } from './sqlite-error.js';
import { createWaiting } from './waiting.js';

export interface StoreOptions {
  /** Absolute path of the database file; it and its folder are made where missing. */
  readonly path: string;
  /** Name of this machine in the journal. */
  readonly device: string;
  readonly random: Random;
  /** FSRS weights behind retrievability; the defaults where left out. */
  readonly weights?: readonly number[];
  /** How long to wait for another viva's lock, ms; 3 seconds where left out. */
  readonly busyTimeoutMs?: number;
  /** Another list of migrations than viva's own, for tests of migrating. */
  readonly migrations?: readonly Migration[];
}

const BUSY_TIMEOUT_MS = 3_000;
/** In KiB: an upper bound, filled only as far as the database is read. */
const CACHE_KIB = 64_000;

/**
 * Opens the database, makes or migrates it where needed, and gives the store.
 * Throws VivaError, as every method of the store does: 'sqlite-unsupported',
 * 'data-folder-unwritable', 'database-newer', '-locked', '-full', '-damaged'
 * or '-failed'.
 */
export function openStore(options: StoreOptions): Store {
  const { path } = options;
  try {
    makeFile(path);
    const db = connect(path, options.busyTimeoutMs ?? BUSY_TIMEOUT_MS);
    return guarded(prepareStore(db, options), path);
  } catch (error) {
    throw explainStorageError(error, path);
  }
}

/** Makes folder and file, for the person's eyes only: notes can be private. */
function makeFile(path: string): void {
  if (existsSync(path)) return;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  closeSync(openSync(path, 'a', 0o600));
  // A generous umask cannot widen the mode, but a strict one could take the owner's rights.
  chmodSync(path, 0o600);
}

function connect(path: string, timeout: number): Database {
  const Sqlite = loadSqlite();
  try {
    return new Sqlite(path, { timeout, fileMustExist: true });
  } catch (error) {
    throw error instanceof Sqlite.SqliteError ? error : sqliteMissing(error);
  }
}

function prepareStore(db: Database, options: StoreOptions): Store {
  try {
    configure(db);
    migrate(db, options.path, options.migrations ?? MIGRATIONS);
    return assemble(db, options);
  } catch (error) {
    db.close();
    throw error;
  }
}

function configure(db: Database): void {
  // Setting WAL takes a lock even where it is set; asking does not.
  if (db.pragma('journal_mode', { simple: true }) !== 'wal') db.pragma('journal_mode = WAL');
  // A grade that was given survives a loss of power.
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  db.pragma(`cache_size = -${CACHE_KIB}`);
  db.pragma('temp_store = MEMORY');
  // The schema of a database from elsewhere runs no function with side effects.
  db.pragma('trusted_schema = OFF');
}

function assemble(db: Database, options: StoreOptions): Store {
  const weights = options.weights ?? DEFAULT_WEIGHTS;
  const configs = createConfigs(db);
  const projection = createProjection(db, configs);
  refreshProjection(db, configs);
  return {
    ...createLibrary(db, projection, weights),
    ...createCards(db, weights),
    ...createJournal(db, projection, configs, options.device, options.random),
    ...createWaiting(db, weights),
    rebuild: () => rebuild(db, configs),
    check: () => check(db, configs),
    close: () => void db.close(),
  };
}

/** Makes every method throw errors that a person understands. */
function guarded(store: Store, path: string): Store {
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        try {
          return Reflect.apply(value, target, args);
        } catch (error) {
          throw explainStorageError(error, path);
        }
      };
    },
  });
}
