import type { Database } from 'better-sqlite3';
import type { CardRecord, Cards } from '../../app/cards/ports.js';
import type { Moment } from '../../model/moment.js';
import { once } from '../../model/once.js';
import type { Query } from '../../model/query.js';
import { matchingCards } from '../query/matching.js';
import {
  CARD_TABLES,
  MODULE_ORDER,
  RECORD_COLUMNS,
  type RecordCells,
  recordOf,
} from '../tables/card-record.js';
import { findNames } from '../tables/names.js';
import { findModuleOf } from './modules.js';

/** How many cards a short reference may name before it is of no use. */
const MAX_REFERENCED = 5;

/** Makes the access to cards; takes the FSRS weights behind retrievability. */
export function createCards(db: Database, inForce: () => readonly number[]): Cards {
  const byId = once(() =>
    db
      .prepare<[string], RecordCells>(`SELECT ${RECORD_COLUMNS} FROM ${CARD_TABLES} WHERE c.id = ?`)
      .raw(),
  );
  const byReference = once(() => prepareReference(db));
  return {
    // No LIMIT where there is none to keep: for one SQLite sorts in another, slower way.
    find: (query, moment, limit) => Array.from(find(db, query, moment, limit ?? null, inForce())),
    each: (query, moment) => find(db, query, moment, null, inForce()),
    count(query, moment) {
      const { from, where, params } = matchingCards(query, moment, inForce());
      const sql = `SELECT count(*) FROM ${from} WHERE ${where}`;
      return db.prepare<[object], number>(sql).pluck().get(params) ?? 0;
    },
    resolve(reference, moment) {
      const start = reference.toLowerCase();
      if (start === '') return [];
      // Ids are ASCII: no id continues with a character beyond it.
      const bounds = { start, end: `${start}\u{7f}`, text: reference, limit: MAX_REFERENCED };
      return byReference()
        .all(bounds)
        .map((row) => recordOf(row, moment, inForce()));
    },
    get(id, moment) {
      const row = byId().get(id);
      return row === undefined ? null : recordOf(row, moment, inForce());
    },
    moduleOf: (id) => findModuleOf(db, id),
    names: (kind) => findNames(db, kind),
  };
}

function prepareReference(db: Database) {
  return db
    .prepare<{ text: string; start: string; end: string; limit: number }, RecordCells>(
      `SELECT ${RECORD_COLUMNS} FROM ${CARD_TABLES}
       WHERE c.explicit_id = @text OR (c.id >= @start AND c.id < @end)
       ORDER BY c.explicit_id IS NOT @text, c.retired_at IS NOT NULL, c.id LIMIT @limit`,
    )
    .raw();
}

function* find(
  db: Database,
  query: Query,
  moment: Moment,
  limit: number | null,
  weights: readonly number[],
): Generator<CardRecord> {
  const { from, where, params } = matchingCards(query, moment, weights);
  const rows = db
    .prepare<[object], RecordCells>(
      `SELECT ${RECORD_COLUMNS} FROM ${from} WHERE ${where}
       ORDER BY ${MODULE_ORDER}, c.ordinal, c.key ${limit === null ? '' : 'LIMIT @limit'}`,
    )
    .raw()
    // Row by row: better-sqlite3's all() takes half as long again over many.
    .iterate(limit === null ? params : { ...params, limit });
  for (const row of rows) yield recordOf(row, moment, weights);
}
