import type { CardId } from '../model/ids.js';
import type { Candidate, DayCounts, LearningCandidate, Pools } from '../model/queue.js';

/** What the choice of the next card depends on beside the pools. */
export interface DrawContext {
  /** ms since 1970. */
  readonly now: number;
  /** Store key of the module of the last card reviewed; null before the first. */
  readonly lastModule: number | null;
  readonly counts: DayCounts;
  /** Time by which learning steps may be cut short when nothing else is left, ms. */
  readonly learnAheadMs: number;
}

export type DrawSource = 'learning' | 'plan' | 'review' | 'fresh' | 'ahead';

/** The card to show next, the time to come back (ms since 1970), or the day's end. */
export type Draw =
  | { readonly kind: 'card'; readonly id: CardId; readonly from: DrawSource }
  | { readonly kind: 'wait'; readonly until: number }
  | { readonly kind: 'done' };

/**
 * Draws the next card. Learning cards that are due come first, earliest first;
 * then what plans want today, in their order; then reviews and new cards, mixed evenly over the day and with no two cards
 * of a module in a row where that can be avoided; then learning cards due
 * within the learn-ahead time. A pure function of pools and context: after a
 * kill and reload it draws the same card.
 */
export function drawNext(pools: Pools, context: DrawContext): Draw {
  const learning = earliest(pools.learning);
  if (learning !== null && learning.dueAt <= context.now) return cardFrom(learning, 'learning');
  const [planned] = pools.planned ?? [];
  if (planned !== undefined) return cardFrom(planned, 'plan');
  const mixed = drawMixed(pools, context);
  if (mixed !== null) return mixed;
  if (learning === null) return { kind: 'done' };
  if (learning.dueAt <= context.now + context.learnAheadMs) return cardFrom(learning, 'ahead');
  return { kind: 'wait', until: learning.dueAt };
}

function cardFrom(candidate: Candidate, from: DrawSource): Draw {
  return { kind: 'card', id: candidate.id, from };
}

function earliest(learning: readonly LearningCandidate[]): LearningCandidate | null {
  let first: LearningCandidate | null = null;
  for (const card of learning) {
    if (first === null || comesBefore(card, first)) first = card;
  }
  return first;
}

function comesBefore(a: LearningCandidate, b: LearningCandidate): boolean {
  return a.dueAt === b.dueAt ? a.id < b.id : a.dueAt < b.dueAt;
}

function drawMixed(pools: Pools, context: DrawContext): Draw | null {
  const fits = moduleRule(pools, context.lastModule);
  const review = pools.reviews.find(fits);
  const fresh = pools.fresh.find(fits);
  // Only the last card's module is left: a repeat cannot be avoided.
  if (review === undefined && fresh === undefined) {
    return choose(pools.reviews[0], pools.fresh[0], pools, context.counts);
  }
  return choose(review, fresh, pools, context.counts);
}

function choose(
  review: Candidate | undefined,
  fresh: Candidate | undefined,
  pools: Pools,
  counts: DayCounts,
): Draw | null {
  if (fresh !== undefined && (review === undefined || isFreshBehind(pools, counts))) {
    return cardFrom(fresh, 'fresh');
  }
  return review === undefined ? null : cardFrom(review, 'review');
}

/** Is less of the day's new cards done than of its reviews? Fractions, multiplied out. */
function isFreshBehind(pools: Pools, counts: DayCounts): boolean {
  const freshTotal = counts.fresh + pools.fresh.length;
  const reviewTotal = counts.reviews + pools.reviews.length;
  return counts.fresh * reviewTotal < counts.reviews * freshTotal;
}

/**
 * Which modules may come now. n cards can be laid out without two of a module
 * in a row unless one module has more than half of them, rounded up; it must
 * come now as soon as it has more than half. Else any but the last one may.
 */
function moduleRule(pools: Pools, last: number | null): (candidate: Candidate) => boolean {
  const majority = majorityModule(pools);
  if (majority !== null && majority !== last) return (card) => card.module === majority;
  return (card) => card.module !== last;
}

/** Returns the module of more than half of all cards, or null: Boyer and Moore's majority vote. */
function majorityModule(pools: Pools): number | null {
  const cards = [...pools.reviews, ...pools.fresh];
  let leader: number | null = null;
  let lead = 0;
  for (const { module } of cards) {
    if (lead === 0) leader = module;
    lead += module === leader ? 1 : -1;
  }
  const count = cards.filter((card) => card.module === leader).length;
  return count * 2 > cards.length ? leader : null;
}
