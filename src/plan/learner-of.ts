import { eachCardDay, type ReviewLog } from './card-days.js';
import { DEFAULT_LEARNER, type Learner } from './learner.js';
import { Tally } from './tally.js';

/**
 * Estimates a person's pace and chances of ratings from their reviews. A
 * card's reviews of one day count as one, with the day's first rating and all
 * its seconds, steps included. Each mean is shrunk to the defaults as if those
 * had been seen thirty times. `weights` are the person's FSRS-6 weights.
 */
export function learnerOf(log: ReviewLog, weights: readonly number[]): Learner {
  const tally = new Tally();
  eachCardDay(log, (cardDay) => tally.add(cardDay));
  return tally.learner({ ...DEFAULT_LEARNER, weights });
}
