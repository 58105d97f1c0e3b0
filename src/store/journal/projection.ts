import type { Database } from 'better-sqlite3';
import { type Memory, NEW_MEMORY } from '../../model/memory.js';
import { once } from '../../model/once.js';
import { foldCard, type Rescheduled } from '../../schedule/fold.js';
import type { Configs } from '../tables/configs.js';
import {
  COUNTS,
  EVENT,
  EVENT_TABLES,
  eventOf,
  FOLD_ORDER,
  HYBRID_TIME,
  PLACED_COLUMNS,
  type PlacedEvent,
  SAME_HISTORY,
} from '../tables/events.js';
import {
  MEMORY_COLUMNS,
  type MemoryRow,
  memoryOf,
  memoryRow,
  memoryUpdate,
} from '../tables/memory.js';
import { createKindWriter, type OtherKind } from '../tables/review-kinds.js';

/** Folds rows in the order of the fold; adds to `kinds` the reviews that were for something else. */
export function foldRows(
  rows: readonly PlacedEvent[],
  configs: ReturnType<Configs['all']>,
  rescheduled: Rescheduled | null,
  kinds: OtherKind[] = [],
): Memory {
  return foldCard(rows.map(eventOf), configs, rescheduled, (place, kind) => {
    const row = rows[place];
    if (row !== undefined) kinds.push({ seq: row[EVENT.seq], card: row[EVENT.card_key], kind });
  });
}

/** Keeps single cards' memory equal to the fold of their events. Takes keys of cards. */
export interface Projection {
  /** Returns the memory as it is written. */
  read(card: number): Memory;
  /** Computes the memory from the journal, writes it and gives it; writes what reviews were for. */
  refold(card: number): Memory;
  /** Computes the memory that the card had at a time, ms since 1970. */
  at(card: number, time: number): Memory;
  /** Writes the memory of a card without events: those of a merged card count for another. */
  reset(card: number): void;
}

/** Prepares to read the events of a card that count, up to a time, in the order of the fold. */
function eventsUntil(db: Database) {
  return db
    .prepare<{ card: number; until: number }, PlacedEvent>(
      `SELECT ${PLACED_COLUMNS} FROM ${EVENT_TABLES}
       WHERE e.card IN (${SAME_HISTORY}) AND ${HYBRID_TIME} <= @until AND ${COUNTS}
       ORDER BY ${FOLD_ORDER}`,
    )
    .raw();
}

/** Makes the projection of single cards; the whole of it is rebuilt by `rebuild.ts`. */
export function createProjection(db: Database, configs: Configs): Projection {
  const row = once(() =>
    db.prepare<[number], MemoryRow>(`SELECT ${MEMORY_COLUMNS} FROM memory y WHERE y.card = ?`),
  );
  const events = once(() => eventsUntil(db));
  const update = once(() => memoryUpdate(db));
  const writeKinds = createKindWriter(db, SAME_HISTORY);

  function write(card: number, memory: Memory): void {
    update().run({ ...memoryRow(memory), card });
  }

  function fold(card: number, until: number, kinds?: OtherKind[]): Memory {
    const rows = events().all({ card, until });
    return foldRows(rows, configs.all(), configs.rescheduled(), kinds);
  }

  return {
    read(card) {
      const found = row().get(card);
      return found === undefined ? NEW_MEMORY : memoryOf(found);
    },
    refold(card) {
      const kinds: OtherKind[] = [];
      const memory = fold(card, Number.MAX_SAFE_INTEGER, kinds);
      write(card, memory);
      writeKinds(card, kinds);
      return memory;
    },
    at: (card, time) => fold(card, time),
    reset(card) {
      write(card, NEW_MEMORY);
    },
  };
}
