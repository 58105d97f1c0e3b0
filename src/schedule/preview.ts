import type { CardId, StudyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import { DAY_MS, type Moment } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { applyReview, type Review } from './apply-review.js';
import { type ChosenIntervals, canChoose, NO_CHOICE } from './choose-intervals.js';

type Chosen = Pick<Review, 'intervalDays' | 'aroundBreak'>;

/** What a rating would lead to. */
export interface Outcome {
  readonly memory: Memory;
  /** When the card would be due within learning steps, ms since 1970; else null. */
  readonly dueAt: number | null;
  /** Study day on which the card would be due in review; else null. */
  readonly dueDay: StudyDay | null;
  /** Days to the next review; 0 within learning steps. */
  readonly intervalDays: number;
  /** Time to the next review, ms; in review, the interval's days of 24 hours. */
  readonly delayMs: number;
  /** What the review's event is to say of days that were chosen. */
  readonly chosen: Chosen;
}

/**
 * Returns the outcome of each rating for a card at a moment: exactly what
 * `applyReview` makes of that rating at that moment. Takes the intervals that
 * were chosen, if any.
 */
export function preview(
  card: CardId,
  memory: Memory,
  moment: Moment,
  config: SchedulerConfig,
  chosen: ChosenIntervals = NO_CHOICE,
): Readonly<Record<Rating, Outcome>> {
  const outcome = (rating: Rating) =>
    outcomeOf({ card, at: moment.now, day: moment.today, rating }, memory, config, chosen[rating]);
  return { 1: outcome(1), 2: outcome(2), 3: outcome(3), 4: outcome(4) };
}

function outcomeOf(
  review: Review,
  memory: Memory,
  config: SchedulerConfig,
  chosenDays: number | null,
): Outcome {
  const chosen = chosenOf(chosenDays, review, memory, config);
  const after = applyReview(memory, { ...review, ...chosen }, config);
  const { dueAt, dueDay, intervalDays } = after;
  const delayMs = dueAt === null ? intervalDays * DAY_MS : dueAt - review.at;
  return { memory: after, dueAt, dueDay, intervalDays, delayMs, chosen };
}

function chosenOf(
  intervalDays: number | null,
  { card, day, rating }: Review,
  memory: Memory,
  config: SchedulerConfig,
): Chosen {
  if (intervalDays === null) return {};
  if (canChoose({ card, memory, day, config }, rating, intervalDays, false))
    return { intervalDays };
  return { intervalDays, aroundBreak: true };
}
