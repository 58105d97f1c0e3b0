import { expect, test } from 'vitest';
import { clamp, meanOf, sumOf } from '../../../src/schedule/arithmetic.js';

test('clamp gives the value between the bounds, and the nearer bound outside them', () => {
  expect([-1, 0.3, 2].map((value) => clamp(value, 0, 1))).toEqual([0, 0.3, 1]);
});

test('sum and mean of numbers, and of none', () => {
  expect(sumOf(Float64Array.of(1, 2, 6))).toBe(9);
  expect(meanOf([1, 2, 6])).toBe(3);
  expect([sumOf([]), meanOf([])]).toEqual([0, 0]);
});
