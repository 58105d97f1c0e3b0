import { breakOn } from '../../model/break.js';
import { MINUTE_MS } from '../../model/moment.js';
import type { Session } from '../../review/session.js';
import { type SessionSummary, summarize } from '../../review/summary.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { PlanQueue } from '../plan/queue.js';
import type { MoreOfPlan } from '../plan/share.js';
import { reviewsAhead } from './backlog.js';
import { currentStreak } from './current-streak.js';
import type { ReviewPorts, ReviewRequest } from './request.js';

/** The end of a session, and what comes next. */
export interface DeskSummary extends SessionSummary {
  readonly streak: number;
  /** Reviews that fall due tomorrow; of a backlog, its daily portion. */
  readonly tomorrow: number;
  /** New cards that could be introduced beyond today's limit. */
  readonly moreNew: number;
  /** A plan whose part of today is done, and that has cards left: what leave for more of it says. */
  readonly moreOfPlan: MoreOfPlan | null;
  /** Last day of the break that today is in, YYYY-MM-DD. */
  readonly breakUntil?: string;
}

/** Time of a plan that the end of a session offers beyond its minutes. */
const MORE_OF_PLAN_MS = 10 * MINUTE_MS;

/** Sums up a session and says what comes next of its query's cards. */
export function summarizeReview(
  session: Session,
  { query }: ReviewRequest,
  { store, moment, settings, config }: ReviewPorts,
  plans: PlanQueue | undefined,
): DeskSummary {
  const now = moment();
  const [, tomorrow = 0] = reviewsAhead(query, 2, { moment: now, settings, config, store });
  const off = breakOn(now.today, now.breaks);
  return {
    ...summarize(session),
    streak: currentStreak(now, store),
    tomorrow,
    moreNew: store.waiting(plans?.outside(query) ?? query, now).fresh,
    moreOfPlan: plans?.more(MORE_OF_PLAN_MS) ?? null,
    ...(off !== undefined && { breakUntil: formatStudyDay(off.to) }),
  };
}
