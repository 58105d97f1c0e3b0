import type { Database } from 'better-sqlite3';
import { createDevices } from '../tables/event-writer.js';

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
  const find = db.prepare<[string], string>('SELECT value FROM meta WHERE name = ?').pluck();
  if (find.get(UNTIL) === undefined) return;
  db.transaction(() => {
    const until = find.get(UNTIL);
    // Another viva may have been here between our look and our lock.
    if (until === undefined) return;
    const [key, host] = [createDevices(db)(options.device), options.hostName ?? ''];
    db.prepare(
      `UPDATE devices SET successor = @key, succeeded_until = @until
       WHERE name = @host AND key <> @key`,
    ).run({ key, host, until: Number(until) });
    db.prepare('DELETE FROM meta WHERE name = ?').run(UNTIL);
  }).immediate();
}
