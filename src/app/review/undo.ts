import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Journal } from './ports.js';

/** What an undo took back, and the first card it was of. */
export interface Undone {
  /** The events of one command or key; at least one. */
  readonly events: readonly JournalEvent[];
  readonly first: JournalEvent;
  readonly record: CardRecord | null;
}

/** Takes back the newest command or key that still stands. Throws `nothing-to-undo`. */
export function undoLast(moment: Moment, store: Cards & Journal): Undone {
  const events = store.undoLast(moment);
  const [first] = events;
  if (first === undefined) {
    throw new VivaError('nothing-to-undo', 'There is nothing to undo.', 'Nothing was changed.');
  }
  return { events, first, record: store.get(first.card, moment) };
}
