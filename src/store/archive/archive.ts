import type { Database } from 'better-sqlite3';
import type { Archives } from '../../app/upkeep/ports.js';
import type { ArchiveParameters, ArchiveRecord } from '../../model/archive.js';
import type { FileRecord } from '../../model/import.js';
import type { Moment } from '../../model/moment.js';
import type { ParameterSet } from '../../model/parameters.js';
import type { Query } from '../../model/query.js';
import type { Projection } from '../journal/projection.js';
import type { ParameterTable } from '../library/parameters.js';
import { matchingCards } from '../query/matching.js';
import { rootKey } from '../tables/cards.js';
import {
  COLLECTION_COLUMNS,
  type CollectionRow,
  collectionOf,
  FILE_COLUMNS,
} from '../tables/collections.js';
import type { Configs } from '../tables/configs.js';
import { MODULE_COLUMNS, type ModuleRow } from '../tables/modules.js';
import { PLAN_COLUMNS, type PlanRow } from '../tables/plans.js';
import { archiveEvents } from './event-rows.js';
import { mergeRecords } from './merge.js';
import {
  ARCHIVED_COLUMNS,
  type ArchivedCells,
  archivePlanOf,
  type ConfigRow,
  cardOf,
  configOf,
  moduleOf,
} from './row.js';

/** Makes the access to archives. */
export function createArchives(
  db: Database,
  projection: Projection,
  configs: Configs,
  parameters: ParameterTable,
): Archives {
  return {
    archive: (query, moment) => snapshot(db, () => records(db, query, moment, parameters)),
    mergeArchive: (records, dryRun) =>
      mergeRecords(db, { projection, configs, parameters }, records, { dryRun }),
  };
}

/** Reads everything as it is now, whatever another viva writes meanwhile. */
function* snapshot<T>(db: Database, read: () => Iterable<T>): Generator<T> {
  db.exec('BEGIN');
  try {
    yield* read();
  } finally {
    db.exec('COMMIT');
  }
}

/** Conditions over c, m, k, e and f that pick what belongs to the cards of an archive. */
interface Scope {
  readonly params: { readonly keys?: string };
  readonly cards: string;
  readonly modules: string;
  readonly collections: string;
  readonly events: string;
  readonly configs: string;
}

const EVERYTHING: Scope = {
  params: {},
  cards: '1',
  modules: '1',
  collections: '1',
  events: '1',
  configs: '1',
};

const OWN = 'SELECT value FROM json_each(@keys)';
const OWN_MODULES = `SELECT module FROM cards WHERE key IN (${OWN})
  UNION SELECT json_extract(own, '$.module') FROM joined_cards WHERE card IN (${OWN})`;

function* records(
  db: Database,
  query: Query,
  moment: Moment,
  parameters: ParameterTable,
): Generator<ArchiveRecord> {
  const scope =
    query.kind === 'all' ? EVERYTHING : scopeOf(db, query, moment, parameters.inForce());
  for (const row of rows<ConfigRow>(db, scope, configSql(scope))) {
    yield { type: 'config', value: configOf(row) };
  }
  // Read at once: they are few, and each asks for its files.
  for (const row of [...rows<CollectionRow>(db, scope, collectionSql(scope))]) {
    yield { type: 'collection', value: { ...collectionOf(row), files: filesOf(db, row.key) } };
  }
  for (const row of rows<ModuleRow>(db, scope, moduleSql(scope))) {
    yield { type: 'module', value: moduleOf(row) };
  }
  const cards = db.prepare<[object], ArchivedCells>(cardSql(scope)).raw();
  for (const row of cards.iterate(scope.params)) {
    yield { type: 'card', value: cardOf(row) };
  }
  // They are of all a person's reviews: those of some cards alone go on under the reader's own.
  if (scope === EVERYTHING) {
    for (const set of parameters.parameterSets())
      yield { type: 'parameters', value: archived(set) };
  }
  for (const value of archiveEvents(db, scope.events, scope.params)) {
    yield { type: 'event', value };
  }
  // A plan is of no card, so an archive of some cards has none.
  if (query.kind !== 'all') return;
  for (const row of rows<PlanRow>(db, scope, PLAN_SQL)) {
    yield { type: 'plan', value: archivePlanOf(row) };
  }
}

/** The cards of a query, with those whose history is theirs, or theirs is of. */
function scopeOf(db: Database, query: Query, moment: Moment, weights: readonly number[]): Scope {
  const { from, where, params } = matchingCards(query, moment, weights);
  const keys = db
    .prepare<[object], number>(
      `WITH own (key) AS (SELECT ${rootKey('c')} FROM ${from} WHERE ${where})
       SELECT key FROM own UNION SELECT c.key FROM cards c WHERE c.merged_into IN (SELECT key FROM own)`,
    )
    .pluck()
    .all(params);
  return {
    params: { keys: JSON.stringify(keys) },
    cards: `c.key IN (${OWN})`,
    modules: `m.key IN (${OWN_MODULES})`,
    collections: `k.key IN (SELECT collection FROM modules WHERE key IN (${OWN_MODULES}))`,
    events: `e.card IN (${OWN})`,
    configs: `g.key IN (SELECT e.config FROM events e WHERE e.card IN (${OWN}))`,
  };
}

function rows<Row>(db: Database, { params }: Scope, sql: string): IterableIterator<Row> {
  return db.prepare<[object], Row>(sql).iterate(params);
}

const configSql = (scope: Scope) =>
  `SELECT g.key, g.json FROM configs g WHERE ${scope.configs} ORDER BY g.key`;

const PLAN_SQL = `SELECT ${PLAN_COLUMNS} FROM plans ORDER BY key`;

const collectionSql = (scope: Scope) =>
  `SELECT ${COLLECTION_COLUMNS} FROM collections k
   WHERE ${scope.collections} ORDER BY k.key`;

const moduleSql = (scope: Scope) =>
  `SELECT ${MODULE_COLUMNS} FROM modules m WHERE ${scope.modules} ORDER BY m.key`;

const cardSql = (scope: Scope) =>
  `SELECT ${ARCHIVED_COLUMNS} FROM cards c JOIN memory y ON y.card = c.key
   LEFT JOIN cards o ON o.key = c.merged_into
   LEFT JOIN joined_cards j ON j.card = c.key WHERE ${scope.cards} ORDER BY c.key`;

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
