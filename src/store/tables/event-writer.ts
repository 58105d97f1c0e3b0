import type { Database } from 'better-sqlite3';
import type { EventDraft } from '../../app/review/ports.js';
import type { JournalEvent, TickedPoints } from '../../model/event.js';
import type { CardId, ConfigId, EventId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import { lazy } from './lazy.js';
import { commandIds } from './ulid.js';

/** Gives that many random bytes, such as `randomBytes` of node:crypto. */
export type Random = (bytes: number) => Uint8Array;

/** A draft with all that its row needs beside id and time. */
type NumberedDraft =
  | (Extract<EventDraft, { kind: 'review' }> & { readonly config: ConfigId })
  | Exclude<EventDraft, { kind: 'review' }>
  | { readonly kind: 'undo'; readonly card: CardId; readonly target: EventId };

/** Writes an event of the card with that key; gives it with its id. Runs within a transaction. */
export type WriteEvent = (card: number, draft: NumberedDraft) => JournalEvent;

/** Appends events of one device. */
export interface EventWriter {
  /** Begins a command or key, whose events one undo takes back; gives the writer of these. */
  begin(moment: Moment): WriteEvent;
}

/** Makes the writer of a device's events. */
export function createEventWriter(
  db: Database,
  deviceId: () => string,
  random: Random,
): EventWriter {
  const devices = createDevices(db);
  const newestId = lazy(() =>
    db
      .prepare<[number], string>('SELECT id FROM events WHERE device = ? ORDER BY seq DESC LIMIT 1')
      .pluck(),
  );
  const insert = lazy(() => db.prepare(INSERT_EVENT));

  return {
    begin(moment) {
      const device = deviceId();
      const key = devices(device);
      const nextId = commandIds(moment.now, random, newestId().get(key) ?? null);
      return (card, draft) => {
        const base = { id: nextId(), at: moment.now, day: moment.today, device };
        const event = toEvent(draft, base);
        insert().run(eventColumns(event, card, key));
        return event;
      };
    },
  };
}

/** Adds an event; takes `eventColumns`. */
export const INSERT_EVENT = `INSERT INTO events
  (id, card, kind, at, day, device, rating, duration_ms, review_kind, config,
   interval_days, around_break, points, target, value)
  VALUES (@id, @card, @kind, @at, @day, @device,
    @rating, @durationMs, @reviewKind, @config,
    @intervalDays, @aroundBreak, @points, @target, @value)`;

/** Gives a function that gives a device's key by its name; a new one is written. */
export function createDevices(db: Database): (name: string) => number {
  const add = lazy(() =>
    db.prepare<[string]>('INSERT INTO devices (name) VALUES (?) ON CONFLICT DO NOTHING'),
  );
  const find = lazy(() =>
    db.prepare<[string], number>('SELECT key FROM devices WHERE name = ?').pluck(),
  );
  return (name) => find().get(name) ?? Number(add().run(name).lastInsertRowid);
}

/** Gives the row of an event, by keys of its card and device. */
export function eventColumns(event: JournalEvent, card: number, device: number): object {
  return { ...NO_DETAILS, ...details(event), ...baseOf(event), card, device };
}

/** What an event's kind does not fill. */
export const NO_DETAILS = {
  rating: null,
  durationMs: null,
  reviewKind: null,
  config: null,
  intervalDays: null,
  aroundBreak: null,
  points: null,
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

/** Gives what the kind of an event fills beside what all have. */
export function details(
  event: JournalEvent,
): Partial<Record<keyof typeof NO_DETAILS, string | number | null>> {
  switch (event.kind) {
    case 'review': {
      const { rating, durationMs, reviewKind, config, intervalDays = null } = event;
      const aroundBreak = event.aroundBreak === true ? 1 : null;
      const points = event.points === undefined ? null : ticksJson(event.points);
      return { rating, durationMs, reviewKind, config, intervalDays, aroundBreak, points };
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

/** Equal points have equal JSON, whatever the order of their fields. */
function ticksJson({ good, goodOf, extra, extraOf, wrong, wrongOf }: TickedPoints): string {
  return JSON.stringify({ good, goodOf, extra, extraOf, wrong, wrongOf });
}
