import { FSRSAlgorithm, type FSRSState, type Grade, generatorParameters } from 'ts-fsrs';
import type { CardHistory } from './histories.js';

/** A review's chance of recall as FSRS saw it beforehand, and what came of it. */
export interface Prediction {
  /** 0..1. */
  readonly recall: number;
  readonly recalled: boolean;
  /** ms since 1970. */
  readonly at: number;
  /** Days since the review before, 1 or more. */
  readonly gap: number;
  /** Earlier reviews of the history a day or more after the one before. */
  readonly earlier: number;
  /** Those of them that were a lapse. */
  readonly lapses: number;
}

const AGAIN = 1;

/**
 * Makes FSRS-6 with some weights: a function that goes through a history and
 * gives every prediction to `visit`, of at most so many reviews. Reviews within
 * a day are predicted by nobody; they change the memory, as the scheduler lets
 * them. The steps are those of ts-fsrs, by which viva schedules.
 */
export function predictor(
  weights: readonly number[],
): (history: CardHistory, visit: (prediction: Prediction) => void, most?: number) => void {
  const algorithm = new FSRSAlgorithm(generatorParameters({ w: weights }));
  return (history, visit, most = Number.POSITIVE_INFINITY) => {
    const { ratings, gaps, at } = history;
    let memory: FSRSState | null = null;
    let earlier = 0;
    let lapses = 0;
    for (let n = 0; n < ratings.length && earlier < most; n++) {
      const rating = (ratings[n] ?? AGAIN) as Grade;
      const gap = gaps[n] ?? 0;
      if (memory === null || gap === 0) {
        memory = algorithm.next_state(memory, gap, rating);
        continue;
      }
      const recall = algorithm.forgetting_curve(gap, memory.stability);
      const recalled = rating > AGAIN;
      visit({ recall, recalled, at: at[n] ?? 0, gap, earlier, lapses });
      earlier++;
      lapses += recalled ? 0 : 1;
      memory = algorithm.next_state(memory, gap, rating, recall);
    }
  };
}
