import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/upkeep/ports.js';
import type { ArchiveConfig } from '../../model/archive/config.js';
import type { ArchiveEvent } from '../../model/archive/event.js';
import type { JournalEvent } from '../../model/event.js';
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
  const find = db
    .prepare<[string], EventCells>(`SELECT ${EVENT_COLUMNS} FROM ${EVENT_TABLES} WHERE e.id = ?`)
    .raw();
  const findCard = db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck();
  const cardOf = remembering((id) => findCard.get(id));
  const insert = db.prepare(`${INSERT_EVENT} ON CONFLICT (id) DO NOTHING`);
  const checkTarget = targetCheck(db);
  const deviceOf = remembering(createDevices(db));
  const configKeys = new Map<number, number>();
  const touched = new Set<number>();
  const counts = { added: 0, known: 0 };

  function configOf({ id, config }: { id: string; config: number }): number {
    const key = configKeys.get(config);
    if (key !== undefined) return key;
    throw archiveInvalid(`Event ${id} names scheduler configuration ${config}, which is missing`);
  }

  /** With the number that its configuration has here; one that is not there is taken for the same. */
  function asHere(event: ArchiveEvent, here: JournalEvent): JournalEvent {
    if (event.kind !== 'review') return journalEvent(event);
    const same = here.kind === 'review' ? here.config : undefined;
    const config = configKeys.get(event.config) ?? same ?? event.config;
    return journalEvent({ ...event, config });
  }

  /** Holds an event against the one that is here; returns false where none is. */
  function meetKnown(event: ArchiveEvent): boolean {
    const known = find.get(event.id);
    if (known === undefined) return false;
    requireSame(eventOf(known), asHere(event, eventOf(known)));
    counts.known += 1;
    return true;
  }

  return {
    touched,
    addConfig: ({ key, config }) => void configKeys.set(key, configs.keyOf(config)),
    add(event) {
      // Most are new: that one is known shows where it is written.
      const mayBeNew = event.kind !== 'review' || configKeys.has(event.config);
      if (!mayBeNew && meetKnown(event)) return;
      const card = cardOf(event.card);
      if (card === undefined) {
        throw archiveInvalid(`Event ${event.id} is of card ${event.card}, which is missing`);
      }
      if (event.kind === 'undo') checkTarget(event, card);
      const numbered = event.kind === 'review' ? { ...event, config: configOf(event) } : event;
      const { changes } = insert.run(eventRow(numbered, card, deviceOf(event.device)));
      if (changes === 0) meetKnown(event);
      else {
        touched.add(card);
        counts.added += 1;
      }
    },
    has: (id) => find.get(id) !== undefined,
    report: () => ({ ...counts }),
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

/** Returns a function that finds each key once: what is there stays. */
function remembering<Key extends number | undefined>(
  find: (name: string) => Key,
): (name: string) => Key | number {
  const known = new Map<string, number>();
  return (name) => {
    const key = known.get(name) ?? find(name);
    if (key !== undefined) known.set(name, key);
    return key;
  };
}
