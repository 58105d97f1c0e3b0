import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlookOf } from '../../../src/plan/outlook.js';

test('what is expected is the mean, within its interval', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }),
      (recalls) => {
        const { expected, low, high, chance } = outlookOf(recalls, {
          target: 0.8,
          ahead: 0.5,
          other: 0.4,
        });
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

test('the more is still to come the less sure it is', () => {
  const recalls = [0.6, 0.7, 0.75, 0.8];
  const [near, far] = [0, 1].map((ahead) => outlookOf(recalls, { target: 1, ahead, other: 0.4 }));
  expect(far!.high - far!.low).toBeGreaterThan(near!.high - near!.low);
});

test('is longer downwards far ahead, and about as the people are at the end', () => {
  const recalls = Array.from({ length: 21 }, (_, n) => 0.4 + n / 100);
  const far = outlookOf(recalls, { target: 1, ahead: 1, other: 0.4 });
  expect(0.42 - far.low).toBeGreaterThan(0.04);
  expect(0.42 - far.low).toBeLessThan(0.2);
  expect(far.high - 0.58).toBeLessThan(0.06);
  const near = outlookOf(recalls, { target: 1, ahead: 0, other: 0.4 });
  expect(near.low).toBeGreaterThan(0.37);
  expect(near.high).toBeLessThan(0.6);
});

test('reaches to all of it where a few may know all', () => {
  const recalls = [0.3, 0.9, 0.99, 0.999, 0.9999];
  expect(outlookOf(recalls, { target: 1, ahead: 1, other: 0.4 }).high).toBe(1);
  expect(outlookOf([0.3, 0.9, 0.95], { target: 1, ahead: 1, other: 0.4 }).high).toBeLessThan(0.99);
});

test('of people who all know nearly everything leaves room for less and for more', () => {
  const { low, high } = outlookOf([0.985, 0.985, 0.985], { target: 1, ahead: 0, other: 0.4 });
  expect(low).toBeLessThanOrEqual(0.97);
  expect(high).toBeGreaterThanOrEqual(0.987);
});

test('begins no higher than at 0.98: an answer may always slip', () => {
  const { low, expected } = outlookOf([0.999, 1, 1], { target: 1, ahead: 0, other: 0 });
  expect(low).toBe(0.98);
  expect(expected).toBeGreaterThan(0.99);
});

test('is narrower where reviews show memory to be as FSRS has it', () => {
  for (const recalls of [
    [0.5, 0.6, 0.7, 0.8],
    [0.955, 0.96, 0.965],
  ]) {
    const [fsrs, unknown, not] = [0, 0.4, 1].map((other) =>
      outlookOf(recalls, { target: 1, ahead: 0.2, other }),
    );
    expect(fsrs!.low).toBeGreaterThan(unknown!.low + 0.002);
    expect(unknown!.low).toBeGreaterThan(not!.low + 0.002);
    expect(fsrs!.high).toBe(not!.high);
  }
});
