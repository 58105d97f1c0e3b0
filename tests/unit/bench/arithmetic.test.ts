import { describe, expect, test } from 'vitest';
import { exponent, judge, median, percentile } from '../../../bench/arithmetic.mjs';

describe('percentile', () => {
  test('is the smallest value that the share of all does not exceed', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(percentile(values, 0.99)).toBe(99);
    expect(percentile(values, 1)).toBe(100);
    expect(percentile([7], 0.99)).toBe(7);
  });

  test('of a half is the median, the lower one of two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 3, 2])).toBe(2);
  });

  test('leaves the samples as they are', () => {
    const samples = [3, 1, 2];
    median(samples);
    expect(samples).toEqual([3, 1, 2]);
  });

  test('refuses to make something of nothing', () => {
    expect(() => percentile([], 0.5)).toThrow('nothing');
  });
});

describe('exponent', () => {
  const points = (cost: (size: number) => number) =>
    [1_000, 10_000, 100_000].map((size) => ({ size, cost: cost(size) }));

  test('is 0 for what is flat, 1 for what is linear, 2 for squares', () => {
    expect(exponent(points(() => 5))).toBeCloseTo(0);
    expect(exponent(points((size) => 3 * size))).toBeCloseTo(1);
    expect(exponent(points((size) => size ** 2 / 7))).toBeCloseTo(2);
  });

  test('is unknown for one size', () => {
    expect(exponent([{ size: 1, cost: 1 }])).toBeNull();
  });
});

describe('judge', () => {
  const samples = { due: [10, 30, 20], node: [10, 11, 9] };

  test('holds the median against the median of the limit', () => {
    const row = { name: 'due', taken: 'due', limit: 'node', goal: 2 };
    expect(judge(row, samples)).toMatchObject({ value: 20, limit: 10, ratio: 2, met: true });
    expect(judge({ ...row, goal: 1.9 }, samples).met).toBe(false);
  });

  test('holds the value itself against the goal where there is no limit', () => {
    const row = { name: 'key', taken: 'due', statistic: 'p99', goal: 29, unit: 'ms' };
    expect(judge(row, samples)).toMatchObject({ value: 30, limit: null, ratio: null, met: false });
  });
});
