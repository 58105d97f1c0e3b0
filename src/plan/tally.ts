import type { CardDay } from './card-days.js';
import type { Learner } from './learner.js';

/** As many observations as the defaults are worth: shrinkage towards them. */
const PRIOR = 30;

/** Counts of ratings and sums of seconds, from which a person's pace is estimated. */
export class Tally {
  readonly #first = [0, 0, 0, 0];
  readonly #recalled = [0, 0, 0];
  readonly #new = { count: 0, seconds: 0 };
  readonly #hit = { count: 0, seconds: 0 };
  readonly #miss = { count: 0, seconds: 0 };

  /** Counts a card's day: its first rating, 1..4, and all its seconds. */
  add({ rating, isFirst, seconds }: Pick<CardDay, 'rating' | 'isFirst' | 'seconds'>): void {
    if (isFirst) this.#first[rating - 1] = (this.#first[rating - 1] ?? 0) + 1;
    else if (rating > 1) this.#recalled[rating - 2] = (this.#recalled[rating - 2] ?? 0) + 1;
    const time = isFirst ? this.#new : rating > 1 ? this.#hit : this.#miss;
    time.count++;
    time.seconds += seconds;
  }

  /** The person as far as counted, shrunk to `base` where little was. */
  learner(base: Learner): Learner {
    const [again, hard, good, easy] = base.firstRating;
    const chances = shrunkShares(this.#first, [again, hard, good, easy]);
    const recalled = shrunkShares(this.#recalled, base.recallRating);
    return {
      ...base,
      firstRating: [chances(0), chances(1), chances(2), chances(3)],
      recallRating: [recalled(0), recalled(1), recalled(2)],
      newSeconds: shrunkMean(this.#new, base.newSeconds),
      hitSeconds: shrunkMean(this.#hit, base.hitSeconds),
      missSeconds: shrunkMean(this.#miss, base.missSeconds),
    };
  }
}

function shrunkShares(
  counts: readonly number[],
  prior: readonly number[],
): (index: number) => number {
  const total = counts.reduce((sum, count) => sum + count, PRIOR);
  return (index) => ((counts[index] ?? 0) + PRIOR * (prior[index] ?? 0)) / total;
}

function shrunkMean(time: { count: number; seconds: number }, prior: number): number {
  return (time.seconds + PRIOR * prior) / (time.count + PRIOR);
}
