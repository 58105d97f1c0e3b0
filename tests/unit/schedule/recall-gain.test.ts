import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { recallGain } from '../../../src/schedule/recall-gain.js';

const card = fc.record({
  stability: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  elapsedDays: fc.nat({ max: 3000 }),
});

describe('recallGain', () => {
  it('is a difference of probabilities', () => {
    fc.assert(
      fc.property(card, (each) => {
        const gain = recallGain(each, DEFAULT_WEIGHTS);
        expect(gain).toBeGreaterThan(-1);
        expect(gain).toBeLessThan(1);
      }),
    );
  });

  it('is small for what is well remembered anyway, great for what is being forgotten', () => {
    const gain = (stability: number, elapsedDays: number) =>
      recallGain({ stability, difficulty: 5, elapsedDays }, DEFAULT_WEIGHTS);
    expect(gain(2000, 100)).toBeLessThan(0.02);
    expect(gain(20, 40)).toBeGreaterThan(0.1);
    expect(gain(20, 40)).toBeGreaterThan(gain(200, 40));
  });
});
