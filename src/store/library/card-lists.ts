import type { Database } from 'better-sqlite3';
import type { CardLists } from '../../app/browse/ports.js';
import type { CardSort } from '../../model/card-sort.js';
import { cardId } from '../../model/ids.js';
import { once } from '../../model/once.js';
import { cardHash } from '../../schedule/order.js';
import { firstDueSql } from '../query/first-due.js';
import { sortedCards } from '../query/matching.js';
import { CARD_TABLES, RECORD_COLUMNS, type RecordCells, recordOf } from '../tables/card-record.js';

/** Makes the access to lists of cards; takes the FSRS weights behind retrievability. */
export function createCardLists(db: Database, inForce: () => readonly number[]): CardLists {
  const byKeys = once(() =>
    db
      .prepare<[string], RecordCells>(
        `SELECT ${RECORD_COLUMNS} FROM json_each(?) w CROSS JOIN ${CARD_TABLES}
         WHERE c.key = w.value ORDER BY w.key`,
      )
      .raw(),
  );

  return {
    keysOf(query, sort, moment, limit) {
      if (sort.by === 'random') {
        const all = sortedCards(query, 'module', moment, inForce());
        return shuffled(db, all, sort).slice(0, limit);
      }
      const sorted = sortedCards(query, sort.by, moment, inForce());
      if (limit === undefined || sort.reversed) {
        return turned(keysBy(db, wholeSql(sorted), sorted.params), sort).slice(0, limit);
      }
      const bound = { ...sorted.params, limit };
      const isQuick = query.kind === 'all' && sort.by === 'due' && !moment.breaks?.length;
      const first = isQuick ? keysBy(db, firstDueSql(sorted.orderBy), bound) : null;
      // Where these are not enough, suspended cards are next.
      return first?.length === limit
        ? first
        : keysBy(db, `${wholeSql(sorted)} LIMIT @limit`, bound);
    },
    recordsOf(keys, moment) {
      const weights = inForce();
      return byKeys()
        .all(JSON.stringify(keys))
        .map((row) => recordOf(row, moment, weights));
    },
  };
}

function keysBy(db: Database, sql: string, params: object): Uint32Array {
  return Uint32Array.from(db.prepare<[object], number>(sql).pluck().all(params));
}

/** A card's place depends on its id and the seed alone, so that a narrower list keeps the order. */
function shuffled(
  db: Database,
  { from, where, params }: ReturnType<typeof sortedCards>,
  sort: CardSort,
): Uint32Array {
  const rows = db
    .prepare<[object], [number, string]>(`SELECT c.key, c.id FROM ${from} WHERE ${where}`)
    .raw()
    .all(params);
  const placed = rows.map(([key, id]) => ({ key, place: cardHash(cardId(id), sort.seed) }));
  placed.sort((a, b) => a.place - b.place || a.key - b.key);
  const keys = Uint32Array.from(placed, ({ key }) => key);
  return turned(keys, sort);
}

function wholeSql({ from, where, orderBy }: ReturnType<typeof sortedCards>): string {
  return `SELECT y.card FROM ${from} WHERE ${where} ORDER BY ${orderBy}`;
}

function turned(keys: Uint32Array, { reversed }: CardSort): Uint32Array {
  return reversed ? keys.reverse() : keys;
}
