import type { Database } from 'better-sqlite3';
import { type Memory, NEW_MEMORY } from '../../model/memory.js';
import { joinedPairs } from '../tables/cards.js';
import type { Configs } from '../tables/configs.js';
import {
  COUNTS,
  EVENT,
  EVENT_TABLES,
  FOLD_ORDER,
  PLACED_COLUMNS,
  type PlacedEvent,
  SAME_HISTORY,
} from '../tables/events.js';
import {
  MEMORY_COLUMNS,
  type MemoryRow,
  memoryRow,
  memoryUpdate,
  sameMemory,
} from '../tables/memory.js';
import { countedAfter, repairCounts } from '../tables/queue-counts.js';
import { type OtherKind, repairKinds } from '../tables/review-kinds.js';
import { foldRows } from './projection.js';

/** Cards folded at a time: bounds the memory that a rebuild of a large journal takes. */
const CARDS_AT_A_TIME = 2_000;

/** From so many changed rows on, counting all that wait once is faster than keeping count. */
const MANY_ROWS = 500;

type KeyedMemory = MemoryRow & { readonly card: number };

/**
 * Computes every card's memory from the journal again and, in one transaction,
 * writes the rows that differ. Returns their number, cards whose place in the
 * queue was wrong or whose row was missing included, wrong kinds of reviews and
 * wrong counts of waiting cards.
 */
export function rebuild(db: Database, configs: Configs): number {
  return db
    .transaction(() => {
      const requeued = repairQueue(db);
      const recounted = repairCounts(db);
      const kinds: OtherKind[] = [];
      const changed = writeAll(db, differences(db, configs, kinds));
      return requeued + recounted + changed + repairKinds(db, kinds);
    })
    .immediate();
}

/** Writes the rows of `memory`; returns their number. */
function writeAll(db: Database, rows: Iterator<KeyedMemory>): number {
  const update = memoryUpdate(db);
  let changed = 0;
  const write = (most: number) => {
    for (; most > 0; most -= 1) {
      const { value, done } = rows.next();
      if (done) return true;
      update.run(value);
      changed += 1;
    }
    return false;
  };
  if (!write(MANY_ROWS)) countedAfter(db, () => write(Number.POSITIVE_INFINITY));
  return changed;
}

/**
 * Returns the rows that the journal says `memory` should hold, where it holds something else. Adds to
 * `kinds` the rows that `review_kinds` should hold.
 */
export function* differences(
  db: Database,
  configs: Configs,
  kinds: OtherKind[],
): Generator<KeyedMemory> {
  const rowsOf = db.prepare<[number, number], KeyedMemory>(
    `SELECT y.card, ${MEMORY_COLUMNS} FROM memory y WHERE y.card BETWEEN ? AND ? ORDER BY y.card`,
  );
  const fold = createFold(db, configs, kinds);
  const last = db.prepare<[], number | null>('SELECT max(key) FROM cards').pluck().get() ?? 0;
  for (let first = 1; first <= last; first += CARDS_AT_A_TIME) {
    const end = first + CARDS_AT_A_TIME - 1;
    const memories = fold(first, end);
    for (const row of rowsOf.all(first, end)) {
      const right = memoryRow(memories.get(row.card) ?? NEW_MEMORY);
      if (!sameMemory(row, right)) yield { ...right, card: row.card };
    }
  }
}

/** Returns a function that folds the events of a range of cards: memory by card key, new ones left out. */
function createFold(db: Database, configs: Configs, kinds: OtherKind[]) {
  const all = configs.all();
  const rescheduled = configs.rescheduled();
  const fold = (rows: readonly PlacedEvent[]) => foldRows(rows, all, rescheduled, kinds);
  const select = <Bound extends unknown[] | object>(scope: string, order: string) =>
    db
      .prepare<Bound, PlacedEvent>(
        `SELECT ${PLACED_COLUMNS} FROM ${EVENT_TABLES}
         WHERE ${scope} AND ${COUNTS} ORDER BY ${order}`,
      )
      .raw();
  const eventsOf = select<[number, number]>('e.card BETWEEN ? AND ?', `e.card, ${FOLD_ORDER}`);
  const sharedEventsOf = select<{ card: number }>(`e.card IN (${SAME_HISTORY})`, FOLD_ORDER);
  const merges = new Map(joinedPairs(db));
  const owners = new Set(merges.values());

  return (first: number, end: number): Map<number, Memory> => {
    const memories = new Map<number, Memory>();
    for (const [card, events] of byCard(eventsOf.iterate(first, end))) {
      if (!merges.has(card) && !owners.has(card)) memories.set(card, fold(events));
    }
    for (const owner of owners) {
      if (owner < first || owner > end) continue;
      memories.set(owner, fold(sharedEventsOf.all({ card: owner })));
    }
    return memories;
  };
}

/** Takes rows in the order of their cards. */
function* byCard(rows: Iterable<PlacedEvent>): Generator<[card: number, PlacedEvent[]]> {
  let card: number | null = null;
  let events: PlacedEvent[] = [];
  for (const row of rows) {
    const key = row[EVENT.card_key];
    if (card !== null && key !== card) {
      yield [card, events];
      events = [];
    }
    card = key;
    events.push(row);
  }
  if (card !== null) yield [card, events];
}

/** Adds rows that are missing and mends places in the queue. Returns the number of rows. */
function repairQueue(db: Database): number {
  const added = db
    .prepare(
      `INSERT INTO memory (card, active, module, rank)
       SELECT card, active, module, rank FROM card_queue q
       WHERE NOT EXISTS (SELECT 1 FROM memory y WHERE y.card = q.card)`,
    )
    .run().changes;
  const moved = db
    .prepare(
      `UPDATE memory SET active = q.active, module = q.module, rank = q.rank
       FROM card_queue q
       WHERE q.card = memory.card
         AND (memory.active, memory.module, memory.rank) IS NOT (q.active, q.module, q.rank)`,
    )
    .run().changes;
  return added + moved;
}
