import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const take = (seed: number, count: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

test('gives the same numbers for the same seed, each from 0 up to but not 1', () => {
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), (seed) => {
      const numbers = take(seed, 20);
      expect(take(seed, 20)).toEqual(numbers);
      expect(numbers.every((number) => number >= 0 && number < 1)).toBe(true);
    }),
  );
});

test('gives other numbers for another seed, spread evenly', () => {
  expect(take(1, 5)).not.toEqual(take(2, 5));
  const tenths = new Array<number>(10).fill(0);
  for (const number of take(7, 10_000)) tenths[Math.floor(number * 10)]! += 1;
  expect(Math.min(...tenths)).toBeGreaterThan(900);
  expect(Math.max(...tenths)).toBeLessThan(1100);
});
