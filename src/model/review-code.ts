import type { ReviewKind } from './event.js';
import type { Rating } from './rating.js';

/** Number of each kind within a review's code. */
export const KIND_NUMBERS: Readonly<Record<ReviewKind, number>> = {
  learn: 0,
  review: 1,
  relearn: 2,
  cram: 3,
};

/**
 * Returns a review's rating and kind as one number: rating + 8 × kind. The code
 * 0 is a "forget": it makes the card new again, and counts as no review.
 */
export function reviewCode(kind: ReviewKind, rating: Rating): number {
  return rating + 8 * KIND_NUMBERS[kind];
}

/** Returns the rating in a review's code, 1..4; 0 for a "forget". */
export function ratingOfCode(code: number): number {
  return code & 7;
}

/** Returns the number of the kind in a review's code; see `KIND_NUMBERS`. */
export function kindOfCode(code: number): number {
  return code >> 3;
}
