import type { DeskSummary } from '../../app/review/summary.js';
import { duration } from './dates.js';

/** The line that stays in the terminal when a review has ended. */
export function summaryLine(summary: DeskSummary): string {
  const { cards, reviews, durationMs, accuracy, tomorrow, streak } = summary;
  const ahead = `tomorrow ${tomorrow}, streak ${streak} ${streak === 1 ? 'day' : 'days'}`;
  if (reviews === 0 && summary.breakUntil !== undefined) {
    return `On a break until ${summary.breakUntil}: nothing is due; ${ahead}.`;
  }
  if (reviews === 0) return `Nothing reviewed; ${ahead}.`;
  const share = accuracy === null ? '' : `, ${Math.round(accuracy * 100)} % right`;
  const noun = cards === 1 ? 'card' : 'cards';
  return `${cards} ${noun} in ${duration(durationMs)}${share}; ${ahead}.`;
}
