import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareAll } from '../../../../src/deck/identity/compare.js';
import { gramsOf } from '../../../../src/deck/identity/grams.js';

const text = fc
  .array(fc.constantFrom('key', 'value', 'cache', 'aaaa', 'Fast', 'แคช', '缓存', '🤖'), {
    maxLength: 12,
  })
  .map((words) => words.join(' '));

/** The definition, word for word: multisets of trigrams, no hashes, no index. */
function dice(a: string, b: string): number {
  const trigrams = (of: string) => {
    const padded = ` ${of.toLowerCase()} `;
    return Array.from({ length: padded.length - 2 }, (_, i) => padded.slice(i, i + 3));
  };
  const left = trigrams(b);
  const size = trigrams(a).length + left.length;
  let shared = 0;
  for (const gram of trigrams(a)) {
    const index = left.indexOf(gram);
    if (index < 0) continue;
    left.splice(index, 1);
    shared++;
  }
  return size === 0 ? 0 : (2 * shared) / size;
}

describe('the likeness of two texts', () => {
  test('is the Dice coefficient of their trigrams, for all of both sides', () => {
    const texts = fc.array(text, { maxLength: 6 });
    fc.assert(
      fc.property(texts, texts, (oldTexts, newTexts) => {
        const likeness = compareAll(oldTexts, newTexts);
        oldTexts.forEach((old, i) => {
          newTexts.forEach((fresh, j) => {
            expect(likeness?.(i, j)).toBeCloseTo(dice(old, fresh), 6);
          });
        });
      }),
      { numRuns: 500 },
    );
  });

  test('knows no case, but repeats', () => {
    expect(compareAll(['Key Cache'], ['key cache'])?.(0, 0)).toBe(1);
    expect(compareAll(['aaaaaaaa'], ['aaaa'])?.(0, 0)).toBeCloseTo((2 * 4) / 12);
  });

  test('is looked at in the first few thousand characters', () => {
    const start = 'lorem ipsum '.repeat(400);
    expect(compareAll([`${start} one`], [`${start} two`])?.(0, 0)).toBe(1);
    expect(gramsOf('x'.repeat(1_000_000)).length).toBeLessThan(10_000);
  });

  test('is not looked for among too many texts', () => {
    const many = Array.from({ length: 2_100 }, (_, n) => `${n}`);
    expect(compareAll(many, many)).toBeNull();
  });

  test('is not looked for where too many are alike', () => {
    const long = 'the very same text, '.repeat(150);
    const many = Array.from({ length: 1_000 }, () => long);
    expect(compareAll(many, many)).toBeNull();
  });

  test('is looked for between few and many', () => {
    const many = Array.from({ length: 50_000 }, (_, n) => `${n} cards`);
    expect(compareAll(['49999 cards'], many)?.(0, 49_999)).toBe(1);
  });
});
