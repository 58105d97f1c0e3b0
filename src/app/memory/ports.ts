import type { Moment } from '../../model/moment.js';
import type { ParameterOrigin, ParameterSet } from '../../model/parameters.js';
import type { CardHistory } from '../../schedule/fit/histories.js';

/** Weights to put in force. */
export interface AdoptDraft {
  /** FSRS-6 weights; null: the defaults. */
  readonly weights: readonly number[] | null;
  readonly origin: ParameterOrigin;
  /**
   * Shall every review so far count as made under these weights? Then memory
   * and due days are computed anew; else cards go on under them from their
   * next review.
   */
  readonly reschedule: boolean;
}

/** The FSRS weights in force, and those that were. */
export interface ParameterSets {
  /** FSRS-6 weights in force; null: the defaults. */
  weights(): readonly number[] | null;
  /** Every set that was ever put in force, oldest first; the last one is. */
  parameterSets(): ParameterSet[];
  /** Puts weights in force, in one transaction. Returns the number of cards whose memory changed too. */
  adopt(
    draft: AdoptDraft,
    moment: Moment,
  ): { readonly set: ParameterSet; readonly changed: number };
  /** Number of scheduled reviews (no cram) that are not undone. */
  countReviews(): number;
  /** Remembers that weights were trained, whatever came of it. */
  noteTraining(moment: Moment): void;
  /** Reviews of learned cards on days after the last training here, or the last set put in force. */
  reviewsSinceTraining(): number;
}

/** Trains all 21 FSRS-6 weights. */
export interface Trainer {
  /**
   * Returns the weights, the defaults where it finds too little to learn from.
   * `relearningSteps` is their number. Throws Error where it cannot.
   */
  train(histories: readonly CardHistory[], relearningSteps: number): Promise<readonly number[]>;
}
