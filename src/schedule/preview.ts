import type { CardId, StudyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import { DAY_MS, type Moment } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { applyReview, type Review } from './apply-review.js';
import { type ChosenIntervals, NO_CHOICE } from './choose-intervals.js';

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
  /** The days to the next review where they were chosen; see `ReviewEvent.intervalDays`. */
  readonly chosenDays: number | null;
}

/**
 * Gives the outcome of each rating for a card at a moment: exactly what
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
  const chosen = chosenDays === null ? {} : { intervalDays: chosenDays };
  const after = applyReview(memory, { ...review, ...chosen }, config);
  const { dueAt, dueDay, intervalDays } = after;
  const delayMs = dueAt === null ? intervalDays * DAY_MS : dueAt - review.at;
  return { memory: after, dueAt, dueDay, intervalDays, delayMs, chosenDays };
}
