import { eachCardDay, type ReviewLog } from './card-days.js';
import type { Learner } from './learner.js';
import { Pace } from './pace.js';

/**
 * Estimates a person's pace and chances of ratings from their reviews. A
 * card's reviews of one day count as one, with the day's first rating and all
 * its seconds, steps included. `weights` are the person's FSRS-6 weights.
 */
export function learnerOf(log: ReviewLog, weights: readonly number[]): Learner {
  const pace = new Pace();
  eachCardDay(log, (cardDay) => pace.add(cardDay));
  return pace.learner(weights);
}
