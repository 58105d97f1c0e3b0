import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/model/settings.js';
import { Evaluation, logLoss } from '../../../../src/schedule/fit/evaluation.js';
import { predictor } from '../../../../src/schedule/fit/predict.js';

const prediction = { recall: 0.8, recalled: true, at: 0, gap: 1, earlier: 0, lapses: 0 };

describe('Evaluation', () => {
  test('of nothing is nothing', () => {
    expect(new Evaluation().measure()).toEqual({ logLoss: 0, rmseBins: 0 });
  });

  test('log loss is the mean of -ln of the chance of what happened', () => {
    const evaluation = new Evaluation();
    evaluation.add(prediction);
    evaluation.add({ ...prediction, recalled: false });
    expect(evaluation.measure().logLoss).toBeCloseTo(-(Math.log(0.8) + Math.log(0.2)) / 2, 12);
    expect(logLoss({ recall: 1, recalled: false })).toBeLessThan(20);
  });

  test('RMSE compares predicted and actual recall within a bin, not review by review', () => {
    const evaluation = new Evaluation();
    for (let n = 0; n < 10; n++) evaluation.add({ ...prediction, recalled: n < 8 });
    expect(evaluation.measure().rmseBins).toBeCloseTo(0, 12);
  });

  test('bins are of interval, reviews and lapses, and weigh by their size', () => {
    const evaluation = new Evaluation();
    for (const gap of [1, 2, 3]) evaluation.add({ ...prediction, gap });
    evaluation.add({ ...prediction, gap: 4, recalled: false });
    // 3 of 4 lie in one bin with a difference of 0.2; one differs by 0.8.
    expect(evaluation.measure().rmseBins).toBeCloseTo(Math.sqrt((3 * 0.04 + 0.64) / 4), 12);
    const others = new Evaluation();
    others.add({ ...prediction, lapses: 1, recall: 0.5 });
    others.add({ ...prediction, earlier: 9, recall: 0.5, recalled: false });
    expect(others.measure().rmseBins).toBeCloseTo(0.5, 12);
  });
});

// exp(-log loss) of FSRSBinding().evaluate of @open-spaced-repetition/binding 0.5.0 over 400 equal
// items that end with a recalled review. (Its mean over unlike items weighs newer ones more.)
test.each([
  [[3, 3], [0, 2], 0.9094932196325695],
  [[3, 3, 3], [0, 0, 2], 0.9094932196325695],
  [[1, 3, 3], [0, 0, 2], 0.7132531463573242],
  [[1, 3], [0, 2], 0.6984830064215852],
])('ratings %j after %j days are predicted as by the Rust trainer', (ratings, gaps, chance) => {
  const predict = predictor(DEFAULT_WEIGHTS);
  const seen: number[] = [];
  predict({ ratings, gaps, at: ratings.map((_, n) => n) }, ({ recall }) => seen.push(recall));
  expect(seen).toHaveLength(1);
  expect(seen[0]).toBeCloseTo(chance, 5);
});
