import type { Database } from 'better-sqlite3';
import type { Journal } from '../../app/review/ports.js';
import type { JournalEvent } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import { NEW_MEMORY } from '../../model/memory.js';
import { once } from '../../model/once.js';
import type { Configs } from '../tables/configs.js';
import { createEventWriter, type RandomBytes } from '../tables/event-writer.js';
import {
  EVENT_TABLES,
  type EventCells,
  eventOf,
  FOLD_ORDER,
  FOLDED_COLUMNS,
  SAME_HISTORY,
  UNDONE,
} from '../tables/events.js';
import { createAppends, type JournalCard } from './appends.js';
import { writePast } from './past-events.js';
import type { Projection } from './projection.js';
import { createUndo } from './undo.js';

/** Makes the journal of this device; `random` gives as many random bytes as asked for. */
export function createJournal(
  db: Database,
  projection: Projection,
  configs: Configs,
  device: () => string,
  random: RandomBytes,
): Journal {
  const writer = once(() => createEventWriter(db, device, random));
  const selectCard = once(() =>
    db.prepare<[string], JournalCard>(
      'SELECT key, retired_at, merged_into FROM cards WHERE id = ?',
    ),
  );
  const findCard = (id: CardId) => selectCard().get(id);
  const undo = createUndo(db, projection, writer, device);
  return {
    ...createAppends(db, { projection, configs, writer, findCard }),
    appendPast: (events, past, config) =>
      db
        .transaction(() => writePast(db, { projection, configs }, config, past, events))
        .immediate(),
    undoLast: (moment) => db.transaction(() => undo.last(moment)).immediate(),
    newestAt: undo.newestAt,
    memoryAt(card, at) {
      const found = findCard(card);
      return found === undefined ? NEW_MEMORY : projection.at(found.key, at);
    },
    configs: () => configs.all(),
    rescheduled: () => configs.rescheduled(),
    ...createHistory(db),
  };
}

type Marked = { readonly event: JournalEvent; readonly undone: boolean };
type MarkedRow = readonly [...EventCells, undone: 0 | 1];

function createHistory(db: Database): Pick<Journal, 'history' | 'all' | 'has'> {
  const select = `SELECT ${FOLDED_COLUMNS}, ${UNDONE} FROM ${EVENT_TABLES}`;
  const ofCard = once(() =>
    db
      .prepare<{ card: number }, MarkedRow>(
        `${select} WHERE e.card IN (${SAME_HISTORY}) ORDER BY ${FOLD_ORDER}`,
      )
      .raw(),
  );
  const keyOf = once(() =>
    db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck(),
  );
  const has = once(() => db.prepare<[string], number>('SELECT 1 FROM events WHERE id = ?').pluck());
  const marked = (row: MarkedRow): Marked => ({ event: eventOf(row), undone: row.at(-1) === 1 });

  return {
    history(card) {
      const key = keyOf().get(card);
      return key === undefined ? [] : ofCard().all({ card: key }).map(marked);
    },
    *all() {
      // Not cached: a statement that is being iterated cannot be run again.
      const rows = db.prepare<[], MarkedRow>(`${select} ORDER BY ${FOLD_ORDER}`).raw().iterate();
      for (const row of rows) yield marked(row);
    },
    has: (id) => has().get(id) !== undefined,
  };
}
