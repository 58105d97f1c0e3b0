import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/model/settings.js';
import type { ReviewLog } from '../../../../src/schedule/fit/card-days.js';
import { DEFAULT_LEARNER, type Learner } from '../../../../src/schedule/fit/learner.js';
import { learnerOf } from '../../../../src/schedule/fit/learner-of.js';

const REVIEW = 1 * 8;
const CRAM = 3 * 8;
const FORGET = 0;

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

describe('learnerOf', () => {
  const many = (...rows: (readonly [number, number, number, number])[]) =>
    Array.from({ length: 200 }, (_, n) =>
      rows.map(([card, ...rest]) => [10 * n + card, ...rest] as const),
    ).flat();

  test('of nothing is what is usual, with the weights given', () => {
    const weights = DEFAULT_WEIGHTS.map((weight) => weight / 2);
    const { newSeconds, hitSeconds, missSeconds, recallRating } = DEFAULT_LEARNER;
    expect(learnerOf(logOf([]), weights)).toMatchObject({
      weights,
      newSeconds,
      hitSeconds,
      missSeconds,
      recallRating: recallRating.map((chance) => expect.closeTo(chance, 9)),
    });
  });

  test("takes a card's day as one review: its first rating and all its seconds", () => {
    const rows = many([1, 100, 1, 50], [1, 100, 3, 25], [1, 100, 3, 15]);
    const { newSeconds, firstRating } = learn(...rows);
    expect(newSeconds).toBeCloseTo(90, 0);
    expect(firstRating[0]).toBeGreaterThan(0.97);
  });

  test('tells new cards, hits and misses apart', () => {
    const rows = many(
      [1, 100, 3, 60],
      [1, 101, REVIEW + 4, 8],
      [1, 105, REVIEW + 1, 90],
      [1, 108, REVIEW + 4, 8],
    );
    const { newSeconds, hitSeconds, missSeconds, recallRating } = learn(...rows);
    expect(newSeconds).toBeCloseTo(60, -1);
    expect(hitSeconds).toBeCloseTo(8, -1);
    expect(missSeconds).toBeCloseTo(90, -1);
    expect(recallRating[2]).toBeGreaterThan(0.9);
  });

  test('leaves cramming out, and counts no answer for more than five minutes', () => {
    expect(learn([1, 100, CRAM + 1, 500])).toEqual(learn());
    expect(learn([1, 100, 3, 4000])).toEqual(learn([1, 100, 3, 300]));
  });

  test('sees a card that was forgotten as new again', () => {
    const rows = many([1, 100, 3, 50], [1, 120, FORGET, 0], [1, 120, 1, 50]);
    // Half of their first ratings are Again, and none of the reviews is of an old card.
    expect(learn(...rows).firstRating[0]).toBeCloseTo(0.5, 1);
    expect(learn(...rows).newSeconds).toBeCloseTo(50, 0);
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
