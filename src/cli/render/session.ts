import type { DeskSummary } from '../../app/review/summary.js';
import { tomorrowText } from '../../app/review/tomorrow.js';
import { counted, grouped } from '../../model/text/counted.js';
import { duration, percent } from '../../model/text/figures.js';

/** The line that stays in the terminal when a review has ended. */
export function summaryLine(summary: DeskSummary): string {
  const { cards, reviews, durationMs, accuracy, left, streak } = summary;
  const ahead = `Tomorrow: ${tomorrowText(summary)}. Streak: ${counted(streak, 'day')}.`;
  if (reviews === 0 && summary.breakUntil !== undefined) {
    return `On a break until ${summary.breakUntil}: nothing is due. ${ahead}`;
  }
  const rest = left === 0 ? '' : `; ${grouped(left)} left today`;
  if (reviews === 0) return `Nothing reviewed${rest}. ${ahead}`;
  const share = accuracy === null ? '' : `, ${percent(accuracy)} right`;
  return `${counted(cards, 'card')} in ${duration(durationMs)}${share}${rest}. ${ahead}`;
}
