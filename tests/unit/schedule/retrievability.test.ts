import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { retrievability } from '../../../src/schedule/retrievability.js';

const at = (days: number, stability: number, weights = DEFAULT_WEIGHTS) =>
  retrievability({ stability, lastAt: 0 }, { now: days * DAY_MS }, weights);

describe('retrievability', () => {
  it('of a new card is unknown', () => {
    expect(retrievability(NEW_MEMORY, { now: 5 }, DEFAULT_WEIGHTS)).toBeNull();
  });

  it('is 90 % when as many days have passed as the stability says', () => {
    expect(at(12, 12)).toBeCloseTo(0.9, 7);
    expect(at(8, 8.2956)).toBeCloseTo(0.9024733, 7);
  });

  it('falls within a day, counting time and not dates', () => {
    expect(at(0.25, 1)).toBeLessThan(1);
    expect(at(0.5, 1)).toBeLessThan(at(0.25, 1)!);
  });

  it('is 1, not more, when the clock ran backwards', () => {
    expect(at(-3, 5)).toBe(1);
  });

  it('holds the decay to the bounds of the scheduler', () => {
    const withDecay = (decay: number) => at(10, 5, [...DEFAULT_WEIGHTS.slice(0, 20), decay]);
    expect(withDecay(0)).toBe(withDecay(0.1));
    expect(withDecay(7)).toBe(withDecay(0.8));
    expect(withDecay(0.1)).not.toBe(withDecay(0.8));
  });

  it('stays within 0..1 and never rises with time', () => {
    const days = fc.double({ min: 0, max: 1e5, noNaN: true });
    const stability = fc.double({ min: 0.001, max: 36_500, noNaN: true });
    fc.assert(
      fc.property(days, days, stability, (a, b, s) => {
        const [early, late] = [at(Math.min(a, b), s)!, at(Math.max(a, b), s)!];
        expect(early).toBeLessThanOrEqual(1);
        expect(late).toBeGreaterThan(0);
        expect(late).toBeLessThanOrEqual(early);
      }),
    );
  });
});
