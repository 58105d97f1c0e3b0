import type { Forgetting } from '../schedule/memory-model.js';
import { vanDerCorput } from '../schedule/random.js';
import { fitTraits } from './fit-traits.js';
import { cholesky, type Matrix } from './matrix.js';
import type { ReviewHistory } from './review-history.js';
import type { Traits } from './traits.js';

/** A family of memories: how they forget, and the traits by which one of them tells the reviews best. */
export interface Family {
  readonly forgetting: Forgetting;
  readonly traits: Traits;
  /** Cholesky's triangle of the traits' information. */
  readonly spread: Matrix;
}

/** Families of memory that a person may be of. */
export interface Families {
  readonly power: Family;
  readonly exponential: Family;
  /** The chance that the person's is exponential, 0..1. */
  readonly chance: number;
}

/** That chance before anything is known: nobody's memory is quite of either. */
const PRIOR = 0.4;
/**
 * A review counts as this part of one: nobody's memory being quite of either, reviews that all
 * miss in one direction would soon make certain what they only hint at.
 */
const WORTH = 0.5;

/** Fits both families to reviews: how well they do says which one it is (Bayes, at their best). */
export function fitFamilies(
  history: ReviewHistory,
  cards: number,
  weights: readonly number[],
): Families {
  const fitted = (forgetting: Forgetting) => {
    const { traits, information, likelihood } = fitTraits(history, cards, weights, forgetting);
    return { family: { forgetting, traits, spread: cholesky(information) }, likelihood };
  };
  const [power, exponential] = [fitted('power'), fitted('exponential')];
  const odds =
    (PRIOR / (1 - PRIOR)) * Math.exp(WORTH * (exponential.likelihood - power.likelihood));
  return {
    power: power.family,
    exponential: exponential.family,
    chance: Number.isFinite(odds) ? odds / (1 + odds) : 1,
  };
}

/** Returns the family of the n-th pair of people, so that any few of them have each as often as is likely. */
export function familyOf({ power, exponential, chance }: Families, pair: number): Family {
  return vanDerCorput(pair + 1) < chance ? exponential : power;
}
