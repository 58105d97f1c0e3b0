import type { CardId } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import type { Candidate, Pools } from '../model/queue.js';

/** Gives the pools without a card. */
export function withoutCard(pools: Pools, id: CardId): Pools {
  const keep = (candidate: Candidate) => candidate.id !== id;
  return {
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
  return pools.learning.length + pools.reviews.length + pools.fresh.length;
}

/** Gives the module of a card that stands in one of the pools. */
export function moduleOf(pools: Pools, id: CardId): number {
  const holds = (candidate: Candidate) => candidate.id === id;
  const found = pools.reviews.find(holds) ?? pools.fresh.find(holds) ?? pools.learning.find(holds);
  if (found === undefined) throw new Error(`the card ${id} was drawn from no pool`);
  return found.module;
}
