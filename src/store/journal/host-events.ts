import type { Database } from 'better-sqlite3';
import { createDevices } from '../tables/event-writer.js';
import { dropMeta, metaValue } from '../tables/meta.js';

/** Name in `meta` of the seq up to which events stand under hosts' names; see migrations/0005. */
const UNTIL = 'host_events_until';

/**
 * Makes the events that stand under a host's name this device's own, once,
 * when a database of before devices had ids is first opened: its undo goes on
 * to them. Those that come under that name later are another machine's.
 */
export function adoptHostEvents(
  db: Database,
  options: { readonly device: string; readonly hostName?: string },
): void {
  if (metaValue(db, UNTIL) === undefined) return;
  db.transaction(() => {
    const until = metaValue(db, UNTIL);
    // Another viva may have been here between our look and our lock.
    if (until === undefined) return;
    const [key, host] = [createDevices(db)(options.device), options.hostName ?? ''];
    db.prepare(
      `UPDATE devices SET successor = @key, succeeded_until = @until
       WHERE name = @host AND key <> @key`,
    ).run({ key, host, until: Number(until) });
    dropMeta(db, UNTIL);
  }).immediate();
}
