import { logLoss } from './evaluation.js';
import type { CardHistory } from './histories.js';
import { predictor } from './predict.js';

/** Stabilities lie between these, days (as in fsrs-rs). */
const MIN = 0.1;
const MAX = 100;

/** How far people's initial stabilities lie from the base, as standard deviations of logarithms. */
const SPREAD = { shared: 0.8, own: 0.5 };

/**
 * Predictions of a card that are looked at: later ones say little about the
 * first stability, and much about weights that are not fitted here.
 */
const PREDICTIONS = 2;

const RATINGS = [1, 2, 3, 4] as const;

/**
 * Fits the four initial stabilities (the stability, in days, that a first
 * rating gives) and takes the other weights of FSRS-6 from `base`. Returns all 21.
 *
 * It is a maximum a posteriori estimate: log loss plus a penalty for leaving
 * the base. First one factor is found for all four, by which a person's memory
 * is better or worse than the base's; then each rating's own. So few reviews
 * move the weights little, and a rating that was never given follows the rest.
 * fsrs-rs does likewise with a fixed penalty and a curve through the others.
 */
export function fitInitialStability(
  histories: readonly CardHistory[],
  base: readonly number[],
): number[] {
  const groups = RATINGS.map((rating) => histories.filter(({ ratings }) => ratings[0] === rating));
  const shared = least((shift) => {
    const weights = shifted(base, [shift, shift, shift, shift]);
    return lossOf(histories, weights) + (shift / SPREAD.shared) ** 2 / 2;
  });
  const shifts = groups.map(
    (group, index) =>
      least((own) => {
        const shift = [0, 0, 0, 0];
        shift[index] = shared + own;
        return lossOf(group, shifted(base, shift)) + (own / SPREAD.own) ** 2 / 2;
      }) + shared,
  );
  return ordered(shifted(base, shifts));
}

/** Returns weights whose initial stabilities are those of the base times e to these powers. */
function shifted(base: readonly number[], shifts: readonly number[]): number[] {
  return base.map((weight, index) => {
    const shift = shifts[index];
    return shift === undefined ? weight : Math.min(MAX, Math.max(MIN, weight * Math.exp(shift)));
  });
}

/** A better first rating never means a shorter memory. */
function ordered(weights: readonly number[]): number[] {
  let highest = 0;
  return weights.map((weight, index) => {
    if (index > 3) return weight;
    highest = Math.max(highest, weight);
    return highest;
  });
}

function lossOf(histories: readonly CardHistory[], weights: readonly number[]): number {
  const predict = predictor(weights);
  let sum = 0;
  for (const history of histories) {
    predict(
      history,
      (prediction) => {
        sum += logLoss(prediction);
      },
      PREDICTIONS,
    );
  }
  return sum;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** Finds where a function of one valley is least between -3 and 3, by golden sections. */
function least(of: (x: number) => number): number {
  let low = -3;
  let high = 3;
  let left = high - GOLDEN * (high - low);
  let right = low + GOLDEN * (high - low);
  let atLeft = of(left);
  let atRight = of(right);
  while (high - low > 0.01) {
    if (atLeft < atRight) {
      [high, right, atRight] = [right, left, atLeft];
      left = high - GOLDEN * (high - low);
      atLeft = of(left);
    } else {
      [low, left, atLeft] = [left, right, atRight];
      right = low + GOLDEN * (high - low);
      atRight = of(right);
    }
  }
  return (low + high) / 2;
}
