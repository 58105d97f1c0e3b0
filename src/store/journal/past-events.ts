import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { PastEvent } from '../../app/review/ports.js';
import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import type { ConfigId, EventId } from '../../model/ids.js';
import { createDevices } from '../tables/event-writer.js';
import { eventRow, INSERT_EVENT } from '../tables/events.js';
import { ulid } from '../tables/ulid.js';
import type { Projection } from './projection.js';

/**
 * Writes events of another program; runs within a transaction. An event's id
 * is made of what it is, so that a second time it is there already.
 * Gives the number of those that were not.
 */
export function writePast(
  db: Database,
  projection: Projection,
  config: ConfigId,
  device: string,
  events: readonly PastEvent[],
): number {
  const key = createDevices(db)(device);
  const insert = db.prepare(`${INSERT_EVENT} ON CONFLICT (id) DO NOTHING`);
  const keyOf = db.prepare<[string], number>('SELECT key FROM cards WHERE id = ?').pluck();
  const touched = new Set<number>();
  let added = 0;
  for (const event of events) {
    const card = keyOf.get(event.card);
    if (card === undefined) {
      throw new VivaError('card-unknown', `There is no card ${event.card}.`, 'Import its deck.');
    }
    const { changes } = insert.run(eventRow(journalEvent(event, device, config), card, key));
    if (changes === 0) continue;
    added++;
    touched.add(card);
  }
  for (const card of touched) projection.refold(card);
  return added;
}

function journalEvent(past: PastEvent, device: string, config: ConfigId): JournalEvent {
  const base = { id: pastEventId({ ...past, device }), device };
  return past.kind === 'review' ? { ...past, ...base, config } : { ...past, ...base };
}

/** Gives the id of another program's event. */
export function pastEventId({ device, card, at, kind }: Origin): EventId {
  const digest = createHash('sha256').update(`${device} ${card} ${at} ${kind}`).digest();
  return ulid(at, digest);
}

type Origin = Pick<JournalEvent, 'device' | 'card' | 'at' | 'kind'>;
