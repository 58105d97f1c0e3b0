/** The trigrams of a text, sorted: each is its three UTF-16 units in one number. */
export type Grams = Float64Array;

/** Beyond this many characters nothing new is learnt about how alike two texts are. */
const MAX_LENGTH = 10_000;
const UNIT = 0x10000;

/** Gives the trigrams of a text without case, one blank put around it; none for no text. */
export function gramsOf(text: string): Grams {
  const padded = ` ${text.slice(0, MAX_LENGTH).toLowerCase()} `;
  const grams = new Float64Array(padded.length - 2);
  for (let i = 0; i < grams.length; i++) {
    const [a, b, c] = [padded.charCodeAt(i), padded.charCodeAt(i + 1), padded.charCodeAt(i + 2)];
    grams[i] = (a * UNIT + b) * UNIT + c;
  }
  return grams.sort();
}

/**
 * Gives the Dice coefficient of two sets of trigrams, repeats counted: twice
 * what they share over what they have, 0..1 (Dice 1945; Sørensen 1948). Two
 * empty ones share nothing: 0.
 */
export function dice(a: Grams, b: Grams): number {
  const total = a.length + b.length;
  if (total === 0) return 0;
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return (2 * shared) / total;
}

/** Gives the most that `dice` could be for texts with that many trigrams, 0..1. */
export function diceBound(a: Grams, b: Grams): number {
  const total = a.length + b.length;
  return total === 0 ? 0 : (2 * Math.min(a.length, b.length)) / total;
}
