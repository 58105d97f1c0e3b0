import type { Moment } from '../model/moment.js';
import type { Query } from '../model/query.js';
import type { Settings } from '../model/settings.js';
import { leftToday } from '../schedule/limits.js';
import type { Waiting } from './ports.js';

/** What today still holds under the daily limits. */
export interface TodayLeft {
  readonly new: number;
  readonly learning: number;
  readonly review: number;
  readonly total: number;
}

/** Counts what a query's cards still hold today; the limits are for all cards together. */
export function countLeft(
  query: Query,
  moment: Moment,
  settings: Pick<Settings, 'newPerDay' | 'reviewsPerDay'>,
  store: Waiting,
): TodayLeft {
  const waiting = store.waiting(query, moment);
  const left = leftToday(settings, store.dayCounts(moment.today));
  const fresh = Math.min(waiting.fresh, left.fresh);
  const review = Math.min(waiting.review, left.reviews);
  const { learning } = waiting;
  return { new: fresh, learning, review, total: fresh + learning + review };
}
