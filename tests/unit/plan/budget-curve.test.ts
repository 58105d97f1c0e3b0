import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { minutesFor } from '../../../src/plan/budget-curve.js';

const CURVE = [
  { minutes: 10, expected: 0.5 },
  { minutes: 20, expected: 0.8 },
  { minutes: 40, expected: 0.9 },
];

describe('minutesFor', () => {
  test('lies between two points in proportion', () => {
    expect(minutesFor(CURVE, 0.65)).toBeCloseTo(15, 9);
    expect(minutesFor(CURVE, 0.8)).toBe(20);
  });

  test('is the least that was asked about, or nothing', () => {
    expect(minutesFor(CURVE, 0.3)).toBe(10);
    expect(minutesFor(CURVE, 0.95)).toBeNull();
    expect(minutesFor([], 0.5)).toBeNull();
  });

  test('rises with the recall asked for', () => {
    const recall = fc.double({ min: 0, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(recall, recall, (a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        expect(minutesFor(CURVE, low)!).toBeLessThanOrEqual(minutesFor(CURVE, high)!);
      }),
    );
  });
});
