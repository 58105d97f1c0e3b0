import type { Database } from 'better-sqlite3';
import type { Archives } from '../../app/upkeep/ports.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { Projection } from '../journal/projection.js';
import type { ParameterTable } from '../library/parameters.js';
import { matchingCards } from '../query/matching.js';
import { rootKey } from '../tables/cards.js';
import type { Configs } from '../tables/configs.js';
import { mergeRecords } from './merge.js';
import { EVERYTHING, type Scope, scopedRecords } from './scoped.js';

/** Makes the access to archives. */
export function createArchives(
  db: Database,
  projection: Projection,
  configs: Configs,
  parameters: ParameterTable,
): Archives {
  return {
    archive: (query, moment) =>
      snapshot(db, () => {
        const scope =
          query.kind === 'all' ? EVERYTHING : scopeOf(db, query, moment, parameters.inForce());
        return scopedRecords(db, scope, parameters);
      }),
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

const OWN = 'SELECT value FROM json_each(@keys)';
const OWN_MODULES = `SELECT module FROM cards WHERE key IN (${OWN})
  UNION SELECT json_extract(own, '$.module') FROM joined_cards WHERE card IN (${OWN})`;

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
    configs: `g.key IN (SELECT e.config FROM events e WHERE e.card IN (${OWN}))`,
    collections: `k.key IN (SELECT collection FROM modules WHERE key IN (${OWN_MODULES}))`,
    modules: `m.key IN (${OWN_MODULES})`,
    cards: `c.key IN (${OWN})`,
    // They are of all a person's reviews: those of some cards alone go on under the reader's own.
    parameters: () => false,
    events: `e.card IN (${OWN})`,
    // A plan is of no card, so an archive of some cards has none.
    plans: '0',
  };
}
