import type { TickedPoints } from '../../model/event.js';
import type { Rating } from '../../model/rating.js';
import { reviewKind } from '../../schedule/review-kind.js';
import type { CardRecord } from '../cards/ports.js';
import type { SeenCard } from './change.js';
import type { EventDraft } from './ports.js';
import type { Prospect } from './prospect.js';

/** A rating as the person gave it. */
export interface GivenRating {
  readonly record: CardRecord;
  readonly rating: Rating;
  /** From the question's appearance on, ms. */
  readonly durationMs: number;
  /** The points ticked off; null where the person ticked none off. */
  readonly points?: TickedPoints | null;
  /** The card as it was when it came up; null for one that was not shown. */
  readonly seen?: SeenCard | null;
  /** Is the schedule left as it is? */
  readonly cram: boolean;
}

/** Returns the event that records a rating, by what the card's ratings would lead to that day. */
export function ratingDraft(given: GivenRating, { outcomes }: Prospect): EventDraft {
  const { record, rating, durationMs, points = null, seen = null, cram } = given;
  return {
    kind: 'review',
    card: record.card.id,
    rating,
    durationMs,
    reviewKind: cram ? 'cram' : reviewKind(record.memory.state),
    ...(!cram && outcomes[rating].chosen),
    ...(points !== null && { points }),
    ...(!cram && seen !== null && { expected: seen.memory }),
  };
}
