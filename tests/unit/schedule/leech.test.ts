import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { isUnlikely, lapseProbability } from '../../../src/schedule/leech.js';
import { CARD, configWith, FIRST_DAY } from './samples.js';

const lapses = fc.integer({ min: 0, max: 40 });
const mean = fc.double({ min: 0, max: 30, noNaN: true });

/** The chance of at least k successes of independent trials, exactly. */
function exactTail(k: number, chances: readonly number[]): number {
  let odds = [1];
  for (const p of chances) {
    odds = [...odds, 0].map((value, i) => value * (1 - p) + (odds[i - 1] ?? 0) * p);
  }
  return odds.slice(k).reduce((sum, value) => sum + value, 0);
}

describe('lapseProbability', () => {
  it('is the upper tail of the Poisson distribution', () => {
    expect(lapseProbability(0, 3)).toBe(1);
    expect(lapseProbability(1, 0.5)).toBeCloseTo(1 - Math.exp(-0.5), 12);
    // Tables: P(X >= 4 | 0.8233) = 1 %, P(X >= 3 | 1) = 8.03 %.
    expect(lapseProbability(4, 0.8233)).toBeCloseTo(0.01, 5);
    expect(lapseProbability(3, 1)).toBeCloseTo(0.0803, 4);
  });

  it('falls with more lapses and rises with more expected', () => {
    fc.assert(
      fc.property(lapses, mean, fc.double({ min: 0, max: 5, noNaN: true }), (k, m, more) => {
        const p = lapseProbability(k, m);
        expect(p).toBeGreaterThanOrEqual(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(lapseProbability(k + 1, m)).toBeLessThanOrEqual(p);
        expect(lapseProbability(k, m + more)).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  it('is never below the exact chance once the lapses are beyond the mean', () => {
    const chances = fc.array(fc.double({ min: 0.01, max: 0.5, noNaN: true }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(chances, fc.integer({ min: 1, max: 6 }), (ps, beyond) => {
        const expected = ps.reduce((sum, p) => sum + p, 0);
        const k = Math.ceil(expected) + beyond;
        expect(lapseProbability(k, expected)).toBeGreaterThanOrEqual(exactTail(k, ps) - 1e-9);
      }),
    );
  });

  it('calls no card a leech for fewer than four lapses', () => {
    expect(isUnlikely(3, 0)).toBe(false);
    expect(isUnlikely(4, 0.8)).toBe(true);
    expect(isUnlikely(4, 0.9)).toBe(false);
  });
});

describe('a card', () => {
  const config = configWith({ leechLapses: 100 });
  const review = (memory: Memory, after: number, rating: Rating) => {
    const day = studyDay((memory.lastDay ?? FIRST_DAY) + after);
    return applyReview(memory, { card: CARD, at: day * DAY_MS, day, rating }, config);
  };
  /** Lapses each time, so many days after it was relearned. */
  const lapsing = (times: number, wait: number) => {
    let memory = review(NEW_MEMORY, 0, 4);
    for (let n = 0; n < times; n++) memory = review(review(memory, wait, 1), 0, 3);
    return memory;
  };

  it('sums the chances of its lapses over reviews in review state', () => {
    const learned = review(NEW_MEMORY, 0, 4);
    expect(learned.expectedLapses).toBe(0);
    // Its first interval is of 90 % recall, within the rounding to whole days.
    const reviewed = review(learned, learned.intervalDays, 3);
    expect(reviewed.expectedLapses).toBeCloseTo(0.1, 1);
    expect(review(reviewed, 0, 3).expectedLapses).toBe(reviewed.expectedLapses);
  });

  it('is a leech when it lapses right after it was learned, not when it was left for years', () => {
    expect(lapsing(4, 1)).toMatchObject({ lapses: 4, leech: true });
    expect(lapsing(6, 3000)).toMatchObject({ lapses: 6, leech: false });
    expect(lapsing(3, 1).leech).toBe(false);
  });
});
