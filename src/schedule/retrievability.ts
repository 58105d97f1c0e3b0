import { clamp, FSRS6_DEFAULT_DECAY, forgetting_curve } from 'ts-fsrs';
import type { Memory } from '../model/memory.js';
import { DAY_MS, type Moment } from '../model/moment.js';

/**
 * Returns the probability, 0..1, that a card is recalled at a moment; null for a
 * new card. Takes the FSRS-6 weights, of which the last is the curve's decay,
 * held to 0.1..0.8 as the scheduler holds it.
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
  const decay = clamp(weights[20] ?? FSRS6_DEFAULT_DECAY, 0.1, 0.8);
  return forgetting_curve(decay, elapsedDays, memory.stability);
}
