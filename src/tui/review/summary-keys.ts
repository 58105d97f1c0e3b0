import type { ReviewDesk } from '../../app/review/desk.js';
import type { KeyCommand } from './keys.js';

/** New cards that the summary offers at a time. */
const MORE_NEW = 5;

/**
 * Does what a key under the summary asks of the review. Returns what the screen
 * is to do then; null for a key that means nothing there, or nothing now.
 */
export function afterEnd(
  { kind }: KeyCommand,
  desk: ReviewDesk,
): 'next-card' | 'undo' | 'exit' | null {
  switch (kind) {
    case 'more-new':
      if (desk.summary().moreNew === 0) return null;
      desk.addNew(MORE_NEW);
      return 'next-card';
    case 'more':
      if (desk.summary().missed.length === 0) return null;
      desk.retryMissed();
      return 'next-card';
    case 'points':
      return desk.morePlan() ? 'next-card' : null;
    case 'undo':
      return 'undo';
    case 'go':
      if (desk.view().session.dueSince === 0) return 'exit';
      desk.resume();
      return 'next-card';
    case 'quit':
    case 'enter':
    case 'escape':
      return 'exit';
    default:
      return null;
  }
}
