import type { TickedPoints } from '../../model/event.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { reviewKind } from '../../schedule/review-kind.js';
import type { CardRecord } from '../cards/ports.js';
import type { SeenCard } from './change.js';
import type { EventDraft } from './ports.js';
import { prospectOf, type SchedulePorts } from './prospect.js';

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

/** Returns the event that records a rating at a moment, and the configuration it counts under. */
export function ratingDraft(
  given: GivenRating,
  moment: Moment,
  ports: SchedulePorts,
): { draft: EventDraft; config: SchedulerConfig } {
  const { record, rating, durationMs, points = null, seen = null, cram } = given;
  const { config, outcomes } = prospectOf(record, moment, ports);
  const draft: EventDraft = {
    kind: 'review',
    card: record.card.id,
    rating,
    durationMs,
    reviewKind: cram ? 'cram' : reviewKind(record.memory.state),
    ...(!cram && outcomes[rating].chosen),
    ...(points !== null && { points }),
    ...(!cram && seen !== null && { expected: seen.memory }),
  };
  return { draft, config };
}
