import { distance } from 'fastest-levenshtein';

/** Returns the word most like a mistyped one, without case; null where none is near. */
export function nearest(typed: string, words: readonly string[]): string | null {
  return nearestFew(typed, words, 1)[0] ?? null;
}

/** Returns at most so many of the words that are near to a mistyped one, the nearest first. */
export function nearestFew(typed: string, words: readonly string[], most: number): string[] {
  const folded = typed.toLowerCase();
  const limit = Math.max(2, typed.length / 3);
  return words
    .map((word) => ({ word, far: distance(folded, word.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far)
    .slice(0, most)
    .map(({ word }) => word);
}
