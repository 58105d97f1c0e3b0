import { sumOf } from '../arithmetic.js';
import type { CardDay } from './card-days.js';
import { DEFAULT_LEARNER, type Learner } from './learner.js';

/** What is believed before anything is seen, and how many observations that is worth. */
const AGAIN_AT_FIRST = { share: 0.6, worth: 3 };
const REST_WORTH = 5;
const RECALL_WORTH = 20;
const PACE_WORTH = 8;
const TIME_WORTH = 20;
/** The steps of a card that has any on a day: seconds, and what that is worth. */
const STEPS = { seconds: 15, worth: 10 };
/** Deviation of a person's pace, of logarithms, in such observations. */
const PACE_DEVIATION = 0.8;

/** How a person differs from what is most likely, in standard deviations. */
export interface PaceDraw {
  /** In the chance of failing a card at first. */
  readonly again: number;
  readonly pace: number;
}

type Kind = 'newSeconds' | 'hitSeconds' | 'missSeconds';

/**
 * A person's times and chances of ratings. How often cards are failed when they
 * are first shown differs most between people (a tenth to nine tenths), so
 * that is theirs after a few cards; times are one pace, and each kind's own
 * once there is enough of it.
 */
export class Pace {
  readonly #first = [0, 0, 0, 0];
  readonly #recalled = [0, 0, 0];
  readonly #times = {
    newSeconds: { count: 0, seconds: 0 },
    hitSeconds: { count: 0, seconds: 0 },
    missSeconds: { count: 0, seconds: 0 },
  };

  readonly #steps = { count: 0, seconds: 0 };

  /** Counts a card's day. */
  add({ rating, isFirst, seconds, stepSeconds }: CardDay): void {
    if (isFirst) this.#first[rating - 1] = (this.#first[rating - 1] ?? 0) + 1;
    else if (rating > 1) this.#recalled[rating - 2] = (this.#recalled[rating - 2] ?? 0) + 1;
    const time = this.#times[isFirst ? 'newSeconds' : rating > 1 ? 'hitSeconds' : 'missSeconds'];
    time.count++;
    time.seconds += seconds;
    if (stepSeconds === 0) return;
    this.#steps.count++;
    this.#steps.seconds += stepSeconds;
  }

  /** Seconds that the steps of a card take on a day on which it has any. */
  get stepSeconds(): number {
    const { count, seconds } = this.#steps;
    return (seconds + STEPS.worth * STEPS.seconds * this.#pace(0)) / (count + STEPS.worth);
  }

  /** Returns a learner of these weights: the most likely one, or one drawn around that. */
  learner(weights: readonly number[], draw: PaceDraw = { again: 0, pace: 0 }): Learner {
    const pace = this.#pace(draw.pace);
    const time = (kind: Kind) => {
      const { count, seconds } = this.#times[kind];
      const own = seconds * (pace / this.#pace(0));
      const believed = DEFAULT_LEARNER[kind] * pace;
      return (own + TIME_WORTH * believed) / (count + TIME_WORTH);
    };
    const [hard = 0, good = 0, easy = 0] = shares(
      this.#recalled,
      DEFAULT_LEARNER.recallRating,
      RECALL_WORTH,
    );
    return {
      weights,
      firstRating: this.#firstRating(draw.again),
      recallRating: [hard, good, easy],
      newSeconds: time('newSeconds'),
      hitSeconds: time('hitSeconds'),
      missSeconds: time('missSeconds'),
    };
  }

  #firstRating(deviations: number): Learner['firstRating'] {
    const { share, worth } = AGAIN_AT_FIRST;
    const [failed = 0, ...others] = this.#first;
    const count = sumOf(this.#first) + worth;
    const mean = (failed + worth * share) / count;
    // The deviation of a share, carried over to its logit.
    const deviation = 1 / Math.sqrt(count * mean * (1 - mean));
    const logit = Math.log(mean / (1 - mean)) + deviations * deviation;
    const again = 1 / (1 + Math.exp(-logit));
    const [, ...believed] = DEFAULT_LEARNER.firstRating;
    const [hard = 0, good = 0, easy = 0] = shares(others, believed, REST_WORTH);
    return [again, (1 - again) * hard, (1 - again) * good, (1 - again) * easy];
  }

  /** Times over the usual ones, as a factor. */
  #pace(deviations: number): number {
    let [count, sum] = [PACE_WORTH, PACE_WORTH];
    for (const kind of ['newSeconds', 'hitSeconds', 'missSeconds'] as const) {
      count += this.#times[kind].count;
      sum += this.#times[kind].seconds / DEFAULT_LEARNER[kind];
    }
    return (sum / count) * Math.exp((deviations * PACE_DEVIATION) / Math.sqrt(count));
  }
}

function shares(counts: readonly number[], believed: readonly number[], worth: number): number[] {
  const sum = sumOf(believed);
  const total = sumOf(counts) + worth;
  return believed.map((share, index) => ((counts[index] ?? 0) + (worth * share) / sum) / total);
}
