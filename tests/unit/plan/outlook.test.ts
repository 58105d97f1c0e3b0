import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlookOf } from '../../../src/plan/outlook.js';
import { meanOf } from '../../../src/schedule/arithmetic.js';

const outlook = (recalls: readonly number[], target = 1, expected = meanOf(recalls)) =>
  outlookOf(recalls, target, expected);

test('what is expected is the mean, within its interval', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
      (recalls) => {
        const { expected, low, high, chance } = outlook(recalls, 0.8);
        expect(low).toBeLessThanOrEqual(expected);
        expect(high).toBeGreaterThanOrEqual(expected);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(1);
        expect(chance).toBeCloseTo(
          recalls.filter((recall) => recall >= 0.8).length / recalls.length,
          12,
        );
      },
    ),
  );
});

test('the interval is a little wider than four of five people lie apart', () => {
  const recalls = Array.from({ length: 21 }, (_, n) => 0.4 + n / 100);
  const { low, high } = outlook(recalls);
  expect(low).toBeLessThan(0.42);
  expect(low).toBeGreaterThan(0.39);
  expect(high).toBeGreaterThan(0.57);
  expect(high).toBeLessThan(0.61);
});

test('reaches to all of it where a few may know all', () => {
  expect(outlook([0.3, 0.9, 0.99, 0.999, 0.9999]).high).toBe(1);
  expect(outlook([0.3, 0.9, 0.95]).high).toBeLessThan(0.99);
});

test('begins no higher than at 0.98, whatever people know: an answer may always slip', () => {
  const { low, high, expected } = outlook([0.998, 0.999, 1, 1]);
  expect(low).toBe(0.98);
  expect(high).toBe(1);
  expect(expected).toBeGreaterThan(0.99);
});

test('the interval moves with what is expected', () => {
  const recalls = Array.from({ length: 21 }, (_, n) => 0.4 + n / 100);
  const [as, more] = [outlook(recalls), outlook(recalls, 1, 0.55)];
  expect(more.expected).toBe(0.55);
  expect(more.low - as.low).toBeCloseTo(0.05, 2);
  expect(more.high - as.high).toBeCloseTo(0.05, 2);
});
