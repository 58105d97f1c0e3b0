import type { Grams } from './grams.js';

/** More trigrams than this in one comparison, or more look-ups, are not worth the time. */
const MAX_GRAMS = 4_000_000;
const MAX_VISITS = 20_000_000;

/**
 * Gives for each of `olds` the places in `news` of the texts that may be alike
 * by `least` (0..1) or more; none is missed. Gives null where there are so many,
 * so alike, that it would take too long to tell.
 *
 * Two texts with a Dice coefficient of d share at least d / (2 - d) of the
 * trigrams of either. So of one's trigrams, rarest first, the other has one of
 * the first 1 - d / (2 - d): only these are looked up ("prefix filtering",
 * Chaudhuri, Ganti and Kaushik 2006).
 */
export function findCandidates(
  olds: readonly Grams[],
  news: readonly Grams[],
  least: number,
): number[][] | null {
  const size = (texts: readonly Grams[]) => texts.reduce((sum, grams) => sum + grams.length, 0);
  if (size(olds) + size(news) > MAX_GRAMS) return null;
  const holders = indexGrams(news);
  const found: number[][] = [];
  let visits = 0;
  for (const grams of olds) {
    const places = new Set<number>();
    for (const rare of rarestOf(grams, holders, least)) {
      for (const place of rare) places.add(place);
      visits += rare.length;
    }
    if (visits > MAX_VISITS) return null;
    found.push([...places]);
  }
  return found;
}

function indexGrams(texts: readonly Grams[]): Map<number, number[]> {
  const holders = new Map<number, number[]>();
  texts.forEach((grams, place) => {
    for (const gram of grams) {
      const holding = holders.get(gram);
      if (holding === undefined) holders.set(gram, [place]);
      else if (holding.at(-1) !== place) holding.push(place);
    }
  });
  return holders;
}

function rarestOf(
  grams: Grams,
  holders: ReadonlyMap<number, readonly number[]>,
  least: number,
): (readonly number[])[] {
  const holding = Array.from(grams, (gram) => holders.get(gram) ?? []);
  const shared = Math.max(1, Math.ceil((least / (2 - least)) * grams.length));
  return holding.sort((a, b) => a.length - b.length).slice(0, grams.length - shared + 1);
}
