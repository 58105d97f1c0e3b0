import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  DAY_SCALE,
  DIFFICULTY_SCALE,
  histogram,
  PROBABILITY_SCALE,
} from '../../../src/stats/histogram.js';

test('counts a value into the bin that it begins', () => {
  const { bins, mean, median, count } = histogram(Float64Array.of(21, 20.9, 4, 1000), DAY_SCALE);
  const filled = bins.filter((bin) => bin.count > 0);
  expect(filled).toEqual([
    { from: 4, to: 7, count: 1 },
    { from: 14, to: 21, count: 1 },
    { from: 21, to: 30, count: 1 },
    { from: 730, to: null, count: 1 },
  ]);
  expect([count, median]).toEqual([4, 20.95]);
  expect(mean).toBeCloseTo(261.475);
});

test('puts the end of a scale into its last bin', () => {
  expect(histogram(Float64Array.of(10), DIFFICULTY_SCALE).bins.at(-1)?.count).toBe(1);
  expect(histogram(Float64Array.of(1), PROBABILITY_SCALE).bins.at(-1)?.count).toBe(1);
});

test('says nothing of nothing', () => {
  expect(histogram(new Float64Array(0), DAY_SCALE)).toMatchObject({
    count: 0,
    mean: null,
    median: null,
  });
});

test('counts every value once', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 5000, noNaN: true })), (values) => {
      const { bins, count } = histogram(Float64Array.from(values), DAY_SCALE);
      expect(count).toBe(values.length);
      for (const { from, to, count } of bins) {
        const inside = values.filter((value) => value >= from && (to === null || value < to));
        expect(count).toBe(inside.length);
      }
    }),
  );
});
