import { normal, type Random, type Rating } from '../product.js';
import { buttonFor, drawUnknown, logistic } from './buttons.js';
import type { Instant, Mind, Truth } from './truth.js';

/** Exponents of practice and of the weights of age, as published. */
const PRACTICE = 0.1;
const AGING = 0.6;
/** Chosen so that a first day leaves about two thirds after a day and a third after a week. */
const MIN_DECAY = 0.03;
const MASSED_DECAY = 0.3;
const THRESHOLD = 0.37;
const NOISE = 0.04;
const DAY_SECONDS = 86_400;

/**
 * The predictive performance equation: practice raises activation by a power
 * of the number of looks, age lowers it by a power that is the smaller the
 * further the looks were apart (Walsh, Gluck, Gunzelmann, Jastrzembski &
 * Krusmark 2018, Cognitive Science 42, 644-691).
 */
export const PPE: Truth = {
  name: 'PPE',
  isFsrs: false,
  draw: (cards, random) => {
    const massed = MASSED_DECAY * Math.exp(0.15 * normal(random));
    const own = THRESHOLD + 0.03 * normal(random);
    const thresholds = Float64Array.from({ length: cards }, () => own + 0.03 * normal(random));
    return { mind: new PpeMind(massed, thresholds), unknown: drawUnknown(random) };
  },
};

export class PpeMind implements Mind {
  readonly #massed: number;
  readonly #thresholds: Float64Array;
  /** When each card was looked at, s. */
  readonly #looks: number[][];

  /** Takes how much looks without a pause add to decay, and each card's threshold. */
  constructor(massed: number, thresholds: Float64Array) {
    this.#massed = massed;
    this.#thresholds = thresholds;
    this.#looks = Array.from(thresholds, () => []);
  }

  recall(card: number, { days }: Instant): number {
    const looks = this.#looks[card] ?? [];
    if (looks.length === 0) return 0;
    const now = days * DAY_SECONDS;
    let [weights, ages, pauses] = [0, 0, 0];
    looks.forEach((at, index) => {
      const age = Math.max(1, now - at);
      const weight = age ** -AGING;
      weights += weight;
      ages += weight * age;
      if (index > 0) pauses += 1 / Math.log(at - (looks[index - 1] ?? 0) + Math.E);
    });
    // One look alone counts as massed.
    const spacing = looks.length === 1 ? 1 : pauses / (looks.length - 1);
    const decay = MIN_DECAY + this.#massed * spacing;
    const activation = looks.length ** PRACTICE * (ages / weights) ** -decay;
    return logistic((activation - (this.#thresholds[card] ?? 0)) / NOISE);
  }

  button(_card: number, recall: number, hit: boolean, _first: boolean, random: Random): Rating {
    return buttonFor(recall, hit, random);
  }

  look(card: number, { days }: Instant, _rating: Rating): void {
    this.#looks[card]?.push(days * DAY_SECONDS);
  }
}
