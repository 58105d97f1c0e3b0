import { gramsOf } from './grams.js';

/** More pairs than this, or more looking up for them, are not worth the time. */
const MAX_PAIRS = 1_000_000;
const MAX_VISITS = 150_000_000;

/** How alike each old text is to each new one, 0..1. */
export type Likenesses = (old: number, fresh: number) => number;

/**
 * Compares every old text with every new one. Returns null where there are so
 * many, so alike, that it would take too long.
 *
 * The likeness is the Dice coefficient of the texts' trigrams, repeats counted:
 * twice what they share over what they have (Dice 1945; Sørensen 1948).
 */
export function compareAll(
  oldTexts: readonly string[],
  newTexts: readonly string[],
): Likenesses | null {
  if (oldTexts.length * newTexts.length > MAX_PAIRS) return null;
  // The shorter list is indexed, to keep the index small; the other passes by it.
  if (oldTexts.length <= newTexts.length) {
    const table = compareWith(oldTexts, newTexts);
    return table && ((old, fresh) => table[fresh * oldTexts.length + old] ?? 0);
  }
  const table = compareWith(newTexts, oldTexts);
  return table && ((old, fresh) => table[old * newTexts.length + fresh] ?? 0);
}

/** Returns the likenesses of each of the many to all of the few, row by row. */
function compareWith(few: readonly string[], many: readonly string[]): Float32Array | null {
  const { holders, sizes } = indexGrams(few);
  const table = new Float32Array(few.length * many.length);
  let visits = 0;
  for (const [row, text] of many.entries()) {
    const grams = gramsOf(text);
    const shared = table.subarray(row * few.length, (row + 1) * few.length);
    for (const gram of grams) {
      const holding = holders.get(gram) ?? [];
      visits += holding.length;
      for (const holder of holding) shared[holder] = (shared[holder] ?? 0) + 1;
    }
    if (visits > MAX_VISITS) return null;
    sizes.forEach((size, holder) => {
      const common = shared[holder] ?? 0;
      if (common > 0) shared[holder] = (2 * common) / (grams.length + size);
    });
  }
  return table;
}

/** Says how alike two texts are, 0..1: what `compareAll` says of them. */
export function likenessOf(one: string, other: string): number {
  const grams = gramsOf(one);
  const others = new Set(gramsOf(other));
  let common = 0;
  for (const gram of grams) if (others.has(gram)) common++;
  return common === 0 ? 0 : (2 * common) / (grams.length + others.size);
}

/** Returns for each trigram the places of the texts that have it, and each text's number of them. */
function indexGrams(texts: readonly string[]) {
  const holders = new Map<number, number[]>();
  const sizes = texts.map((text, place) => {
    const grams = gramsOf(text);
    for (const gram of grams) {
      const holding = holders.get(gram);
      if (holding === undefined) holders.set(gram, [place]);
      else holding.push(place);
    }
    return grams.length;
  });
  return { holders, sizes };
}
