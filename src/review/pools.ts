import type { CardId } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import type { Candidate, PlannedCandidate, Pools } from '../model/queue.js';

/** Returns the pools without a card. */
export function withoutCard(pools: Pools, id: CardId): Pools {
  const keep = (candidate: Candidate) => candidate.id !== id;
  return {
    ...withPlanned(pools.planned?.filter(keep)),
    learning: pools.learning.filter(keep),
    reviews: pools.reviews.filter(keep),
    fresh: pools.fresh.filter(keep),
  };
}

/** Puts a card just rated among the learning ones, where its memory has a step to come. */
export function addLearning(pools: Pools, card: Candidate, memory: Memory): Pools {
  if (memory.dueAt === null) return pools;
  const { id, module } = card;
  return { ...pools, learning: [...pools.learning, { id, module, dueAt: memory.dueAt }] };
}

/** Puts a card before or after all reviews. */
export function addReview(pools: Pools, card: Candidate, where: 'first' | 'last'): Pools {
  const candidate = { id: card.id, module: card.module };
  const reviews = where === 'first' ? [candidate, ...pools.reviews] : [...pools.reviews, candidate];
  return { ...pools, reviews };
}

/** Number of cards left in all pools. */
export function remaining(pools: Pools): number {
  const { fresh, learning, due } = countPools(pools);
  return fresh + learning + due;
}

/** Counts the cards left by kind; those of plans are new ones or reviews like others. */
export function countPools(pools: Pools): { fresh: number; learning: number; due: number } {
  const planned = pools.planned ?? [];
  const fresh = planned.filter(({ isNew }) => isNew).length;
  return {
    fresh: pools.fresh.length + fresh,
    learning: pools.learning.length,
    due: pools.reviews.length + planned.length - fresh,
  };
}

/** Returns the part of pools that plans fill; nothing where there is none. */
export function withPlanned(planned: readonly PlannedCandidate[] | undefined): Partial<Pools> {
  return planned === undefined ? {} : { planned };
}

/** Returns the module of a card that stands in one of the pools. */
export function moduleInPools(pools: Pools, id: CardId): number {
  const holds = (candidate: Candidate) => candidate.id === id;
  const found =
    pools.planned?.find(holds) ??
    pools.reviews.find(holds) ??
    pools.fresh.find(holds) ??
    pools.learning.find(holds);
  if (found === undefined) throw new Error(`the card ${id} was drawn from no pool`);
  return found.module;
}
