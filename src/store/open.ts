import type { Database } from 'better-sqlite3';
import type { Store } from '../app/ports.js';
import type { SyncStore } from '../app/sync/ports.js';
import { VivaError } from '../model/error.js';
import { once } from '../model/once.js';
import { configure, connect, makeFile } from './file/connect.js';
import { guardWrites } from './file/guarded-writes.js';
import { hasNoCard } from './file/has-no-card.js';
import { LogFlush } from './file/log-flush.js';
import { migrate, versionOf } from './file/migrate.js';
import { watchFile } from './file/same-file.js';
import { databaseDamaged, explainStorageError } from './file/sqlite-error.js';
import { adoptHostEvents } from './journal/host-events.js';
import { isProjected } from './journal/projection-version.js';
import { refreshProjection } from './journal/refresh-projection.js';
import { createCards } from './library/cards.js';
import { createParameterTable } from './library/parameters.js';
import { createPlans } from './library/plans.js';
import { findSources } from './library/sources.js';
import { allMigrations } from './migrations/all.js';
import { LATEST_VERSION, type Migration } from './migrations/migration.js';
import { createWaiting } from './queue/waiting.js';
import { createRest, type Rest } from './rest.js';
import { createSync } from './sync/sync.js';
import { createConfigs } from './tables/configs.js';
import type { RandomBytes } from './tables/event-writer.js';
import { checkFile } from './upkeep/check.js';

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
    const flush = new LogFlush(db, path);
    const parts = prepareStore(db, options, flush);
    guardWrites(db, watchFile(db, path), () => flush.committed());
    return explained(parts, path);
  } catch (error) {
    throw explainStorageError(error, path);
  }
}

function prepareStore(db: Database, options: StoreOptions, flush: LogFlush): Parts {
  try {
    const { path, migrations } = options;
    const latest = migrations?.length ?? LATEST_VERSION;
    // Before anything is written: a database of another program stays as it is.
    const version = versionOf(db, path, latest);
    configure(db);
    if (version < latest) migrate(db, path, version, migrations ?? allMigrations());
    return assemble(db, options, flush);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The store's parts: those that each command asks, and those that are made when one is asked for. */
interface Parts {
  readonly daily: Omit<Store, keyof Rest | keyof SyncStore>;
  readonly sync: () => SyncStore;
  readonly rest: () => Rest;
}

function assemble(db: Database, options: StoreOptions, flush: LogFlush): Parts {
  const parameters = createParameterTable(db);
  const weights = parameters.inForce;
  const configs = createConfigs(db, parameters);
  // Asked for when there is something to write.
  const writing = { device: () => options.device, random: options.random };
  const rest = once(() => createRest(db, writing, { parameters, configs }));
  adoptHostEvents(db, options);
  if (!isProjected(db)) refreshProjection(db, configs);
  return {
    daily: {
      ...createCards(db, weights),
      ...createWaiting(db, weights),
      ...createPlans(db, weights, options.random),
      sources: () => findSources(db),
      weights: parameters.weights,
      isEmpty: () => hasNoCard(db),
      checkFile: () => checkFile(db),
      flushAside: () => {
        flush.begin();
        return () => flush.pending();
      },
      close: () => {
        flush.end();
        db.close();
      },
    },
    sync: once(() => createSync(db, () => rest().target)),
    rest: () => rest().methods,
  };
}

/** Makes every method throw errors that a person understands, those of rows and promises too. */
function explained({ daily, sync, rest }: Parts, path: string): Store {
  const explain = (error: unknown): unknown => {
    const known = explainStorageError(error, path);
    return known instanceof VivaError || isWhole(daily) ? known : databaseDamaged(path, error);
  };
  const partOf = (name: string | symbol) => {
    if (name in daily) return daily;
    return name in sync() ? sync() : rest();
  };
  return new Proxy(daily as Store, {
    ownKeys: () => [daily, sync(), rest()].flatMap((part) => Reflect.ownKeys(part)),
    getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(partOf(name), name),
    get(_, name) {
      // Whoever awaits a store asks whether it is a promise: nothing is made for that.
      if (name === 'then') return undefined;
      const part = partOf(name);
      const value: unknown = Reflect.get(part, name);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]): unknown => {
        try {
          return explainedResult(Reflect.apply(value, part, args), explain);
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
function isWhole(store: Pick<Store, 'checkFile'>): boolean {
  try {
    return store.checkFile().length === 0;
  } catch {
    return false;
  }
}
