import { statSync } from 'node:fs';
import type { Database, Statement } from 'better-sqlite3';

/** A row as it stands in a table that may be damaged. */
export type Row = Readonly<Record<string, unknown>>;

/** No row of ours is smaller than this, bytes: bounds the keys to look for. */
const MIN_ROW_BYTES = 32;

/**
 * Returns every row of a table that can be read, in the order of its integer
 * key: where a range of keys cannot be read, its halves are tried, down to the
 * single row.
 */
export function readRows(db: Database, table: string, key: string): Row[] {
  const range = prepare(db, `SELECT * FROM ${table} WHERE ${key} BETWEEN ? AND ? ORDER BY ${key}`);
  if (range === null) return [];
  const rows: Row[] = [];
  const last = highestKey(db);
  const open: [first: number, last: number][] = [[1, last]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to] = next;
    const found = attempt(() => range.all(from, to));
    if (found !== null) for (const row of found) rows.push(row);
    else if (from < to) {
      const middle = Math.floor((from + to) / 2);
      open.push([middle + 1, to], [from, middle]);
    }
  }
  return rows;
}

/**
 * Returns the ids of cards by key as the index of ids has them, which may be
 * readable where the cards are not: read from both ends up to the damage.
 */
export function readCardIds(db: Database): Map<number, string> {
  const ids = new Map<number, string>();
  for (const order of ['ASC', 'DESC']) {
    attempt(() => {
      const rows = db
        .prepare<[], { key: number; id: string }>(
          `SELECT key, id FROM cards INDEXED BY sqlite_autoindex_cards_1 ORDER BY id ${order}`,
        )
        .iterate();
      for (const { key, id } of rows) ids.set(key, id);
    });
  }
  return ids;
}

/** Keys count up from 1 and rows are never deleted, so the file's size bounds them. */
function highestKey(db: Database): number {
  return Math.ceil(statSync(db.name).size / MIN_ROW_BYTES);
}

function prepare(db: Database, sql: string): Statement<[number, number], Row> | null {
  return attempt(() => db.prepare<[number, number], Row>(sql));
}

function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
