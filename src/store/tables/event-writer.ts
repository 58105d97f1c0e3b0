import type { Database } from 'better-sqlite3';
import type { EventDraft } from '../../app/review/ports.js';
import type { JournalEvent } from '../../model/event.js';
import type { CardId, ConfigId, EventId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { once } from '../../model/once.js';
import { eventRow, HYBRID_TIME, INSERT_EVENT, SAME_HISTORY } from './events.js';
import { commandIds } from './ulid.js';

/** Returns that many random bytes, such as `randomBytes` of node:crypto. */
export type RandomBytes = (bytes: number) => Uint8Array;

/** A draft with all that its row needs beside id and time. */
type NumberedDraft =
  | (Extract<EventDraft, { kind: 'review' }> & { readonly config: ConfigId })
  | Exclude<EventDraft, { kind: 'review' }>
  | { readonly kind: 'undo'; readonly card: CardId; readonly target: EventId };

/** Writes an event of the card with that key; returns it with its id. Runs within a transaction. */
export type WriteEvent = (card: number, draft: NumberedDraft) => JournalEvent;

/** Appends events of one device. */
export interface EventWriter {
  /** Begins a command or key, whose events one undo takes back; returns the writer of these. */
  begin(moment: Moment): WriteEvent;
}

/** Makes the writer of a device's events. */
export function createEventWriter(
  db: Database,
  deviceId: () => string,
  random: RandomBytes,
): EventWriter {
  const devices = createDevices(db);
  const newestId = once(() =>
    db
      .prepare<[number], string>('SELECT id FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1')
      .pluck(),
  );
  const insert = once(() => db.prepare(INSERT_EVENT));
  const hybridTime = createHybridTime(db);
  return {
    begin(moment) {
      const device = deviceId();
      const key = devices(device);
      const nextId = commandIds(moment.now, random, newestId().get(key) ?? null);
      return (card, draft) => {
        const clock = draft.kind === 'undo' ? undefined : hybridTime(card, moment);
        const base = {
          ...{ id: nextId(), at: moment.now, day: moment.today, device },
          ...(clock !== undefined && { clock }),
        };
        const event = toEvent(draft, base);
        insert().run(eventRow(event, card, key));
        return event;
      };
    },
  };
}

/**
 * Returns a function that gives an event's hybrid time, ms: just behind what is known of the card where
 * that lies ahead of this machine's clock, else undefined.
 */
function createHybridTime(db: Database): (card: number, moment: Moment) => number | undefined {
  const newestTime = once(() =>
    db
      .prepare<{ card: number }, number | null>(
        `SELECT max(${HYBRID_TIME}) FROM events e WHERE e.card IN (${SAME_HISTORY})`,
      )
      .pluck(),
  );
  return (card, { now, byClock }) => {
    const newest = byClock ? newestTime().get({ card }) : null;
    return newest && newest > now ? newest + 1 : undefined;
  };
}

/** Returns a function that gives a device's key by its name; a new one is written. */
export function createDevices(db: Database): (name: string) => number {
  const add = once(() =>
    db.prepare<[string]>('INSERT INTO devices (name) VALUES (?) ON CONFLICT DO NOTHING'),
  );
  const find = once(() =>
    db.prepare<[string], number>('SELECT key FROM devices WHERE name = ?').pluck(),
  );
  return (name) => find().get(name) ?? Number(add().run(name).lastInsertRowid);
}

function toEvent(
  draft: NumberedDraft,
  base: Pick<JournalEvent, 'id' | 'at' | 'day' | 'device' | 'clock'>,
): JournalEvent {
  if (draft.kind !== 'review') return { ...draft, ...base };
  const { expected: _, ...review } = draft;
  return { ...review, ...base, durationMs: Math.max(0, Math.round(draft.durationMs)) };
}
