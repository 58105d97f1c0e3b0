import type { JournalEvent } from '../../model/event.js';

/** One journal event for programs; `undone` says that it no longer counts. */
export function historyJson(entry: { event: JournalEvent; undone: boolean }): object {
  const { at, ...event } = entry.event;
  return { ...event, at: new Date(at).toISOString(), undone: entry.undone };
}
