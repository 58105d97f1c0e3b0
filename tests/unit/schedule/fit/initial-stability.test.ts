import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/model/settings.js';
import { Evaluation } from '../../../../src/schedule/fit/evaluation.js';
import type { CardHistory } from '../../../../src/schedule/fit/histories.js';
import { fitInitialStability } from '../../../../src/schedule/fit/initial-stability.js';
import { predictor } from '../../../../src/schedule/fit/predict.js';
import { journalOf, weightsTimes } from '../../../support/learner.js';

function lossOf(histories: readonly CardHistory[], weights: readonly number[]): number {
  const evaluation = new Evaluation();
  const predict = predictor(weights);
  for (const history of histories) predict(history, evaluation.add);
  return evaluation.measure().logLoss;
}

const fitted = (histories: readonly CardHistory[]) =>
  fitInitialStability(histories, DEFAULT_WEIGHTS);

describe('fitInitialStability', () => {
  test('of nothing gives the base', () => {
    for (const [n, weight] of fitted([]).entries()) {
      expect(weight / (DEFAULT_WEIGHTS[n] ?? 0)).toBeCloseTo(1, 1);
    }
  });

  test('leaves all other weights as they are', () => {
    const weights = fitted(journalOf(weightsTimes([3, 3, 3, 3]), 100, 40));
    expect(weights.slice(4)).toEqual(DEFAULT_WEIGHTS.slice(4));
  });

  test.each([
    ['stronger', [2.5, 2.5, 2.5, 2.5]],
    ['weaker', [0.5, 0.3, 0.3, 0.3]],
    ['unlike for each rating', [3, 0.8, 2, 0.5]],
  ])('predicts a memory that is %s better than the defaults', (_, factors) => {
    const hidden = weightsTimes(factors);
    const fresh = journalOf(hidden, 600, 120, 99);
    const weights = fitted(journalOf(hidden, 200, 60, 1));
    const [base, own, truth] = [DEFAULT_WEIGHTS, weights, hidden].map((w) => lossOf(fresh, w));
    // Most of what there is to win.
    expect((base ?? 0) - (own ?? 0)).toBeGreaterThan(0.5 * ((base ?? 0) - (truth ?? 0)));
  });

  test('hardly moves where the defaults predict well already', () => {
    for (const seed of [1, 2, 3, 4, 5]) {
      const weights = fitted(journalOf(DEFAULT_WEIGHTS, 150, 60, seed));
      const fresh = journalOf(DEFAULT_WEIGHTS, 600, 120, 100 + seed);
      expect(lossOf(fresh, weights)).toBeLessThan(lossOf(fresh, DEFAULT_WEIGHTS) + 0.003);
    }
  });

  test('a rating that was never given follows the others', () => {
    const onlyGood = journalOf(weightsTimes([3, 3, 3, 3]), 300, 60).filter(
      ({ ratings }) => ratings[0] === 3,
    );
    const weights = fitted(onlyGood);
    for (const n of [0, 1, 3]) expect(weights[n]).toBeGreaterThan(1.4 * (DEFAULT_WEIGHTS[n] ?? 0));
  });

  test('stabilities rise with the rating and stay in bounds, whatever happened', () => {
    const review = fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 400 }));
    const history = fc.array(review, { minLength: 1, maxLength: 6 }).map((rows) => ({
      ratings: rows.map(([rating]) => rating),
      gaps: rows.map(([, gap], n) => (n === 0 ? 0 : gap)),
      at: rows.map((_, n) => n),
    }));
    fc.assert(
      fc.property(fc.array(history, { maxLength: 20 }), (histories) => {
        const initial = fitted(histories).slice(0, 4);
        expect(initial).toEqual([...initial].sort((a, b) => a - b));
        for (const stability of initial) {
          expect(stability).toBeGreaterThanOrEqual(0.1);
          expect(stability).toBeLessThanOrEqual(100);
        }
      }),
      { numRuns: 30 },
    );
  });
});
