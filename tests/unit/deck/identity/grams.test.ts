import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCandidates } from '../../../../src/deck/identity/candidates.js';
import { dice, diceBound, gramsOf } from '../../../../src/deck/identity/grams.js';

const words = fc
  .array(fc.constantFrom('key', 'value', 'cache', 'grows', 'fast', 'แคช', '缓存', '🤖'), {
    maxLength: 12,
  })
  .map((list) => list.join(' '));

describe('the Dice coefficient', () => {
  test('is that of the published example', () => {
    // Bigrams in the literature, trigrams with a blank at the ends here: n-i-g, i-g-h, … by hand.
    expect(dice(gramsOf('night'), gramsOf('nacht'))).toBeCloseTo((2 * 1) / 10);
  });

  test('counts repeats, and no case', () => {
    expect(dice(gramsOf('aaaa'), gramsOf('aaaa'))).toBe(1);
    expect(dice(gramsOf('aaaaaaaa'), gramsOf('aaaa'))).toBeLessThan(1);
    expect(dice(gramsOf('Key Cache'), gramsOf('key cache'))).toBe(1);
  });

  test('lies within 0..1 and its bound, is symmetric, and 1 for equal texts', () => {
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [x, y] = [gramsOf(a), gramsOf(b)];
        const likeness = dice(x, y);
        expect(likeness).toBe(dice(y, x));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(diceBound(x, y));
        if (a === b && a !== '') expect(likeness).toBe(1);
        if (a === '') expect(likeness).toBe(0);
      }),
    );
  });
});

describe('candidates', () => {
  test('miss no pair that is alike enough', () => {
    const texts = fc.array(words, { minLength: 1, maxLength: 8 });
    const least = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(texts, texts, least, (olds, news, enough) => {
        const [a, b] = [olds.map(gramsOf), news.map(gramsOf)];
        const found = findCandidates(a, b, enough);
        a.forEach((x, i) => {
          b.forEach((y, j) => {
            if (dice(x, y) >= enough) expect(found?.[i]).toContain(j);
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  test('are few among texts that are not alike', () => {
    const texts = Array.from({ length: 300 }, (_, n) => gramsOf(`${n * 7919} ${n * 104_729}`));
    const found = findCandidates(texts, texts, 0.9) ?? [];
    expect(found.flat().length).toBeLessThan(texts.length * 20);
  });

  test('are not looked for where too many texts are alike', () => {
    const same = Array.from({ length: 8_000 }, () => gramsOf('the very same text'));
    expect(findCandidates(same, same, 0.6)).toBeNull();
  });

  test('are not looked for in too much text', () => {
    const long = gramsOf('lorem ipsum '.repeat(800));
    expect(findCandidates([long], Array(500).fill(long), 0.6)).toBeNull();
  });
});
