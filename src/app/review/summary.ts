import { breakOn } from '../../model/break.js';
import { MINUTE_MS } from '../../model/moment.js';
import { remaining } from '../../review/pools.js';
import type { Session } from '../../review/session-state.js';
import { type SessionSummary, summarize } from '../../review/summary.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { PlanQueue } from '../plan/queue.js';
import type { MoreOfPlan } from '../plan/share.js';
import { currentStreak } from './current-streak.js';
import type { ReviewPorts, ReviewRequest } from './request.js';
import { type Tomorrow, tomorrowOf } from './tomorrow.js';

/** The end of a session, and what comes next. */
export interface DeskSummary extends SessionSummary, Tomorrow {
  readonly streak: number;
  /** Cards of today that are left; of a cram, those that it has not come to. */
  readonly left: number;
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
  const { fresh } = store.waiting(plans?.outside(query) ?? query, now);
  const ahead = { fresh, planned: plans !== undefined };
  const off = breakOn(now.today, now.breaks);
  return {
    ...summarize(session),
    streak: currentStreak(now, store),
    left: remaining(session.pools),
    ...tomorrowOf(query, { moment: now, settings, config, store }, ahead),
    moreNew: fresh,
    moreOfPlan: plans?.more(MORE_OF_PLAN_MS) ?? null,
    ...(off !== undefined && { breakUntil: formatStudyDay(off.to) }),
  };
}
