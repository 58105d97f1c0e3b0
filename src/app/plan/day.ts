import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { DayCounts } from '../../model/queue.js';
import { parseQuery } from '../../query/parse.js';
import { countedMs } from '../../schedule/fit/card-days.js';
import { plansInForce } from './in-force.js';
import type { PlanRecord, Plans, StoredPlanCard } from './ports.js';

const HOUR_MS = 3_600_000;

/** A plan in force, with the cards that it decides on today. */
export interface PlanCards {
  readonly plan: PlanRecord;
  readonly query: Query;
  /** As they are now. */
  readonly cards: readonly StoredPlanCard[];
  /** With those that a plan with an earlier interview decides on. */
  readonly all: readonly StoredPlanCard[];
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

/**
 * Returns the plans in force with their cards. A card of several belongs to the
 * one whose interview comes first. A query that cannot be read any more holds
 * no card: the review goes on without it, and `viva plan show` says why.
 */
export function plansWithCards(moment: Moment, store: Plans): PlanCards[] {
  const taken = new Set<number>();
  return plansInForce(moment, store).flatMap((plan) => {
    const query = readQuery(plan);
    if (query === null) return [];
    const all = store.planCards(query, moment);
    const cards = all.filter(({ key }) => !taken.has(key));
    for (const { key } of cards) taken.add(key);
    return [{ plan, query, cards, all }];
  });
}

/** Time spent today on cards, ms. */
export function spentOnAll(cards: readonly StoredPlanCard[], { spentOn }: DoneToday): number {
  return cards.reduce((sum, { key }) => sum + (spentOn.get(key) ?? 0), 0);
}

/** What was done today with cards of no plan: a day's limits are for these. */
export function countsWithout(
  counts: DayCounts,
  cards: readonly StoredPlanCard[],
  { reviewsOf }: DoneToday,
): DayCounts {
  const introduced = cards.filter(({ introducedToday }) => introducedToday).length;
  const reviews = cards.reduce((sum, { key }) => sum + (reviewsOf.get(key) ?? 0), 0);
  return { ...counts, fresh: counts.fresh - introduced, reviews: counts.reviews - reviews };
}

function readQuery({ query }: PlanRecord): Query | null {
  try {
    return parseQuery(query);
  } catch {
    return null;
  }
}
