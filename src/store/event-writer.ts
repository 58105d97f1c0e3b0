import type { Database } from 'better-sqlite3';
import type { EventDraft } from '../app/ports.js';
import type { JournalEvent } from '../model/event.js';
import type { CardId, ConfigId, EventId } from '../model/ids.js';
import type { Moment } from '../model/moment.js';
import { lazy } from './lazy.js';
import { nextUlid } from './ulid.js';

/** Gives that many random bytes, such as `randomBytes` of node:crypto. */
export type Random = (bytes: number) => Uint8Array;

/** A draft with all that its row needs beside id and time. */
export type NumberedDraft =
  | (Extract<EventDraft, { kind: 'review' }> & { readonly config: ConfigId })
  | Exclude<EventDraft, { kind: 'review' }>
  | { readonly kind: 'undo'; readonly card: CardId; readonly target: EventId };

/** Appends events of one device. */
export interface EventWriter {
  /** Writes an event of the card with that key; gives it with its id. Runs within a transaction. */
  write(card: number, draft: NumberedDraft, moment: Moment): JournalEvent;
}

/** Makes the writer of a device's events. */
export function createEventWriter(db: Database, device: string, random: Random): EventWriter {
  const addDevice = lazy(() =>
    db.prepare<[string]>('INSERT INTO devices (name) VALUES (?) ON CONFLICT DO NOTHING'),
  );
  const findDevice = lazy(() =>
    db.prepare<[string], number>('SELECT key FROM devices WHERE name = ?').pluck(),
  );
  const newestId = lazy(() =>
    db
      .prepare<[number], string>('SELECT id FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1')
      .pluck(),
  );
  const insert = lazy(() =>
    db.prepare(
      `INSERT INTO events
         (id, card, kind, at, day, device, rating, duration_ms, review_kind, config, target, value)
       VALUES (@id, @card, @kind, @at, @day, @device,
         @rating, @durationMs, @reviewKind, @config, @target, @value)`,
    ),
  );

  function deviceKey(): number {
    const known = findDevice().get(device);
    return known ?? Number(addDevice().run(device).lastInsertRowid);
  }

  return {
    write(card, draft, moment) {
      const key = deviceKey();
      const id = nextUlid(moment.now, random, newestId().get(key) ?? null);
      const event = toEvent(draft, { id, at: moment.now, day: moment.today, device });
      insert().run({ ...NO_DETAILS, ...details(event), ...baseOf(event), card, device: key });
      return event;
    },
  };
}

const NO_DETAILS = {
  rating: null,
  durationMs: null,
  reviewKind: null,
  config: null,
  target: null,
  value: null,
};

function toEvent(
  draft: NumberedDraft,
  base: Pick<JournalEvent, 'id' | 'at' | 'day' | 'device'>,
): JournalEvent {
  if (draft.kind !== 'review') return { ...draft, ...base };
  const { expected: _, ...review } = draft;
  return { ...review, ...base, durationMs: Math.max(0, Math.round(draft.durationMs)) };
}

function baseOf({ id, kind, at, day }: JournalEvent) {
  return { id, kind, at, day };
}

function details(event: JournalEvent): Partial<Record<keyof typeof NO_DETAILS, string | number>> {
  switch (event.kind) {
    case 'review': {
      const { rating, durationMs, reviewKind, config } = event;
      return { rating, durationMs, reviewKind, config };
    }
    case 'undo':
      return { target: event.target };
    case 'bury':
      return { value: event.until };
    case 'flag':
      return { value: event.value };
    default:
      return {};
  }
}
