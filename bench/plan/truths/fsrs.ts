import { FSRSAlgorithm, type FSRSState, generatorParameters } from 'ts-fsrs';
import { DEFAULT_WEIGHTS, normal, pick, type Random, type Rating } from '../product.js';
import type { Instant, Mind, Truth } from './truth.js';

/** Chances of Again to Easy at a first rating, and of Hard to Easy at a recall, over Anki's users. */
const FIRST: readonly number[] = [0.24, 0.094, 0.495, 0.171];
const RECALLED: readonly number[] = [0.224, 0.631, 0.145];
/** How people differ: deviations of logarithms, but for `spread`, a part of the published deviation. */
const SPREAD = { stability: 0.6, initial: 0.3, decay: 0.5, rating: 0.2, spread: 0.5 };
/** Deviations of w4 to w19 over people (open-spaced-repetition/fsrs-rs, `PARAMS_STDDEV`). */
const DEVIATIONS: readonly number[] = [
  0.57, 0.28, 0.6, 0.12, 0.39, 0.18, 0.33, 0.3, 0.09, 0.16, 0.57, 0.25, 1.03, 0.31, 0.32, 0.14,
];
/** The bounds that fsrs-rs holds w4 to w19 to. */
const MIN: readonly number[] = [
  1, 0.001, 0.001, 0.001, 0, 0, 0.001, 0.001, 0.001, 0.001, 0, 0, 1, 0, 0, 0,
];
const MAX: readonly number[] = [10, 4, 4, 0.75, 4.5, 0.8, 3.5, 5, 0.25, 0.9, 4, 1, 6, 2, 2, 0.8];
const DECAY = 20;

/**
 * FSRS-6 with hidden weights, looks within a day by its short-term stability.
 * Takes the chance that a new question is failed, around which people lie.
 */
export function fsrsTruth(name: string, unknown: number): Truth {
  const rest = (1 - unknown) / (1 - (FIRST[0] ?? 0));
  const first = FIRST.map((chance, index) => (index === 0 ? unknown : rest * chance));
  return {
    name,
    isFsrs: true,
    draw: (cards, random) => {
      const weights = drawWeights(random);
      const mind = new FsrsMind(
        weights,
        cards,
        perturbed(first, random),
        perturbed(RECALLED, random),
      );
      return { mind, unknown: mind.unknown };
    },
  };
}

class FsrsMind implements Mind {
  readonly unknown: number;
  readonly #fsrs: FSRSAlgorithm;
  readonly #states: (FSRSState | null)[];
  readonly #last: Float64Array;
  /** Chances of Hard, Good and Easy of a new card that is known, and of one recalled. */
  readonly #known: readonly number[];
  readonly #recalled: readonly number[];

  constructor(
    weights: readonly number[],
    cards: number,
    first: readonly number[],
    recalled: readonly number[],
  ) {
    this.#fsrs = new FSRSAlgorithm(generatorParameters({ w: weights, enable_short_term: true }));
    this.#states = new Array(cards).fill(null);
    this.#last = new Float64Array(cards);
    this.unknown = first[0] ?? 0;
    this.#known = first.slice(1).map((chance) => chance / (1 - this.unknown));
    this.#recalled = recalled;
  }

  recall(card: number, { days }: Instant): number {
    const state = this.#states[card];
    if (state == null) return 0;
    return this.#fsrs.forgetting_curve(days - (this.#last[card] ?? 0), state.stability);
  }

  button(_card: number, _recall: number, hit: boolean, isFirst: boolean, random: Random): Rating {
    if (!hit) return 1;
    return (2 + pick(isFirst ? this.#known : this.#recalled, random())) as Rating;
  }

  look(card: number, { days }: Instant, rating: Rating): void {
    const elapsed = days - (this.#last[card] ?? 0);
    const before = this.#states[card] ?? null;
    // Looks less than half a day apart are of one session.
    this.#states[card] = this.#fsrs.next_state(before, elapsed < 0.5 ? 0 : elapsed, rating);
    this.#last[card] = days;
  }
}

function drawWeights(random: Random): number[] {
  const common = Math.exp(SPREAD.stability * normal(random));
  return DEFAULT_WEIGHTS.map((weight, index) => {
    if (index < 4) {
      const own = Math.exp(SPREAD.initial * normal(random));
      return Math.min(100, Math.max(0.001, weight * common * own));
    }
    if (index !== DECAY) return drawWeight(weight, index - 4, random);
    return Math.min(0.8, Math.max(0.1, weight * Math.exp(SPREAD.decay * normal(random))));
  });
}

/** Draws a weight around its median until it lies within its bounds. */
function drawWeight(median: number, index: number, random: Random): number {
  for (;;) {
    const drawn = median + SPREAD.spread * (DEVIATIONS[index] ?? 0) * normal(random);
    if (drawn >= (MIN[index] ?? 0) && drawn <= (MAX[index] ?? 0)) return drawn;
  }
}

function perturbed(chances: readonly number[], random: Random): number[] {
  const drawn = chances.map((chance) => chance * Math.exp(SPREAD.rating * normal(random)));
  const total = drawn.reduce((sum, chance) => sum + chance, 0);
  return drawn.map((chance) => chance / total);
}
