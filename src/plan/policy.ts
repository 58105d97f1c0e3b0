import type { Memories } from './memories.js';

/** A day of a preparation as a policy sees it. */
export interface PlanDay {
  /** Days since the preparation began; sessions are on whole days. */
  readonly day: number;
  /** The deadline on the same scale, a real number. */
  readonly deadline: number;
  /** Seconds to spend today at most. */
  readonly seconds: number;
  /** Seconds of a whole later day. */
  readonly secondsPerDay: number;
  /** The part of that which each day has, 0..1, by `day`; all of it where nothing is said. */
  readonly shares?: readonly number[] | undefined;
}

/** A way to choose each day's reviews. Made anew for each preparation: it may remember. */
export interface Policy {
  /**
   * Gives the cards to review on a day, in order; what does not fit the day's
   * seconds is not reached. `memories` are as the scheduler believes them.
   */
  choose(memories: Memories, today: PlanDay): readonly number[];
  /** Told of each review made, with what it took: a policy may learn from it. */
  note?(review: NotedReview): void;
}

/** A review as a policy is told of it. */
export interface NotedReview extends TimedReview {
  readonly card: number;
  /** The day of the preparation. */
  readonly day: number;
}

/** A review, by what of it tells a person's pace and ratings. */
export interface TimedReview {
  /** Was the card new? */
  readonly isFirst: boolean;
  /** The rating reported, 1..4. */
  readonly rating: number;
  readonly seconds: number;
}
