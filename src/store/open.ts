import type { Database } from 'better-sqlite3';
import type { ParameterSets } from '../app/memory/ports.js';
import type { Store } from '../app/ports.js';
import { createArchives } from './archive/archive.js';
import { takeIn } from './archive/salvage/take-in.js';
import { configure, connect, makeFile } from './file/connect.js';
import { copyDatabase } from './file/copy.js';
import { guardWrites } from './file/guarded-writes.js';
import { migrate, versionOf } from './file/migrate.js';
import { watchFile } from './file/same-file.js';
import { explainStorageError } from './file/sqlite-error.js';
import { succeedHost } from './journal/host-events.js';
import { createJournal } from './journal/journal.js';
import { createProjection } from './journal/projection.js';
import { refreshProjection } from './journal/projection-version.js';
import { rebuild } from './journal/rebuild.js';
import { createCards } from './library/cards.js';
import { createLibrary } from './library/library.js';
import { createParameterTable, type ParameterTable } from './library/parameters.js';
import { createPlans } from './library/plans.js';
import { MIGRATIONS } from './migrations/list.js';
import type { Migration } from './migrations/migration.js';
import { createWaiting } from './queue/waiting.js';
import { createScan } from './scan/scan.js';
import { type Configs, createConfigs } from './tables/configs.js';
import type { Random } from './tables/event-writer.js';
import { check, checkFile, rebuildSearch } from './upkeep/check.js';

export interface StoreOptions {
  /** Absolute path of the database file; it and its folder are made where missing. */
  readonly path: string;
  /** Id of this device in the journal; asked for when there is something to write. */
  readonly device: string;
  /** The host's name: the journal knew this device by it before devices had ids. */
  readonly hostName?: string;
  readonly random: Random;
  /** How long to wait for another viva's lock, ms; 3 seconds where left out. */
  readonly busyTimeoutMs?: number;
  /** Another list of migrations than viva's own, for tests of migrating. */
  readonly migrations?: readonly Migration[];
}

const BUSY_TIMEOUT_MS = 3_000;

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
    const store = prepareStore(db, options);
    guardWrites(db, watchFile(db, path));
    return explained(store, path);
  } catch (error) {
    throw explainStorageError(error, path);
  }
}

function prepareStore(db: Database, options: StoreOptions): Store {
  try {
    const { path, migrations = MIGRATIONS } = options;
    // Before anything is written: a database of another program stays as it is.
    const version = versionOf(db, path, migrations.length);
    configure(db);
    migrate(db, path, version, migrations);
    return assemble(db, options);
  } catch (error) {
    db.close();
    throw error;
  }
}

function assemble(db: Database, options: StoreOptions): Store {
  const parameters = createParameterTable(db);
  const weights = parameters.inForce;
  const configs = createConfigs(db, parameters);
  const projection = createProjection(db, configs);
  const journal = createJournal(db, projection, configs, () => options.device, options.random);
  const cards = createCards(db, weights);
  const archives = createArchives(db, projection, configs, parameters);
  succeedHost(db, options);
  refreshProjection(db, configs);
  return {
    ...createLibrary(db, projection, weights),
    ...cards,
    each: (query, moment) => guardedRows(cards.each(query, moment), options.path),
    ...journal,
    all: () => guardedRows(journal.all(), options.path),
    ...createParameterSets(db, parameters, configs, options.random),
    ...createWaiting(db, weights),
    ...createScan(db, weights),
    ...createPlans(db, weights, options.random),
    ...archives,
    archive: (query, moment) => guardedRows(archives.archive(query, moment), options.path),
    rebuild: () => rebuild(db, configs),
    check: () => check(db, configs),
    checkFile: () => checkFile(db),
    rebuildSearch: () => db.transaction(() => rebuildSearch(db)).immediate(),
    takeIn: (path, dryRun) => takeIn(db, { projection, configs, parameters }, path, dryRun),
    version: () => Number(db.pragma('user_version', { simple: true })),
    newestAt: () =>
      db.prepare<[], number | null>('SELECT max(at) FROM events').pluck().get() ?? null,
    changes: () => Number(db.pragma('data_version', { simple: true })),
    exclusively: (work) => db.transaction(work).immediate(),
    copyTo: (path) => copyDatabase(db, path).catch((error) => raise(error, path)),
    isEmpty: () => db.prepare('SELECT 1 FROM cards LIMIT 1').get() === undefined,
    close: () => void db.close(),
  };
}

function createParameterSets(
  db: Database,
  table: ParameterTable,
  configs: Configs,
  random: Random,
): ParameterSets {
  const { weights, parameterSets, countReviews, noteTraining, reviewsSinceTraining } = table;
  return {
    weights,
    parameterSets,
    countReviews,
    noteTraining,
    reviewsSinceTraining,
    adopt: (draft, moment) =>
      db
        .transaction(() => {
          const set = table.write(draft, moment, random);
          return { set, changed: draft.reschedule ? rebuild(db, configs) : 0 };
        })
        .immediate(),
  };
}

/** Makes every method throw errors that a person understands. */
function explained(store: Store, path: string): Store {
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

function raise(error: unknown, path: string): never {
  throw explainStorageError(error, path);
}

/** The rows of an iterator come after the method has returned. */
function* guardedRows<T>(rows: Iterable<T>, path: string): Generator<T> {
  try {
    yield* rows;
  } catch (error) {
    throw explainStorageError(error, path);
  }
}
