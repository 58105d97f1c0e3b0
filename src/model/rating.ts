/** How well a card was recalled: 1 Again, 2 Hard, 3 Good, 4 Easy. */
export type Rating = 1 | 2 | 3 | 4;

export const RATINGS: readonly Rating[] = [1, 2, 3, 4];

export const RATING_NAMES: Readonly<Record<Rating, string>> = {
  1: 'Again',
  2: 'Hard',
  3: 'Good',
  4: 'Easy',
};

/**
 * Reads a rating as a person types it: its number or its name, in any case.
 * Returns undefined for anything else.
 */
export function parseRating(text: string): Rating | undefined {
  const wanted = text.trim().toLowerCase();
  return RATINGS.find(
    (rating) => String(rating) === wanted || RATING_NAMES[rating].toLowerCase() === wanted,
  );
}
