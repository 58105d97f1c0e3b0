import { breakOn } from '../../model/break.js';
import type { Session } from '../../review/session.js';
import { type SessionSummary, summarize } from '../../review/summary.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { PlanQueue } from '../plan/queue.js';
import { currentStreak } from './current-streak.js';
import type { ReviewPorts, ReviewRequest } from './desk.js';

/** The end of a session, and what comes next. */
export interface DeskSummary extends SessionSummary {
  readonly streak: number;
  /** Reviews that fall due tomorrow. */
  readonly tomorrow: number;
  /** New cards that could be introduced beyond today's limit. */
  readonly moreNew: number;
  /** Last day of the break that today is in, YYYY-MM-DD. */
  readonly breakUntil?: string;
}

/** Sums up a session and says what comes next of its query's cards. */
export function summarizeReview(
  session: Session,
  { query }: ReviewRequest,
  { store, moment }: ReviewPorts,
  plans: PlanQueue | undefined,
): DeskSummary {
  const now = moment();
  const forecast = store.forecast(query, now, 2);
  const off = breakOn(now.today, now.breaks);
  return {
    ...summarize(session),
    streak: currentStreak(now, store),
    tomorrow: forecast[1]?.due ?? 0,
    moreNew: store.waiting(plans?.outside(query) ?? query, now).fresh,
    ...(off !== undefined && { breakUntil: formatStudyDay(off.to) }),
  };
}
