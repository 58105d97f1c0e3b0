import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectedWith } from '../../../src/plan/budgets.js';

describe('what is expected of minutes', () => {
  test('is what they came to, where nothing smaller came to more', () => {
    const half = (minutes: number) => minutes / (minutes + 30);
    expect(expectedWith(0, half)).toBe(0);
    expect(expectedWith(30, half)).toBe(0.5);
    expect(expectedWith(1440, half)).toBe(1440 / 1470);
  });

  test('is that of fewer minutes where these came to more', () => {
    const worse = (minutes: number) => (minutes === 20 ? 0.9 : minutes > 20 ? 0.895 : 0.5);
    expect(expectedWith(20, worse)).toBe(0.9);
    expect(expectedWith(30, worse)).toBe(0.9);
    expect(expectedWith(1440, worse)).toBe(0.9);
  });

  test('never falls, and lies between what is tried on either side', () => {
    const luck = fc.array(fc.double({ min: 0, max: 0.008, noNaN: true }), { minLength: 20 });
    fc.assert(
      fc.property(luck, fc.integer({ min: 1, max: 60 }), (noise, enough) => {
        const tried = (minutes: number) =>
          Math.min(1, minutes / enough) * 0.9 + (noise[minutes % noise.length] ?? 0);
        let before = 0;
        for (let minutes = 0; minutes <= 1440; minutes++) {
          const expected = expectedWith(minutes, tried);
          expect(expected).toBeGreaterThanOrEqual(before);
          before = expected;
        }
        expect(before).toBeLessThanOrEqual(0.908);
      }),
      { numRuns: 30 },
    );
  });

  test('takes few tries where more minutes bring much', () => {
    const asked: number[] = [];
    expectedWith(40, (minutes) => {
      asked.push(minutes);
      return minutes / 100;
    });
    expect(asked).toEqual([40, 35]);
  });
});
