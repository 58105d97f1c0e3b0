import type { Database } from 'better-sqlite3';
import type { ArchiveRecord } from '../../model/archive/archive.js';
import type { ArchiveCollection } from '../../model/archive/collection.js';
import type { ArchiveParameters } from '../../model/archive/parameters.js';
import type { FileRecord } from '../../model/import.js';
import type { ParameterSet } from '../../model/parameters.js';
import { findKeptChoice } from '../library/choices.js';
import type { ParameterTable } from '../library/parameters.js';
import {
  COLLECTION_COLUMNS,
  type CollectionRow,
  collectionOf,
  FILE_COLUMNS,
} from '../tables/collections.js';
import { MODULE_COLUMNS, type ModuleRow } from '../tables/modules.js';
import { PLAN_COLUMNS, type PlanRow } from '../tables/plans.js';
import { archiveEvents } from './event-rows.js';
import {
  ARCHIVED_COLUMNS,
  type ArchivedCells,
  archivePlanOf,
  type ConfigRow,
  cardOf,
  configOf,
  moduleOf,
} from './row.js';

/** Conditions over g, k, m, c, p and e that pick records. */
export interface Scope {
  readonly params: object;
  readonly configs: string;
  readonly collections: string;
  readonly modules: string;
  readonly cards: string;
  /** Which of the parameter sets, by their ids. */
  readonly parameters: (id: string) => boolean;
  readonly events: string;
  readonly plans: string;
}

/** Picks every record. */
export const EVERYTHING: Scope = {
  params: {},
  ...{ configs: '1', collections: '1', modules: '1', cards: '1', events: '1', plans: '1' },
  parameters: () => true,
};

/** Returns the records that a scope picks, in the order of an archive. */
export function* scopedRecords(
  db: Database,
  scope: Scope,
  parameters: ParameterTable,
): Generator<ArchiveRecord> {
  for (const row of rows<ConfigRow>(db, scope, configSql(scope))) {
    yield { type: 'config', value: configOf(row) };
  }
  // Read at once: they are few, and each asks for its files.
  for (const row of [...rows<CollectionRow>(db, scope, collectionSql(scope))]) {
    yield {
      type: 'collection',
      value: {
        ...collectionOf(row),
        ...readingOf(db, row.name),
        files: filesOf(db, row.key),
      },
    };
  }
  for (const row of rows<ModuleRow>(db, scope, moduleSql(scope))) {
    yield { type: 'module', value: moduleOf(row) };
  }
  const cards = db.prepare<[object], ArchivedCells>(cardSql(scope)).raw();
  for (const row of cards.iterate(scope.params)) {
    yield { type: 'card', value: cardOf(row) };
  }
  for (const set of parameters.parameterSets()) {
    if (scope.parameters(set.id)) yield { type: 'parameters', value: archived(set) };
  }
  for (const value of archiveEvents(db, scope.events, scope.params)) {
    yield { type: 'event', value };
  }
  for (const row of rows<PlanRow>(db, scope, planSql(scope))) {
    yield { type: 'plan', value: archivePlanOf(row) };
  }
}

function rows<Row>(db: Database, { params }: Scope, sql: string): IterableIterator<Row> {
  return db.prepare<[object], Row>(sql).iterate(params);
}

const configSql = (scope: Scope) =>
  `SELECT g.key, g.json FROM configs g WHERE ${scope.configs} ORDER BY g.key`;

const collectionSql = (scope: Scope) =>
  `SELECT ${COLLECTION_COLUMNS} FROM collections k
   WHERE ${scope.collections} ORDER BY k.key`;

const moduleSql = (scope: Scope) =>
  `SELECT ${MODULE_COLUMNS} FROM modules m WHERE ${scope.modules} ORDER BY m.key`;

const cardSql = (scope: Scope) =>
  `SELECT ${ARCHIVED_COLUMNS} FROM cards c JOIN memory y ON y.card = c.key
   LEFT JOIN cards o ON o.key = c.merged_into
   LEFT JOIN joined_cards j ON j.card = c.key WHERE ${scope.cards} ORDER BY c.key`;

const planSql = (scope: Scope) =>
  `SELECT ${PLAN_COLUMNS} FROM plans p WHERE ${scope.plans} ORDER BY key`;

function readingOf(db: Database, collection: string): Pick<ArchiveCollection, 'reading'> {
  const kept = findKeptChoice(db, collection);
  if (kept === null || (kept.shape === null && !kept.questionsOnly)) return {};
  return { reading: { shape: kept.shape, questionsOnly: kept.questionsOnly } };
}

function filesOf(db: Database, collection: number): FileRecord[] {
  return db
    .prepare<[number], FileRecord>(
      `SELECT ${FILE_COLUMNS} FROM files f WHERE f.collection = ? ORDER BY f.path`,
    )
    .all(collection);
}

function archived({ weights, ...set }: ParameterSet): ArchiveParameters {
  return { ...set, weights: weights === null ? null : [...weights] };
}
