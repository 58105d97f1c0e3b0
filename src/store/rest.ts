import type { Database } from 'better-sqlite3';
import type { ParameterSets } from '../app/memory/ports.js';
import { createArchives } from './archive/archive.js';
import { takeIn } from './archive/salvage/take-in.js';
import { copyDatabase } from './file/copy.js';
import { explainStorageError } from './file/sqlite-error.js';
import { createJournal } from './journal/journal.js';
import { createProjection } from './journal/projection.js';
import { rebuild } from './journal/rebuild.js';
import { createCardLists } from './library/card-lists.js';
import { createLibrary } from './library/library.js';
import type { ParameterTable } from './library/parameters.js';
import { createScan } from './scan/scan.js';
import type { Configs } from './tables/configs.js';
import type { RandomBytes } from './tables/event-writer.js';
import { check, rebuildSearch } from './upkeep/check.js';

/** What of the store is made when something of it is asked for. */
export type Rest = ReturnType<typeof createRest>['methods'];

/** Whose events are written, and what their ids are made of. */
interface Writing {
  readonly device: () => string;
  readonly random: RandomBytes;
}

interface Tables {
  readonly parameters: ParameterTable;
  readonly configs: Configs;
}

/** Makes the parts of the store that `viva due` never asks, all that writes among them, and what a merge writes to. */
export function createRest(db: Database, { device, random }: Writing, tables: Tables) {
  const { parameters, configs } = tables;
  const weights = parameters.inForce;
  const projection = createProjection(db, configs);
  const target = { projection, configs, parameters };
  const methods = {
    ...createLibrary(db, projection, weights),
    ...createCardLists(db, weights),
    ...createJournal(db, projection, configs, device, random),
    ...createParameterSets(db, tables, random),
    ...createScan(db, weights),
    ...createArchives(db, projection, configs, parameters),
    rebuild: () => rebuild(db, configs),
    check: () => check(db, configs),
    rebuildSearch: () => db.transaction(() => rebuildSearch(db)).immediate(),
    takeIn: (path: string, dryRun: boolean) => takeIn(db, target, path, dryRun),
    version: () => Number(db.pragma('user_version', { simple: true })),
    newestAt: () =>
      db.prepare<[], number | null>('SELECT max(at) FROM events').pluck().get() ?? null,
    changes: () => Number(db.pragma('data_version', { simple: true })),
    exclusively: <T>(work: () => T): T => db.transaction(work).immediate(),
    copyTo: (path: string) => copyDatabase(db, path).catch((error) => raise(error, path)),
  };
  return { methods, target };
}

function createParameterSets(
  db: Database,
  { parameters: table, configs }: Tables,
  random: RandomBytes,
): Omit<ParameterSets, 'weights'> {
  const { parameterSets, countReviews, noteTraining, reviewsSinceTraining } = table;
  return {
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
