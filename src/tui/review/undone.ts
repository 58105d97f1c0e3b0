import type { JournalEvent } from '../../model/event.js';
import { RATING_NAMES } from '../../model/rating.js';
import { counted } from '../../model/text/counted.js';

/** Says what was taken back: events of one command, whose first stands for all. */
export function undoneLine([first, ...others]: readonly JournalEvent[]): string {
  if (first === undefined) return 'There is nothing to undo.';
  const what = first.kind === 'review' ? `the rating ${RATING_NAMES[first.rating]}` : first.kind;
  const of = others.length === 0 ? '' : ` of ${counted(others.length + 1, 'card')}`;
  return `Undone: ${what}${of}.`;
}
