import { closest, distance } from 'fastest-levenshtein';

/** Returns the word most like a mistyped one, without case; null where none is near. */
export function nearest(typed: string, words: readonly string[]): string | null {
  if (words.length === 0) return null;
  const folded = typed.toLowerCase();
  const near = closest(
    folded,
    words.map((word) => word.toLowerCase()),
  );
  const isNear = distance(folded, near) <= Math.max(2, typed.length / 3);
  return isNear ? (words.find((word) => word.toLowerCase() === near) ?? null) : null;
}
