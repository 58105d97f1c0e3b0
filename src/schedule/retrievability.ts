import { FSRS6_DEFAULT_DECAY, forgetting_curve } from 'ts-fsrs';
import type { Memory } from '../model/memory.js';
import { DAY_MS, type Moment } from '../model/moment.js';

/**
 * Returns the probability, 0..1, that a card is recalled at a moment; null for a
 * new card. Takes the FSRS-6 weights, of which the last is the curve's decay.
 *
 * R(t, S) = (1 + factor · t / S)^-decay, factor = 0.9^(-1 / decay) - 1, with t
 * the days since the last review as a real number: the FSRS-6 forgetting curve
 * (open-spaced-repetition, "The Algorithm").
 */
export function retrievability(
  memory: Pick<Memory, 'stability' | 'lastAt'>,
  moment: Pick<Moment, 'now'>,
  weights: readonly number[],
): number | null {
  if (memory.stability === null || memory.lastAt === null) return null;
  const elapsedDays = Math.max(0, moment.now - memory.lastAt) / DAY_MS;
  return forgetting_curve(decayOf(weights), elapsedDays, memory.stability);
}

/** Returns the decay of the forgetting curve under FSRS-6 weights, 0.1..0.8 as the scheduler holds it. */
export function decayOf(weights: readonly number[]): number {
  return Math.min(0.8, Math.max(0.1, weights[20] ?? FSRS6_DEFAULT_DECAY));
}
