import type { Database } from 'better-sqlite3';
import type { JournalEvent } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import { once } from '../../model/once.js';
import { rootKey } from '../tables/cards.js';
import type { EventWriter } from '../tables/event-writer.js';
import {
  COUNTS,
  EVENT,
  EVENT_TABLES,
  eventOf,
  PLACED_COLUMNS,
  type PlacedEvent,
} from '../tables/events.js';
import { idsOfCommand } from '../tables/ulid.js';
import type { Projection } from './projection.js';

/** The newest event of a device that counts. */
interface Newest {
  readonly id: string;
  readonly device: string;
  /** ms since 1970. */
  readonly at: number;
}

// seq is the order of writing, so that an undo of yesterday's review finds it too.
const NEWEST = `WITH own (key, until) AS (
    SELECT key, 9e15 FROM devices WHERE name = @device
    UNION ALL SELECT h.key, h.succeeded_until FROM devices h
    JOIN devices d ON d.key = h.successor WHERE d.name = @device)
  SELECT e.id, e.at, d.name AS device FROM events e JOIN devices d ON d.key = e.device
  WHERE e.seq = (SELECT max(
    (SELECT e.seq FROM events e INDEXED BY events_by_device
     WHERE e.device = own.key AND e.seq <= own.until AND ${COUNTS}
     ORDER BY e.seq DESC LIMIT 1)) FROM own)`;

const SELECT = `SELECT ${PLACED_COLUMNS} FROM ${EVENT_TABLES}`;
const OF_COMMAND = `${SELECT}
  WHERE e.id >= @from AND e.id < @beyond AND d.name = @device AND ${COUNTS} ORDER BY e.id`;

/** Takes back, or tells what would be. */
interface Undo {
  /** Takes back the newest command or key; see `createUndo`. */
  last(moment: Moment): JournalEvent[];
  /** When the newest event was that would be taken back, ms since 1970; null for none. */
  newestAt(): number | null;
}

/**
 * Makes what takes back the newest command or key of a device, all that still
 * counts of it, and returns its events; none where there is none left. It runs
 * within a transaction.
 */
export function createUndo(
  db: Database,
  projection: Projection,
  writer: () => EventWriter,
  device: () => string,
): Undo {
  const newest = once(() => db.prepare<[object], Newest>(NEWEST));
  const one = once(() => db.prepare<[string], PlacedEvent>(`${SELECT} WHERE e.id = ?`).raw());
  const command = once(() => db.prepare<[object], PlacedEvent>(OF_COMMAND).raw());
  const owner = once(() =>
    db.prepare<[number], number>(`SELECT ${rootKey('c')} FROM cards c WHERE c.key = ?`).pluck(),
  );

  function eventsOf({ id, device: recordedBy }: Newest): PlacedEvent[] {
    const own = device();
    // Ids made under a host's name tell no commands apart.
    if (recordedBy !== own) return one().all(id);
    return command().all({ ...idsOfCommand(id), device: own });
  }

  function last(moment: Moment): JournalEvent[] {
    const found = newest().get({ device: device() });
    if (found === undefined) return [];
    const rows = eventsOf(found);
    const write = writer().begin(moment);
    const events = rows.map(eventOf);
    const keys = rows.map((row) => row[EVENT.card_key]);
    for (const [place, { card, id }] of events.entries()) {
      write(keys[place] ?? 0, { kind: 'undo', card, target: id });
    }
    for (const card of new Set(keys.map((key) => owner().get(key) ?? key))) projection.refold(card);
    return events;
  }

  return { last, newestAt: () => newest().get({ device: device() })?.at ?? null };
}
