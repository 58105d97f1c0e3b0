import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import type { ReviewLog } from '../../../src/plan/card-days.js';
import { DEFAULT_LEARNER, type Learner } from '../../../src/plan/learner.js';
import { learnerOf } from '../../../src/plan/learner-of.js';

const REVIEW = 1 * 8;
const CRAM = 3 * 8;
const FORGET = 0;
/** As many observations as the defaults are worth. */
const PRIOR = 30;

/** Rows of card, day, code and seconds as a log. */
function logOf(rows: readonly (readonly [number, number, number, number])[]): ReviewLog {
  return {
    length: rows.length,
    card: rows.map(([card]) => card),
    day: rows.map(([, day]) => day),
    code: rows.map(([, , code]) => code),
    durationMs: rows.map(([, , , seconds]) => seconds * 1000),
  };
}
const learn = (...rows: (readonly [number, number, number, number])[]): Learner =>
  learnerOf(logOf(rows), DEFAULT_WEIGHTS);
const shrunk = (sum: number, count: number, prior: number) =>
  (sum + PRIOR * prior) / (count + PRIOR);

describe('learnerOf', () => {
  test('of nothing is a person of whom nothing is known, with their own weights', () => {
    const weights = DEFAULT_WEIGHTS.map((weight) => weight / 2);
    expect(learnerOf(logOf([]), weights)).toMatchObject({
      ...DEFAULT_LEARNER,
      weights,
      firstRating: DEFAULT_LEARNER.firstRating.map((chance) => expect.closeTo(chance, 9)),
      recallRating: DEFAULT_LEARNER.recallRating.map((chance) => expect.closeTo(chance, 9)),
    });
  });

  test("takes a card's day as one review: its first rating and all its seconds", () => {
    const { newSeconds, firstRating, hitSeconds } = learn(
      [7, 100, 1, 30],
      [7, 100, 3, 10],
      [7, 100, 3, 5],
    );
    expect(newSeconds).toBeCloseTo(shrunk(45, 1, 45), 9);
    expect(firstRating[0]).toBeCloseTo(shrunk(1, 1, DEFAULT_LEARNER.firstRating[0]), 9);
    expect(hitSeconds).toBe(DEFAULT_LEARNER.hitSeconds);
  });

  test('tells new cards, hits and misses apart', () => {
    const { newSeconds, hitSeconds, missSeconds, recallRating } = learn(
      [1, 100, 3, 60],
      [1, 101, REVIEW + 4, 8],
      [1, 105, REVIEW + 1, 90],
    );
    expect(newSeconds).toBeCloseTo(shrunk(60, 1, 45), 9);
    expect(hitSeconds).toBeCloseTo(shrunk(8, 1, 20), 9);
    expect(missSeconds).toBeCloseTo(shrunk(90, 1, 40), 9);
    expect(recallRating[2]).toBeCloseTo(shrunk(1, 1, DEFAULT_LEARNER.recallRating[2]), 9);
  });

  test('leaves cramming out, and counts no answer for more than five minutes', () => {
    expect(learn([1, 100, CRAM + 1, 500])).toEqual(learn());
    expect(learn([1, 100, 3, 4000])).toEqual(learn([1, 100, 3, 300]));
  });

  test('sees a card that was forgotten as new again', () => {
    const { newSeconds, hitSeconds } = learn([1, 100, 3, 50], [1, 120, FORGET, 0], [1, 120, 3, 70]);
    expect(newSeconds).toBeCloseTo(shrunk(120, 2, 45), 9);
    expect(hitSeconds).toBe(20);
  });

  test('has chances that sum to 1 and times between what was seen and the defaults', () => {
    const row = fc.tuple(
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(FORGET, 1, 2, 3, 4, REVIEW + 1, REVIEW + 3, CRAM + 2),
      fc.integer({ min: 0, max: 1000 }),
    );
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const inOrder = [...rows].sort(([, a], [, b]) => a - b);
        const { firstRating, recallRating, ...times } = learn(...inOrder);
        for (const chances of [firstRating, recallRating]) {
          expect(chances.reduce((sum: number, chance) => sum + chance, 0)).toBeCloseTo(1, 9);
        }
        for (const seconds of [times.newSeconds, times.hitSeconds, times.missSeconds]) {
          expect(seconds).toBeGreaterThan(0);
        }
      }),
    );
  });
});
