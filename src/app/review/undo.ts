import { VivaError } from '../../model/error.js';
import type { JournalEvent } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import type { CardRecord, Cards, Journal } from '../ports.js';

/** Undoes the newest thing done that still stands. Throws `nothing-to-undo`. */
export function undoLast(
  moment: Moment,
  store: Cards & Journal,
): { undone: JournalEvent; record: CardRecord | null } {
  const result = store.undoLast(moment);
  if (result === null) {
    throw new VivaError('nothing-to-undo', 'There is nothing to undo.', 'Nothing was changed.');
  }
  return { undone: result.undone, record: store.get(result.undone.card, moment) };
}
