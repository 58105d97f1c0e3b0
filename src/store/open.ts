import type { Database } from 'better-sqlite3';
import type { ParameterSets } from '../app/memory/ports.js';
import type { Store } from '../app/ports.js';
import { VivaError } from '../model/error.js';
import { createArchives } from './archive/archive.js';
import { takeIn } from './archive/salvage/take-in.js';
import { configure, connect, makeFile } from './file/connect.js';
import { copyDatabase } from './file/copy.js';
import { guardWrites } from './file/guarded-writes.js';
import { migrate, versionOf } from './file/migrate.js';
import { watchFile } from './file/same-file.js';
import { databaseDamaged, explainStorageError } from './file/sqlite-error.js';
import { succeedHost } from './journal/host-events.js';
import { createJournal } from './journal/journal.js';
import { createProjection } from './journal/projection.js';
import { refreshProjection } from './journal/projection-version.js';
import { rebuild } from './journal/rebuild.js';
import { createCardLists } from './library/card-lists.js';
import { createCards } from './library/cards.js';
import { createLibrary } from './library/library.js';
import { createParameterTable, type ParameterTable } from './library/parameters.js';
import { createPlans } from './library/plans.js';
import { allMigrations } from './migrations/all.js';
import { LATEST_VERSION, type Migration } from './migrations/migration.js';
import { createWaiting } from './queue/waiting.js';
import { createScan } from './scan/scan.js';
import { createSync } from './sync/sync.js';
import { type Configs, createConfigs } from './tables/configs.js';
import type { RandomBytes } from './tables/event-writer.js';
import { check, checkFile, rebuildSearch } from './upkeep/check.js';

export interface StoreOptions {
  /** Absolute path of the database file; it and its folder are made where missing. */
  readonly path: string;
  /** Id of this device in the journal; asked for when there is something to write. */
  readonly device: string;
  /** The host's name: the journal knew this device by it before devices had ids. */
  readonly hostName?: string;
  readonly random: RandomBytes;
  /** How long to wait for another viva's lock, ms; 3 seconds where left out. */
  readonly busyTimeoutMs?: number;
  /** Another list of migrations than viva's own, for tests of migrating. */
  readonly migrations?: readonly Migration[];
}

const BUSY_TIMEOUT_MS = 3_000;

/**
 * Opens the database, makes or migrates it where needed, and returns the store.
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
    const { path, migrations } = options;
    const latest = migrations?.length ?? LATEST_VERSION;
    // Before anything is written: a database of another program stays as it is.
    const version = versionOf(db, path, latest);
    configure(db);
    if (version < latest) migrate(db, path, version, migrations ?? allMigrations());
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
    ...createCardLists(db, weights),
    ...journal,
    ...createParameterSets(db, parameters, configs, options.random),
    ...createWaiting(db, weights),
    ...createScan(db, weights),
    ...createPlans(db, weights, options.random),
    ...archives,
    ...createSync(db, { projection, configs, parameters }),
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
  random: RandomBytes,
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

function raise(error: unknown, path: string): never {
  throw explainStorageError(error, path);
}

/** Makes every method throw errors that a person understands, those of rows and promises too. */
function explained(store: Store, path: string): Store {
  const explain = (error: unknown): unknown => {
    const known = explainStorageError(error, path);
    return known instanceof VivaError || isWhole(store) ? known : databaseDamaged(path, error);
  };
  return new Proxy(store, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        try {
          return explainedResult(Reflect.apply(value, target, args), explain);
        } catch (error) {
          throw explain(error);
        }
      };
    },
  });
}

/** What comes after the method has returned: the rows of an iterator, the end of a promise. */
function explainedResult(result: unknown, explain: (error: unknown) => unknown): unknown {
  if (result instanceof Promise) {
    return result.catch((error) => {
      throw explain(error);
    });
  }
  return isIterator(result) ? explainedRows(result, explain) : result;
}

function isIterator(value: unknown): value is IterableIterator<unknown> {
  return typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
}

function* explainedRows<T>(rows: Iterable<T>, explain: (error: unknown) => unknown): Generator<T> {
  try {
    yield* rows;
  } catch (error) {
    throw explain(error);
  }
}

/** A surprise within the store may come from a damaged page or index that SQLite did not notice. */
function isWhole(store: Store): boolean {
  try {
    return store.checkFile().length === 0;
  } catch {
    return false;
  }
}
