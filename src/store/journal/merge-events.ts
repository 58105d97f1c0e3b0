import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/upkeep/ports.js';
import type { ArchiveConfig } from '../../model/archive/config.js';
import type { ArchiveEvent } from '../../model/archive/event.js';
import type { JournalEvent } from '../../model/event.js';
import { memoized } from '../../model/memoized.js';
import type { Configs } from '../tables/configs.js';
import { createDevices } from '../tables/event-writer.js';
import {
  EVENT_COLUMNS,
  EVENT_TABLES,
  type EventCells,
  eventOf,
  eventRow,
  INSERT_EVENT,
} from '../tables/events.js';
import { archiveInvalid } from './invalid.js';
import { requireSame } from './same-event.js';

/**
 * Adds events that come from elsewhere and are not in the journal yet: of archives, of other
 * databases, of other programs.
 */
export interface EventMerger {
  addConfig(config: ArchiveConfig): void;
  /** Throws VivaError 'events-differ' where another event has its id, and 'import-failed' for one that fits nothing. */
  add(event: ArchiveEvent): void;
  /** Is there an event of that id? */
  has(id: string): boolean;
  /** Store keys of the cards that got events. */
  readonly touched: ReadonlySet<number>;
  report(): MergeReport['events'];
}

/** Makes the merger for one source of events; runs within a transaction. */
export function createEventMerger(db: Database, configs: Configs): EventMerger {
  const configKeys = new Map<number, number>();
  const known = createKnownEvents(db, configKeys);
  const findCard = db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck();
  // What is there stays, so each is looked up once.
  const cardOf = memoized((id) => findCard.get(id));
  const deviceOf = memoized(createDevices(db));
  const insert = db.prepare(`${INSERT_EVENT} ON CONFLICT (id) DO NOTHING`);
  const checkTarget = targetCheck(db);
  const touched = new Set<number>();
  let added = 0;

  function write(event: ArchiveEvent, card: number): void {
    if (event.kind === 'undo') checkTarget(event, card);
    const numbered = event.kind === 'review' ? withConfig(event, configKeys) : event;
    const { changes } = insert.run(eventRow(numbered, card, deviceOf(event.device)));
    if (changes === 0) known.meet(event);
    else {
      touched.add(card);
      added += 1;
    }
  }

  return {
    touched,
    addConfig: ({ key, config }) => void configKeys.set(key, configs.keyOf(config)),
    add(event) {
      // Most are new: that one is known shows where it is written.
      const mayBeNew = event.kind !== 'review' || configKeys.has(event.config);
      if (!mayBeNew && known.meet(event)) return;
      const card = cardOf(event.card);
      if (card !== undefined) write(event, card);
      else throw archiveInvalid(`Event ${event.id} is of card ${event.card}, which is missing`);
    },
    has: known.has,
    report: () => ({ added, known: known.count() }),
  };
}

type Review = Extract<ArchiveEvent, { kind: 'review' }>;

/** With the number that its configuration has here. Throws where it has none. */
function withConfig(event: Review, configKeys: ReadonlyMap<number, number>): Review {
  const config = configKeys.get(event.config);
  if (config !== undefined) return { ...event, config };
  throw archiveInvalid(
    `Event ${event.id} names scheduler configuration ${event.config}, which is missing`,
  );
}

/** Makes what looks at the events that are here; takes the numbers that configurations have here. */
function createKnownEvents(db: Database, configKeys: ReadonlyMap<number, number>) {
  const find = db
    .prepare<[string], EventCells>(`SELECT ${EVENT_COLUMNS} FROM ${EVENT_TABLES} WHERE e.id = ?`)
    .raw();
  let met = 0;

  /** With the number that its configuration has here; one that is not there is taken for the same. */
  function asHere(event: ArchiveEvent, here: JournalEvent): JournalEvent {
    if (event.kind !== 'review') return journalEvent(event);
    const same = here.kind === 'review' ? here.config : undefined;
    const config = configKeys.get(event.config) ?? same ?? event.config;
    return journalEvent({ ...event, config });
  }

  return {
    has: (id: string): boolean => find.get(id) !== undefined,
    /** Holds an event against the one that is here; returns false where none is. */
    meet(event: ArchiveEvent): boolean {
      const row = find.get(event.id);
      if (row === undefined) return false;
      requireSame(eventOf(row), asHere(event, eventOf(row)));
      met += 1;
      return true;
    },
    /** Number of events that were met. */
    count: (): number => met,
  };
}

/** The same event: an archive's ids are text that has been looked at. */
function journalEvent(event: ArchiveEvent): JournalEvent {
  return event as JournalEvent;
}

type Undo = Extract<ArchiveEvent, { kind: 'undo' }>;

/** An undo takes back something of its own card, and no other undo. */
function targetCheck(db: Database): (undo: Undo, card: number) => void {
  const find = db.prepare<[string], { card: number; kind: string }>(
    'SELECT card, kind FROM events WHERE id = ?',
  );
  return ({ id, target }, card) => {
    const found = find.get(target);
    if (found === undefined) {
      throw archiveInvalid(`Event ${id} takes back ${target}, which does not stand before it`);
    }
    if (found.card !== card || found.kind === 'undo') {
      throw archiveInvalid(`Event ${id} takes back ${target}, which it cannot`);
    }
  };
}
