import type { JournalEvent } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import type { Journal } from '../review/ports.js';

/**
 * Returns the device under which a client writes: `agent:` and its name, as far as that is made of
 * letters, digits, dots and dashes. Clients call themselves what they like.
 */
export function agentDevice(client: string | undefined): string {
  const name = (client ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.-]+/g, '-');
  return `agent:${name.replaceAll(/^-+|-+$/g, '').slice(0, 40) || 'unknown'}`;
}

/** Takes back all that still stands of what the store's device did, the newest first; returns it. */
export function undoAll(store: Pick<Journal, 'undoLast'>, moment: Moment): JournalEvent[] {
  const undone: JournalEvent[] = [];
  for (;;) {
    const events = store.undoLast(moment);
    if (events.length === 0) return undone;
    undone.push(...events);
  }
}
