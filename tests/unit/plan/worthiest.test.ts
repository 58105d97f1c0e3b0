import fc from 'fast-check';
import { expect, test } from 'vitest';
import { worthiest } from '../../../src/plan/worthiest.js';

test('are the first of all cards in order of worth', () => {
  const worths = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true }), { maxLength: 300 });
  fc.assert(
    fc.property(worths, fc.integer({ min: 0, max: 310 }), (worths, most) => {
      const worth = Float64Array.from(worths);
      const cards = worths.map((_, card) => card);
      const inOrder = [...cards].sort((a, b) => worth[b]! - worth[a]! || a - b);
      const chosen = worthiest(cards, worth, most);
      expect(chosen.length).toBeGreaterThanOrEqual(Math.min(most, cards.length));
      expect(chosen).toEqual(inOrder.slice(0, chosen.length));
    }),
  );
});
