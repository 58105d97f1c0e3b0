import type { Database } from 'better-sqlite3';
import type { Appended, EventDraft, Journal } from '../../app/review/ports.js';
import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import type { CardId } from '../../model/ids.js';
import { type Memory, NEW_MEMORY } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Configs } from '../tables/configs.js';
import { createEventWriter, type RandomBytes, type WriteEvent } from '../tables/event-writer.js';
import {
  EVENT_TABLES,
  type EventCells,
  eventOf,
  FOLD_ORDER,
  FOLDED_COLUMNS,
  SAME_HISTORY,
  UNDONE,
} from '../tables/events.js';
import { lazy } from '../tables/lazy.js';
import { memoryRow, sameMemory } from '../tables/memory.js';
import { writePast } from './past-events.js';
import type { Projection } from './projection.js';
import { createUndo } from './undo.js';

interface JournalCard {
  readonly key: number;
  readonly retired_at: number | null;
  readonly merged_into: number | null;
}

/** Ends a transaction that was for practice. */
class Rehearsed extends Error {}

function takenBack(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
}

/** Makes the journal of this device; `random` gives as many random bytes as asked for. */
export function createJournal(
  db: Database,
  projection: Projection,
  configs: Configs,
  device: () => string,
  random: RandomBytes,
): Journal {
  const writer = lazy(() => createEventWriter(db, device, random));
  const findCard = lazy(() =>
    db.prepare<[string], JournalCard>(
      'SELECT key, retired_at, merged_into FROM cards WHERE id = ?',
    ),
  );
  const undo = createUndo(db, projection, writer, device);

  function append(draft: EventDraft, config: SchedulerConfig, write: WriteEvent): Appended {
    const card = reviewable(findCard().get(draft.card), draft);
    const before = projection.read(card.key);
    refuseOvertaken(draft, before);
    const numbered = draft.kind === 'review' ? { ...draft, config: configs.keyOf(config) } : draft;
    const event = write(card.key, numbered);
    return { event, before, after: projection.refold(card.key) };
  }

  function appendAll(
    drafts: readonly EventDraft[],
    moment: Moment,
    config: SchedulerConfig,
  ): Appended[] {
    const write = writer().begin(moment);
    return drafts.map((draft) => append(draft, config, write));
  }

  return {
    append: (draft, moment, config) =>
      db.transaction(() => append(draft, config, writer().begin(moment))).immediate(),
    appendAll: (drafts, moment, config) =>
      db.transaction(() => appendAll(drafts, moment, config)).immediate(),
    appendPast: (events, past, config) =>
      db
        .transaction(() => writePast(db, { projection, configs }, config, past, events))
        .immediate(),
    rehearse(draft, moment, config) {
      const act = () => {
        append(draft, config, writer().begin(moment));
        throw new Rehearsed();
      };
      const timeout = db.pragma('busy_timeout', { simple: true });
      // Nobody waits for another viva's lock for this.
      db.pragma('busy_timeout = 0');
      try {
        // Within a transaction that ends well, so that the log is begun, too.
        db.transaction(() => takenBack(() => db.transaction(act).immediate())).immediate();
      } catch {
        // Taken back, or not possible at present: then the append itself says why.
      } finally {
        db.pragma(`busy_timeout = ${timeout}`);
      }
    },
    undoLast: (moment) => db.transaction(() => undo.last(moment)).immediate(),
    newestAt: undo.newestAt,
    memoryAt(card, at) {
      const found = findCard().get(card);
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
  const ofCard = lazy(() =>
    db
      .prepare<{ card: number }, MarkedRow>(
        `${select} WHERE e.card IN (${SAME_HISTORY}) ORDER BY ${FOLD_ORDER}`,
      )
      .raw(),
  );
  const keyOf = lazy(() =>
    db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck(),
  );
  const has = lazy(() => db.prepare<[string], number>('SELECT 1 FROM events WHERE id = ?').pluck());
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

function reviewable(card: JournalCard | undefined, draft: EventDraft): JournalCard {
  if (card === undefined) throw unknown(draft.card);
  if (card.merged_into !== null || (card.retired_at !== null && draft.kind === 'review')) {
    throw new VivaError(
      'card-unknown',
      `Card ${draft.card} is retired: its text is no longer in its deck, so it cannot be reviewed.`,
      'Restore its text and import again, or give its history to another card with "viva relink".',
    );
  }
  return card;
}

/** Somebody else may have rated the card while this person was thinking about it. */
function refuseOvertaken(draft: EventDraft, now: Memory): void {
  if (draft.kind !== 'review' || draft.expected === undefined) return;
  // A flag is a note of the person's, and changes nothing about the rating.
  const [expected, actual] = [draft.expected, now].map((m) => memoryRow({ ...m, flag: 0 }));
  if (expected === undefined || actual === undefined || sameMemory(expected, actual)) return;
  throw new VivaError(
    'card-changed',
    `Card ${draft.card} was reviewed or changed by another viva in the meantime.`,
    'That one counts; your rating was not recorded.',
  );
}

function unknown(id: CardId): VivaError {
  return new VivaError('card-unknown', `There is no card ${id}.`, 'See the ids with "viva list".');
}
