/** Longer runs of letters are no words, but text of a script without spaces, or an address. */
const MAX_WORD = 16;

/** A word or number of a text, or where letters run on without a space three of them. */
export interface Piece {
  /** Places of the new texts that hold it. */
  readonly places: number[];
  /** How much it tells one text from another: 0 where all hold it. */
  readonly weight: number;
}

/** The pieces of old and new texts, each of a text once. */
export interface Pieces {
  readonly oldTexts: readonly (readonly Piece[])[];
  readonly newTexts: readonly (readonly Piece[])[];
}

/**
 * Takes old and new texts apart, without case. What a piece weighs is the
 * logarithm of all texts over those that hold it (inverse document frequency;
 * Spärck Jones 1972).
 */
export function takeApart(oldTexts: readonly string[], newTexts: readonly string[]): Pieces {
  const known = new Map<string, { readonly places: number[]; texts: number; weight: number }>();
  const read = (text: string, place: number | null) =>
    Array.from(wordsOf(text), (word) => {
      const piece = known.get(word) ?? { places: [], texts: 0, weight: 0 };
      if (piece.texts++ === 0) known.set(word, piece);
      if (place !== null) piece.places.push(place);
      return piece;
    });
  const pieces = {
    oldTexts: oldTexts.map((text) => read(text, null)),
    newTexts: newTexts.map((text, place) => read(text, place)),
  };
  const all = oldTexts.length + newTexts.length;
  for (const piece of known.values()) piece.weight = Math.log(all / piece.texts);
  return pieces;
}

function wordsOf(text: string): Set<string> {
  const pieces = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/\p{N}+|[\p{L}\p{M}]+/gu)) {
    if (word.length <= MAX_WORD) pieces.add(word);
    else for (let at = 0; at + 3 <= word.length; at++) pieces.add(word.slice(at, at + 3));
  }
  return pieces;
}
