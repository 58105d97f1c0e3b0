import { normal, type Random, type Rating } from '../product.js';
import { buttonFor, drawUnknown } from './buttons.js';
import type { Instant, Mind, Truth } from './truth.js';

/** Binary logarithm of the half-life in days: BASE + RIGHT·√(days right) + WRONG·√(days wrong). */
const BASE = 0.75;
const RIGHT = 1.1;
const WRONG = -0.15;

/**
 * Half-life regression: exponential forgetting, the half-life by the square
 * roots of how often a card was right and wrong, a day counting once, by its
 * first look (Settles & Meeder 2016, ACL, 1848-1858; coefficients of our own).
 * Forgetting is fast, and when the right answers were makes no difference.
 */
export const HALF_LIFE: Truth = {
  name: 'half-life',
  isFsrs: false,
  draw: (cards, random) => {
    const own = BASE + 0.4 * normal(random);
    const bases = Float64Array.from({ length: cards }, () => own + 0.5 * normal(random));
    return { mind: new HalfLifeMind(bases), unknown: drawUnknown(random) };
  },
};

export class HalfLifeMind implements Mind {
  readonly #bases: Float64Array;
  readonly #right: Float64Array;
  readonly #wrong: Float64Array;
  readonly #last: Float64Array;

  /** Takes the binary logarithm of each card's first half-life, days. */
  constructor(bases: Float64Array) {
    this.#bases = bases;
    this.#right = new Float64Array(bases.length);
    this.#wrong = new Float64Array(bases.length);
    this.#last = new Float64Array(bases.length).fill(Number.NaN);
  }

  recall(card: number, { days }: Instant): number {
    const last = this.#last[card] ?? Number.NaN;
    return Number.isNaN(last) ? 0 : 2 ** (-Math.max(0, days - last) / this.#halfLife(card));
  }

  button(_card: number, recall: number, hit: boolean, _first: boolean, random: Random): Rating {
    return buttonFor(recall, hit, random);
  }

  look(card: number, { days }: Instant, rating: Rating): void {
    const last = this.#last[card] ?? Number.NaN;
    this.#last[card] = days;
    if (days - last < 0.5) return;
    const counts = rating > 1 ? this.#right : this.#wrong;
    counts[card] = (counts[card] ?? 0) + 1;
  }

  #halfLife(card: number): number {
    const right = RIGHT * Math.sqrt(this.#right[card] ?? 0);
    const wrong = WRONG * Math.sqrt(this.#wrong[card] ?? 0);
    return 2 ** ((this.#bases[card] ?? 0) + right + wrong);
  }
}
