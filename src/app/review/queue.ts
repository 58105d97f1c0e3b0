import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { QueueOrder } from '../../model/queue.js';
import type { QueueState } from '../../review/session-state.js';
import type { Backlog } from '../../schedule/backlog.js';
import { openPlans, type PlanQueue } from '../plan/queue.js';
import type { PlansToday } from '../plan/today.js';
import { findBacklog } from './backlog.js';
import { cramPools } from './cram.js';
import { type DayLimits, dayLimits } from './day-limits.js';
import type { ReviewPorts, ReviewRequest } from './request.js';

/** What the queue of a review is read from: the store and settings, and the plans where they count. */
type QueuePorts = Pick<ReviewPorts, 'store' | 'settings'> & {
  readonly plans: PlansToday | undefined;
};

/** A queue as it is read. */
interface ReadQueue {
  readonly queue: QueueState;
  readonly backlog: Backlog | null;
  /** What plans want of it; undefined where none counts. */
  readonly plans: PlanQueue | undefined;
}

/** Reads what there is to draw from at a moment, under the day's limits and the plans in force. */
export function readQueue(
  { query, fresh, order, more }: ReviewRequest,
  moment: Moment,
  { store, settings, plans }: QueuePorts,
): ReadQueue {
  const counts = store.dayCounts(moment.today);
  const planned = plans && openPlans(plans, { query, fresh, more }, moment, store);
  const outside = planned?.outsideCounts(counts) ?? counts;
  const backlog = findBacklog(moment, settings, store);
  const left = dayLimits(settings, outside, backlog);
  const request = {
    query,
    moment,
    order: orderUnder(left, order),
    reviewLimit: left.reviews,
    freshLimit: fresh === null ? left.fresh : fresh,
  };
  const pools = planned?.pools(request, store) ?? store.pools(request);
  return { queue: { pools, counts, lastModule: store.lastModule() }, backlog, plans: planned };
}

/** Reads the queue of a cram: all cards of the query, or just the `missed` ones where there are any. */
export function readCramQueue(
  { query, order }: ReviewRequest,
  moment: Moment,
  store: ReviewPorts['store'],
  missed: readonly CardId[],
): QueueState {
  const counts = store.dayCounts(moment.today);
  return { pools: cramPools(query, order, missed, moment, store), counts, lastModule: null };
}

/** The order asked for; by default a backlog goes by what its cards gain. */
function orderUnder({ backlog }: DayLimits, order: QueueOrder): QueueOrder {
  return backlog !== null && order === 'due' ? 'gain' : order;
}
