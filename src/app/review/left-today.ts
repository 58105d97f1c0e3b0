import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { Settings } from '../../model/settings.js';
import type { Plans } from '../plan/ports.js';
import { openPlans } from '../plan/queue.js';
import type { PlansToday } from '../plan/today.js';
import { findBacklog } from './backlog.js';
import { dayLimits } from './day-limits.js';
import type { Waiting } from './ports.js';

/** What today still holds under the daily limits. */
export interface TodayLeft {
  readonly new: number;
  readonly learning: number;
  readonly review: number;
  readonly total: number;
}

/**
 * Counts what a query's cards still hold today; the limits are for all cards
 * together. Under plans that is what they want, and of other cards what is due.
 * `backlog` saves looking for it where the caller has it.
 */
export function countLeft(
  query: Query,
  moment: Moment,
  settings: Settings,
  store: Waiting & Plans,
  today?: PlansToday,
  backlog = findBacklog(moment, settings, store),
): TodayLeft {
  const plans = today && openPlans(today, { query, fresh: null }, moment, store);
  const planned = plans?.planned() ?? [];
  const plannedFresh = planned.filter(({ isNew }) => isNew).length;
  const waiting = store.waiting(plans?.outside(query) ?? query, moment);
  const counts = store.dayCounts(moment.today);
  const left = dayLimits(settings, plans?.outsideCounts(counts) ?? counts, backlog);
  const fresh =
    Math.min(waiting.fresh, plans?.freshOutside(left.fresh) ?? left.fresh) + plannedFresh;
  const review = Math.min(waiting.review, left.reviews) + planned.length - plannedFresh;
  const learning =
    plans === undefined ? waiting.learning : store.waiting(query, moment).learning - plans.heldBack;
  return { new: fresh, learning, review, total: fresh + learning + review };
}
