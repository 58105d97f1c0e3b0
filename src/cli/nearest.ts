import { closest, distance } from 'fastest-levenshtein';

/** Gives the name most like a mistyped word, or null where none is near. */
export function nearestName(word: string, names: readonly string[]): string | null {
  if (names.length === 0) return null;
  const near = closest(word.toLowerCase(), [...names]);
  return distance(word.toLowerCase(), near.toLowerCase()) <= Math.max(2, word.length / 3)
    ? near
    : null;
}
