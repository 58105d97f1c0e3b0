import type { Learner } from './fit/learner.js';
import { MemoryModel } from './memory-model.js';
import { pick, type Random } from './random.js';
import { seededRandom } from './seeded-random.js';

/** What one desired retention costs a person, and what it gives. */
export interface Workload {
  /** Desired retention, 0..1. */
  readonly retention: number;
  /** A card's first year, on average: seconds of work, and reviews after the first day. */
  readonly seconds: number;
  readonly reviews: number;
  /** Chance of recall, 0..1, on an average day of that year. */
  readonly known: number;
}

const DAYS = 365;
/** Simulated cards: with these the least time is found to about 0.01 of retention. */
const CARDS = 1_000;
const MIN = 70;
const MAX = 97;

/**
 * Computes the workload at each desired retention from 0.70 to 0.97, in steps
 * of 0.01. Cards are simulated one by one over a year from their first day,
 * each reviewed on the day it is due, with the person's memory, chances of
 * ratings and times. Every retention gets the same luck, so what differs is
 * the retention; nothing else is drawn, so the same person gives the same.
 */
export function workloadsOf(learner: Learner): Workload[] {
  const model = new MemoryModel(learner.weights);
  return Array.from({ length: MAX - MIN + 1 }, (_, n) => {
    const retention = (MIN + n) / 100;
    const sum = { seconds: 0, reviews: 0, known: 0 };
    for (let card = 0; card < CARDS; card++) {
      liveYear(model, learner, retention, seededRandom(card), sum);
    }
    const { seconds, reviews, known } = sum;
    return {
      retention,
      seconds: seconds / CARDS,
      reviews: reviews / CARDS,
      known: known / CARDS / DAYS,
    };
  });
}

/**
 * Returns the workload with the least time for what is known: seconds over
 * chance of recall. It is the minimum that FSRS calls CMRR, "compute minimum
 * recommended retention" (open-spaced-repetition/fsrs-rs, `optimal_retention.rs`).
 */
export function leastForKnown(workloads: readonly Workload[]): Workload | null {
  let best: Workload | null = null;
  for (const each of workloads) {
    if (best === null || each.seconds / each.known < best.seconds / best.known) best = each;
  }
  return best;
}

interface Sum {
  seconds: number;
  reviews: number;
  /** Chances of recall, summed over days. */
  known: number;
}

function liveYear(
  model: MemoryModel,
  learner: Learner,
  retention: number,
  random: Random,
  sum: Sum,
): void {
  model.learn(1 + pick(learner.firstRating, random()));
  sum.seconds += learner.newSeconds;
  let { stability, difficulty } = model;
  let day = 0;
  for (;;) {
    const interval = Math.max(1, Math.round(model.interval(stability, retention)));
    const days = Math.min(interval, DAYS - day);
    sum.known += knownOver(model, days, stability);
    day += interval;
    if (day >= DAYS) return;
    const hit = random() < model.recall(interval, stability);
    const rating = hit ? 2 + pick(learner.recallRating, random()) : 1;
    model.review(stability, difficulty, interval, rating);
    ({ stability, difficulty } = model);
    sum.seconds += hit ? learner.hitSeconds : learner.missSeconds;
    sum.reviews++;
  }
}

/** Sums the chance of recall over days since a review: Simpson's rule, exact enough for this curve. */
function knownOver(model: MemoryModel, days: number, stability: number): number {
  const [middle, end] = [model.recall(days / 2, stability), model.recall(days, stability)];
  return (days * (1 + 4 * middle + end)) / 6;
}
