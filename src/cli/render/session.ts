import type { DeskSummary } from '../../app/review/summary.js';
import { counted } from '../../model/counted.js';
import { duration, percent } from '../../model/figures.js';

/** The line that stays in the terminal when a review has ended. */
export function summaryLine(summary: DeskSummary): string {
  const { cards, reviews, durationMs, accuracy, tomorrow, streak } = summary;
  const ahead = `tomorrow ${tomorrow}, streak ${counted(streak, 'day')}`;
  if (reviews === 0 && summary.breakUntil !== undefined) {
    return `On a break until ${summary.breakUntil}: nothing is due; ${ahead}.`;
  }
  if (reviews === 0) return `Nothing reviewed; ${ahead}.`;
  const share = accuracy === null ? '' : `, ${percent(accuracy)} right`;
  return `${counted(cards, 'card')} in ${duration(durationMs)}${share}; ${ahead}.`;
}
