import type { Measure } from '../../model/parameters.js';
import type { Prediction } from './predict.js';

/** Keeps a sure prediction that fails from counting without bound. */
const MIN_CHANCE = 1e-7;

/** Returns the log loss of one prediction: -ln of the chance it gave to what happened. */
export function logLoss({ recall, recalled }: Pick<Prediction, 'recall' | 'recalled'>): number {
  const chance = recalled ? recall : 1 - recall;
  return -Math.log(Math.max(MIN_CHANCE, chance));
}

/**
 * Sums predictions up. Log loss is their mean; RMSE(bins) groups predictions by
 * interval, number of reviews and lapses, and is the root of the mean square,
 * weighted by size, of predicted less actual recall of a group
 * (open-spaced-repetition, "The Metric"; bins as in fsrs-rs).
 */
export class Evaluation {
  #loss = 0;
  #count = 0;
  readonly #bins = new Map<string, { predicted: number; actual: number; count: number }>();

  readonly add = (prediction: Prediction): void => {
    this.#loss += logLoss(prediction);
    this.#count++;
    const key = binOf(prediction);
    const bin = this.#bins.get(key) ?? { predicted: 0, actual: 0, count: 0 };
    bin.predicted += prediction.recall;
    bin.actual += prediction.recalled ? 1 : 0;
    bin.count++;
    this.#bins.set(key, bin);
  };

  /** Number of predictions. */
  get count(): number {
    return this.#count;
  }

  measure(): Measure {
    if (this.#count === 0) return { logLoss: 0, rmseBins: 0 };
    let squares = 0;
    for (const { predicted, actual, count } of this.#bins.values()) {
      squares += (predicted - actual) ** 2 / count;
    }
    return { logLoss: this.#loss / this.#count, rmseBins: Math.sqrt(squares / this.#count) };
  }
}

/** Bins grow by a factor each: of days 3.62, of reviews 1.89, of lapses 1.73. */
function binOf({ gap, earlier, lapses }: Prediction): string {
  return `${step(gap, 3.62)}/${step(earlier + 2, 1.89)}/${lapses === 0 ? '-' : step(lapses, 1.73)}`;
}

function step(value: number, base: number): number {
  return Math.floor(Math.log(value) / Math.log(base));
}
