import type { ReviewKind } from '../model/event.js';
import type { Rating } from '../model/rating.js';
import { csvLine } from './csv.js';
import { inPieces } from './pieces.js';

/** A review that counts, as the store gives them: by card and time. */
export interface LoggedReview {
  readonly card: number;
  /** ms since 1970. */
  readonly at: number;
  readonly rating: Rating;
  readonly reviewKind: Exclude<ReviewKind, 'cram'>;
  readonly durationMs: number;
}

/** The columns that optimisers of FSRS read (open-spaced-repetition/fsrs-optimizer, its README). */
export const REVLOG_HEADER = [
  'card_id',
  'review_time',
  'review_rating',
  'review_state',
  'review_duration',
] as const;

const NEW = 0;
/** What the card was before: 0 new, 1 learning, 2 review, 3 relearning. */
const STATES = { learn: 1, review: 2, relearn: 3 } as const;

/** Writes reviews as a CSV file, one a record, in the order given. */
export function revlogPieces(reviews: Iterable<LoggedReview>): Generator<string> {
  return inPieces(lines(reviews));
}

function* lines(reviews: Iterable<LoggedReview>): Generator<string> {
  yield csvLine(REVLOG_HEADER);
  let before: number | null = null;
  for (const { card, at, rating, reviewKind, durationMs } of reviews) {
    const state = card === before ? STATES[reviewKind] : NEW;
    before = card;
    yield csvLine([card, at, rating, state, durationMs]);
  }
}
