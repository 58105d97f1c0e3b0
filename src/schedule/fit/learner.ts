import { DEFAULT_WEIGHTS } from '../../model/settings.js';

/** What is known of a person's memory and pace: all that planning needs of them. */
export interface Learner {
  /** The 21 weights of FSRS-6. */
  readonly weights: readonly number[];
  /** Chances of Again, Hard, Good and Easy at a card's first rating; they sum to 1. */
  readonly firstRating: readonly [number, number, number, number];
  /** Chances of Hard, Good and Easy when a card is recalled; they sum to 1. */
  readonly recallRating: readonly [number, number, number];
  /** Seconds that a new card takes on its first day, its learning steps included. */
  readonly newSeconds: number;
  /** Seconds that a review takes when the card is recalled. */
  readonly hitSeconds: number;
  /** Seconds that a review takes when it is not, its relearning steps included. */
  readonly missSeconds: number;
}

/**
 * A person of whom nothing is known. Chances of ratings are those that FSRS's
 * own simulator takes (open-spaced-repetition/fsrs-rs, `optimal_retention.rs`,
 * means over Anki's users); times are those of the task.
 */
export const DEFAULT_LEARNER: Learner = {
  weights: DEFAULT_WEIGHTS,
  firstRating: [0.24, 0.094, 0.495, 0.171],
  recallRating: [0.224, 0.631, 0.145],
  newSeconds: 45,
  hitSeconds: 20,
  missSeconds: 40,
};
