import type { DeskSummary } from '../../app/review/summary.js';
import { tomorrowText } from '../../app/review/tomorrow.js';
import { MINUTE_MS } from '../../model/moment.js';
import { styled } from '../../model/text/ansi.js';
import { counted } from '../../model/text/counted.js';
import { percent } from '../../model/text/figures.js';
import type { EndReason } from '../../review/session-state.js';

/** How a session ended. */
export interface SessionEnd {
  readonly reason: EndReason | null;
  /** When the next learning step falls due, ms since 1970; null for none. */
  readonly nextLearningAt: number | null;
  /** Cards that have fallen due since. */
  readonly dueSince: number;
  /** How each plan in force stands, in a line. */
  readonly plans: readonly string[];
  /** ms since 1970. */
  readonly now: number;
}

/** The end of a session in lines. */
export function summaryLines(summary: DeskSummary, end: SessionEnd, colors: boolean): string[] {
  const strong = (text: string) => styled(text, 'bold', colors);
  const lines = ['', strong(headline(summary, end)), ''];
  if (summary.reviews > 0) {
    lines.push(
      `  Cards      ${summary.cards} (${counted(summary.reviews, 'rating')}, ${summary.introduced} new)`,
      `  Time       ${spent(summary.durationMs)}${perCard(summary)}`,
      `  Accuracy   ${percent(summary.accuracy)}${missed(summary.missed.length)}`,
    );
  }
  lines.push(`  Streak     ${counted(summary.streak, 'day')}`);
  if (summary.left > 0) lines.push(`  Left       ${counted(summary.left, 'card')} of today`);
  lines.push(`  Tomorrow   ${tomorrowText(summary)}`);
  for (const plan of end.plans) lines.push(`  Plan       ${plan}`);
  if (end.nextLearningAt !== null) {
    const minutes = Math.max(1, Math.ceil((end.nextLearningAt - end.now) / MINUTE_MS));
    lines.push(`  Learning   the next step is due in ${minutes} min`);
  }
  return lines;
}

function headline(summary: DeskSummary, { reason, dueSince }: SessionEnd): string {
  if (dueSince > 0) return `${counted(dueSince, 'card')} to review now.`;
  if (summary.breakUntil !== undefined && reason !== 'quit') {
    return `On a break until ${summary.breakUntil}: nothing is due.`;
  }
  if (summary.reviews === 0) return reason === 'quit' ? 'Nothing reviewed.' : 'Nothing is due now.';
  switch (reason) {
    case 'done':
      return 'Done: nothing more is due now.';
    case 'limit':
      return 'Limit reached.';
    case 'time':
      return 'Time is up.';
    default:
      return 'Stopped; all ratings are kept.';
  }
}

function spent(ms: number): string {
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

function perCard({ durationMs, reviews }: DeskSummary): string {
  return ` (${(durationMs / 1000 / reviews).toFixed(1)} s a rating)`;
}

function missed(number: number): string {
  return number === 0 ? '' : `, ${number} missed`;
}
