import { clamp } from './arithmetic.js';

const MIN_STABILITY = 0.001;
const MAX_STABILITY = 36_500;
/** How recall falls with time since a review, and whether waiting longer makes a recall worth more. */
export type Forgetting = 'power' | 'exponential';

const LOG_OF_90 = Math.log(0.9);
/** Without an effect of spacing every recall is worth what one at 90 % is. */
const USUAL_SURPRISE = 0.1;
const GOOD = 3;
const EASY = 4;

/**
 * FSRS-6 as bare arithmetic: what ts-fsrs computes, without an object a step,
 * for the millions of steps that planning takes. A method that gives a new
 * memory leaves it in `stability` (days) and `difficulty` (1..10).
 *
 * Formulae: open-spaced-repetition, "The Algorithm", FSRS-6.
 */
export class MemoryModel {
  stability = 0;
  difficulty = 0;
  readonly stabilities = new Float64Array(4);
  readonly #w: Float64Array;
  readonly #decay: number;
  readonly #factor: number;
  readonly #gain: number;
  readonly #easyDifficulty: number;
  readonly forgetting: Forgetting;
  readonly #isExponential: boolean;

  /**
   * Takes the 21 weights of FSRS-6. `exponential` is not FSRS: recall halves again and again, and a recall adds
   * the same however long ago the last one was, as in half-life regression.
   */
  constructor(weights: readonly number[], forgetting: Forgetting = 'power') {
    this.forgetting = forgetting;
    this.#isExponential = forgetting === 'exponential';
    this.#w = Float64Array.from({ length: 21 }, (_, index) => weights[index] ?? 0);
    this.#decay = -clamp(this.#weight(20), 0.1, 0.8);
    this.#factor = 0.9 ** (1 / this.#decay) - 1;
    this.#gain = Math.exp(this.#weight(8));
    this.#easyDifficulty = this.#firstDifficulty(EASY);
  }

  /** Probability, 0..1, of recall some days after the last review. */
  recall(elapsedDays: number, stability: number): number {
    if (this.#isExponential) return Math.exp((LOG_OF_90 * elapsedDays) / stability);
    return power(1 + (this.#factor * elapsedDays) / stability, this.#decay);
  }

  /** Days after which recall falls to a retention, 0..1. */
  interval(stability: number, retention: number): number {
    return (stability / this.#factor) * (retention ** (1 / this.#decay) - 1);
  }

  /**
   * A new card's first day: the first rating, 1..4, then Good on each learning
   * step that is left, within the day. As with viva's default steps of 1 and
   * 10 minutes: two after Again or Hard, one after Good, none after Easy.
   */
  learn(rating: number): void {
    this.stability = Math.max(0.1, this.#weight(rating - 1));
    this.difficulty = clamp(this.#firstDifficulty(rating), 1, 10);
    const steps = rating === EASY ? 0 : rating === GOOD ? 1 : 2;
    for (let step = 0; step < steps; step++) this.#shortTerm(GOOD);
  }

  /**
   * A review on a later day; after Again (1) the one relearning step follows
   * within the day, answered Good. `elapsedDays` since the last review.
   */
  review(stability: number, difficulty: number, elapsedDays: number, rating: number): void {
    const recall = this.recall(elapsedDays, stability);
    this.stability =
      rating === 1
        ? this.#forgotten(stability, difficulty, recall)
        : this.#recalled(stability, difficulty, recall, rating);
    this.difficulty = this.#nextDifficulty(difficulty, rating);
    if (rating === 1) this.#shortTerm(GOOD);
  }

  /**
   * The stability that each rating of one review would lead to, as `review` has it, left in
   * `stabilities` by rating - 1; returns the chance of recall. Quicker than four
   * reviews: what they have in common is computed once.
   */
  reviewAll(stability: number, difficulty: number, elapsedDays: number): number {
    const recall = this.recall(elapsedDays, stability);
    const good = this.#recalled(stability, difficulty, recall, GOOD);
    const growth = good - stability;
    this.stability = this.#forgotten(stability, difficulty, recall);
    this.difficulty = this.#nextDifficulty(difficulty, 1);
    this.#shortTerm(GOOD);
    this.stabilities[0] = this.stability;
    this.stabilities[1] = stability + growth * this.#weight(15);
    this.stabilities[2] = good;
    this.stabilities[3] = stability + growth * this.#weight(16);
    return recall;
  }

  #weight(index: number): number {
    return this.#w[index] ?? 0;
  }

  #firstDifficulty(rating: number): number {
    return this.#weight(4) - Math.exp((rating - 1) * this.#weight(5)) + 1;
  }

  #nextDifficulty(difficulty: number, rating: number): number {
    const change = -this.#weight(6) * (rating - GOOD);
    const damped = difficulty + (change * (10 - difficulty)) / 9;
    const reversion = this.#weight(7);
    return clamp(reversion * this.#easyDifficulty + (1 - reversion) * damped, 1, 10);
  }

  #recalled(stability: number, difficulty: number, recall: number, rating: number): number {
    const surprise = this.#isExponential ? USUAL_SURPRISE : 1 - recall;
    const growth =
      this.#gain *
      (11 - difficulty) *
      power(stability, -this.#weight(9)) *
      (Math.exp(surprise * this.#weight(10)) - 1);
    const factor = rating === 2 ? this.#weight(15) : rating === EASY ? this.#weight(16) : 1;
    return clamp(stability * (1 + growth * factor), MIN_STABILITY, MAX_STABILITY);
  }

  #forgotten(stability: number, difficulty: number, recall: number): number {
    const after =
      this.#weight(11) *
      power(difficulty, -this.#weight(12)) *
      (power(stability + 1, this.#weight(13)) - 1) *
      Math.exp((1 - recall) * this.#weight(14));
    const most = stability / Math.exp(this.#weight(17) * this.#weight(18));
    return clamp(Math.min(after, most), MIN_STABILITY, MAX_STABILITY);
  }

  #shortTerm(rating: number): void {
    const change =
      power(this.stability, -this.#weight(19)) *
      Math.exp(this.#weight(17) * (rating - GOOD + this.#weight(18)));
    const held = rating >= 2 ? Math.max(change, 1) : change;
    this.stability = clamp(this.stability * held, MIN_STABILITY, MAX_STABILITY);
    this.difficulty = this.#nextDifficulty(this.difficulty, rating);
  }
}

/** A power of a number above 0, twice as quick as V8's own and as good to fifteen digits. */
function power(base: number, exponent: number): number {
  return Math.exp(exponent * Math.log(base));
}
