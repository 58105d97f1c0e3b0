import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { DayCounts } from '../../model/queue.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { type Horizon, shareOn } from '../../plan/horizon.js';
import { LearnedMemory } from '../../plan/learned-memory.js';
import { parseQuery } from '../../query/parse.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { Scan } from '../export/ports.js';
import { plansInForce } from './in-force.js';
import type { PlanRecord, Plans, StoredPlanCard } from './ports.js';

const MINUTE_SECONDS = 60;
const HOUR_MS = 3_600_000;
/** A longer answer is a person called away; it counts as this much, as the planner counts it. */
const LONGEST_MS = 300_000;

/** A plan in force, with the cards that it decides on today. */
export interface PlanCards {
  readonly plan: PlanRecord;
  readonly query: Query;
  /** As they are now. */
  readonly cards: readonly StoredPlanCard[];
  /** Time spent today on these cards, ms. */
  readonly spentMs: number;
}

/** What was done today, as far as plans need it. */
export interface DoneToday {
  /** Time by card key, ms. */
  readonly spentOn: ReadonlyMap<number, number>;
  /** Number of reviews in review state by card key. */
  readonly reviewsOf: ReadonlyMap<number, number>;
  /** When the day's first review was, to the hour; now, where there was none. */
  readonly begunAt: number;
}

/** Reads what was done today. */
export function doneToday(moment: Moment, store: Plans): DoneToday {
  const spentOn = new Map<number, number>();
  const reviewsOf = new Map<number, number>();
  let first = moment.now;
  store.reviewsOn(moment.today, (card, at, durationMs, kind) => {
    spentOn.set(card, (spentOn.get(card) ?? 0) + countedMs(durationMs));
    if (kind === 'review') reviewsOf.set(card, (reviewsOf.get(card) ?? 0) + 1);
    first = Math.min(first, at);
  });
  return {
    spentOn,
    reviewsOf,
    begunAt: Math.max(moment.dayStart, Math.floor(first / HOUR_MS) * HOUR_MS),
  };
}

/** Time of a review as plans count it, ms. */
export function countedMs(durationMs: number): number {
  return Math.min(LONGEST_MS, durationMs);
}

/**
 * Gives the plans in force with their cards. A card of several belongs to the
 * one whose interview comes first. A query that cannot be read any more holds
 * no card: the review goes on without it, and `viva plan show` says why.
 */
export function plansToday(moment: Moment, done: DoneToday, store: Plans): PlanCards[] {
  const taken = new Set<number>();
  return plansInForce(moment, store).flatMap((plan) => {
    const query = readQuery(plan);
    if (query === null) return [];
    const cards = store.planCards(query, moment).filter(({ key }) => !taken.has(key));
    for (const { key } of cards) taken.add(key);
    return [{ plan, query, cards, spentMs: spentOnAll(cards, done) }];
  });
}

/** Time spent today on cards, ms. */
export function spentOnAll(cards: readonly StoredPlanCard[], { spentOn }: DoneToday): number {
  return cards.reduce((sum, { key }) => sum + (spentOn.get(key) ?? 0), 0);
}

/** What was done today with the cards of no plan: a day's limits are for these. */
export function countsOutside(
  counts: DayCounts,
  plans: readonly PlanCards[],
  { reviewsOf }: DoneToday,
): DayCounts {
  const cards = plans.flatMap((each) => each.cards);
  const introduced = cards.filter(({ introducedToday }) => introducedToday).length;
  const reviews = cards.reduce((sum, { key }) => sum + (reviewsOf.get(key) ?? 0), 0);
  return { ...counts, fresh: counts.fresh - introduced, reviews: counts.reviews - reviews };
}

/**
 * Gives the time from `now` to a plan's interview, and its budget, of which so
 * much is spent today. `shares`: the part of it that each day has, from today.
 */
export function horizonOf(
  plan: PlanRecord,
  { now, dayStart }: Pick<Moment, 'now' | 'dayStart'>,
  spentMs: number,
  shares: readonly number[],
): Horizon {
  const secondsPerDay = plan.minutesPerDay * MINUTE_SECONDS;
  return {
    now,
    dayStart,
    deadlineAt: plan.deadlineAt,
    secondsToday: Math.max(0, secondsPerDay * shareOn(0, shares) - spentMs / 1000),
    secondsPerDay,
    shares,
    target: plan.target,
  };
}

/**
 * Gives what the journal says of the person's memory, pace and ratings up to
 * yesterday: today's own reviews are not to change what today was planned to be.
 */
export function learnerNow(moment: Moment, config: SchedulerConfig, store: Scan): LearnedMemory {
  const reviews = new ReviewColumns();
  store.scanReviews(null, (card, at, day, code, durationMs) => {
    if (day < moment.today) reviews.push(card, at, day, code, durationMs);
  });
  reviews.sort();
  return new LearnedMemory(reviews, config.weights);
}

function readQuery({ query }: PlanRecord): Query | null {
  try {
    return parseQuery(query);
  } catch {
    return null;
  }
}
