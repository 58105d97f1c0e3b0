import type { Database } from 'better-sqlite3';
import type { JournalEvent } from '../../model/event.js';
import { type Memory, NEW_MEMORY } from '../../model/memory.js';
import { foldCard } from '../../schedule/fold.js';
import type { Configs } from '../tables/configs.js';
import {
  COUNTS,
  EVENT_COLUMNS,
  EVENT_TABLES,
  type EventRow,
  eventOf,
} from '../tables/event-row.js';
import { lazy } from '../tables/lazy.js';
import {
  MEMORY_COLUMNS,
  type MemoryRow,
  memoryOf,
  memoryRow,
  memoryUpdate,
} from '../tables/memory-row.js';

/** Keys whose events count for the card @card: itself, and those that relink merged into it. */
export const SAME_HISTORY =
  'SELECT @card UNION ALL SELECT key FROM cards WHERE merged_into = @card';

/** Keeps single cards' memory equal to the fold of their events. Takes keys of cards. */
export interface Projection {
  /** Gives the memory as it is written. */
  read(card: number): Memory;
  /** Computes the memory from the journal, writes it and gives it. */
  refold(card: number): Memory;
  /** Writes the memory of a card without events: those of a merged card count for another. */
  reset(card: number): void;
}

/** Makes the projection of single cards; the whole of it is rebuilt by `rebuild.ts`. */
export function createProjection(db: Database, configs: Configs): Projection {
  const row = lazy(() =>
    db.prepare<[number], MemoryRow>(`SELECT ${MEMORY_COLUMNS} FROM memory y WHERE y.card = ?`),
  );
  const events = lazy(() =>
    db.prepare<{ card: number }, EventRow>(
      `SELECT ${EVENT_COLUMNS} FROM ${EVENT_TABLES}
       WHERE e.card IN (${SAME_HISTORY}) AND ${COUNTS} ORDER BY e.at, e.id`,
    ),
  );
  const update = lazy(() => memoryUpdate(db));

  function write(card: number, memory: Memory): void {
    update().run({ ...memoryRow(memory), card });
  }

  function eventsOf(card: number): JournalEvent[] {
    return events().all({ card }).map(eventOf);
  }

  return {
    read(card) {
      const found = row().get(card);
      return found === undefined ? NEW_MEMORY : memoryOf(found);
    },
    refold(card) {
      const memory = foldCard(eventsOf(card), configs.all(), configs.rescheduled());
      write(card, memory);
      return memory;
    },
    reset(card) {
      write(card, NEW_MEMORY);
    },
  };
}
