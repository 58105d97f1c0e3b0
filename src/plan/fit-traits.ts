import { clamp } from './arithmetic.js';
import { type Learner, modelOf } from './learner.js';
import type { Memories } from './memories.js';
import type { ReviewHistory } from './review-history.js';
import { TRAITS, type Traits, withTraits } from './traits.js';

/** Step of the numeric derivatives, in standard deviations. */
const NUDGE = 0.05;
/** A step may move a trait by no more than this many standard deviations. */
const LONGEST = 0.7;
/** Surprises are held to what is likelier than this: a button may be the wrong one. */
const LEAST_CHANCE = 0.02;

/**
 * Improves an estimate of a person's traits by one step of Fisher scoring on
 * the chance of what was recalled and forgotten, times the prior: traits are
 * normal over people. A step a day is enough, for a day adds little; from
 * nothing, four come near the maximum.
 */
export function fitTraits(
  traits: Traits,
  history: ReviewHistory,
  start: Memories,
  believed: Learner,
): Traits {
  const foresee = (of: Traits) => {
    const foreseen = new Float64Array(history.length);
    const model = modelOf({ ...believed, weights: withTraits(believed.weights, of) });
    history.replay(start, model, foreseen);
    return foreseen;
  };
  const foreseen = foresee(traits);
  const slopes = Array.from(traits, (_, trait) => slopeOf(foresee, foreseen, traits, trait));
  const step = solve(...normalEquations(traits, history, foreseen, slopes));
  return traits.map((value, trait) => value + clamp(step[trait] ?? 0, -LONGEST, LONGEST));
}

/** What each row's chance changes by, a standard deviation of a trait. */
function slopeOf(
  foresee: (of: Traits) => Float64Array,
  foreseen: Float64Array,
  traits: Traits,
  trait: number,
): Float64Array {
  const nudged = Float64Array.from(traits);
  nudged[trait] = (nudged[trait] ?? 0) + NUDGE;
  return foresee(nudged).map((chance, row) => (chance - (foreseen[row] ?? 0)) / NUDGE);
}

/** Fisher's information and the gradient, the prior's parts included. */
function normalEquations(
  traits: Traits,
  history: ReviewHistory,
  foreseen: Float64Array,
  slopes: readonly Float64Array[],
): [Float64Array[], Float64Array] {
  const information = slopes.map((_, one) =>
    Float64Array.from({ length: TRAITS }, (_, other) => (one === other ? 1 : 0)),
  );
  const gradient = traits.map((value) => -value);
  for (let row = 0; row < history.length; row++) {
    if ((foreseen[row] ?? -1) < 0) continue;
    const chance = clamp(foreseen[row] ?? 0, LEAST_CHANCE, 1 - LEAST_CHANCE);
    const weight = 1 / (chance * (1 - chance));
    const surprise = ((history.recalled(row) ? 1 : 0) - chance) * weight;
    slopes.forEach((slope, one) => {
      const along = slope[row] ?? 0;
      gradient[one] = (gradient[one] ?? 0) + surprise * along;
      const line = information[one];
      if (line === undefined) return;
      for (let other = 0; other < TRAITS; other++) {
        line[other] = (line[other] ?? 0) + weight * along * (slopes[other]?.[row] ?? 0);
      }
    });
  }
  return [information, gradient];
}

/** Solves symmetric, positive definite equations by Gauss's elimination; overwrites both. */
function solve(matrix: Float64Array[], right: Float64Array): Float64Array {
  const at = (row: number, column: number) => matrix[row]?.[column] ?? 0;
  for (let pivot = 0; pivot < right.length; pivot++) {
    for (let row = pivot + 1; row < right.length; row++) {
      const factor = at(row, pivot) / at(pivot, pivot);
      matrix[row]?.forEach((value, column, line) => {
        line[column] = value - factor * at(pivot, column);
      });
      right[row] = (right[row] ?? 0) - factor * (right[pivot] ?? 0);
    }
  }
  for (let row = right.length - 1; row >= 0; row--) {
    for (let column = row + 1; column < right.length; column++) {
      right[row] = (right[row] ?? 0) - at(row, column) * (right[column] ?? 0);
    }
    right[row] = (right[row] ?? 0) / at(row, row);
  }
  return right;
}
