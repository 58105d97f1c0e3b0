import type { Database } from 'better-sqlite3';
import type { Appended, EventDraft, Journal } from '../../app/review/ports.js';
import { VivaError } from '../../model/error.js';
import type { CardId } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { Configs } from '../tables/configs.js';
import type { EventWriter, WriteEvent } from '../tables/event-writer.js';
import { memoryRow, sameMemory } from '../tables/memory.js';
import type { Projection } from './projection.js';

export interface JournalCard {
  readonly key: number;
  readonly retired_at: number | null;
  readonly merged_into: number | null;
}

/** What appending asks. */
interface AppendParts {
  readonly projection: Projection;
  readonly configs: Configs;
  readonly writer: () => EventWriter;
  readonly findCard: (id: CardId) => JournalCard | undefined;
}

/** Ends a transaction that was for practice. */
class Rehearsed extends Error {}

/** Returns what appends events of this device, each with its card's new memory. */
export function createAppends(
  db: Database,
  { projection, configs, writer, findCard }: AppendParts,
): Pick<Journal, 'append' | 'appendAll' | 'rehearse'> {
  function add(draft: EventDraft, config: SchedulerConfig, write: WriteEvent): Appended {
    const card = reviewable(findCard(draft.card), draft);
    const before = projection.read(card.key);
    refuseOvertaken(draft, before);
    const numbered = draft.kind === 'review' ? { ...draft, config: configs.keyOf(config) } : draft;
    const event = write(card.key, numbered);
    return { event, before, after: projection.refold(card.key) };
  }

  function addAll(
    drafts: readonly EventDraft[],
    moment: Moment,
    config: SchedulerConfig,
  ): Appended[] {
    const write = writer().begin(moment);
    return drafts.map((draft) => add(draft, config, write));
  }

  return {
    append: (draft, moment, config) =>
      db.transaction(() => add(draft, config, writer().begin(moment))).immediate(),
    appendAll: (drafts, moment, config) =>
      db.transaction(() => addAll(drafts, moment, config)).immediate(),
    rehearse: createRehearsal(db, (draft, moment, config) =>
      add(draft, config, writer().begin(moment)),
    ),
  };
}

/** Returns what appends an event for practice, by `add`, and takes it back. */
function createRehearsal(db: Database, add: Journal['append']): Journal['rehearse'] {
  let isLogBegun = false;
  return (...of) => {
    let appended: Appended | null = null;
    const practise = () => {
      appended = add(...of);
      throw new Rehearsed();
    };
    const takenBack = () => withoutRehearsed(db.transaction(practise).immediate);
    withoutWaiting(db, () => {
      // The first within a transaction that ends well, so that the log is begun, too.
      if (isLogBegun) takenBack();
      else db.transaction(takenBack).immediate();
      isLogBegun = true;
    });
    return appended;
  };
}

/** Does what need not be done: where another viva holds the lock, or it fails, nothing happens. */
function withoutWaiting(db: Database, act: () => void): void {
  const timeout = db.pragma('busy_timeout', { simple: true });
  db.pragma('busy_timeout = 0');
  try {
    act();
  } catch {
    // The append itself says why.
  } finally {
    db.pragma(`busy_timeout = ${timeout}`);
  }
}

function withoutRehearsed(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error;
  }
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
