import { type BreakCalendar, breakOn } from '../model/break.js';
import { type CardId, type StudyDay, studyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import { RATINGS, type Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { balanceSeed, chooseInterval, type DayLoad } from './balance.js';
import { shareOf, type WeekShares } from './easy-days.js';
import { fuzzRange, gradeCard, type IntervalRange } from './engine.js';

/** The days that an interval may end on, as the person and the other cards leave them. */
export interface DaysAhead {
  readonly shares: WeekShares;
  readonly breaks?: BreakCalendar | undefined;
  /** Number of cards due on each day from the first to the last, both included. */
  readonly dueCounts: (first: StudyDay, last: StudyDay) => readonly number[];
}

/** A card that is about to be rated. */
export interface Rated {
  readonly card: CardId;
  readonly memory: Memory;
  readonly day: StudyDay;
  readonly config: SchedulerConfig;
}

/** Days to the next review by rating; null where what the configuration gives holds. */
export type ChosenIntervals = Readonly<Record<Rating, number | null>>;

/** Nothing is chosen. */
export const NO_CHOICE: ChosenIntervals = { 1: null, 2: null, 3: null, 4: null };

/**
 * Chooses the days to the next review for each rating, within the range in
 * which ts-fsrs would draw them at random; see `chooseInterval`. Where a break
 * takes up the whole range, up to as many days again on either side are looked
 * at. Good comes later than Hard and Easy later than Good, as without a choice.
 * The same card, day, memory and counts give the same choice.
 */
export function chooseIntervals(rated: Rated, ahead: DaysAhead): ChosenIntervals {
  const chosen: Record<Rating, number | null> = { ...NO_CHOICE };
  let least = 1;
  for (const rating of RATINGS) {
    const { card, memory, day, config } = rated;
    const { delayMs, intervalDays } = gradeCard(config, card, memory, day, rating);
    if (delayMs !== null) continue;
    const range = fuzzRange(config, card, memory, day, rating);
    const days =
      range === null
        ? Math.max(least, intervalDays)
        : chooseWithin(atLeast(range, least, config.maximumInterval), least, rated, ahead);
    if (days !== intervalDays) chosen[rating] = days;
    // As in ts-fsrs, Again is bound to nothing.
    if (rating > 1) least = Math.min(days + 1, config.maximumInterval);
  }
  return chosen;
}

function atLeast({ from, to }: IntervalRange, least: number, maximum: number): IntervalRange {
  const low = Math.min(Math.max(from, least), maximum);
  return { from: low, to: Math.max(low, to) };
}

function chooseWithin(
  range: IntervalRange,
  least: number,
  { card, memory, day, config }: Rated,
  ahead: DaysAhead,
): number {
  const limits = { from: least, to: Math.max(least, config.maximumInterval) };
  const days = daysOf(openRange(range, limits, day, ahead.breaks), day, ahead);
  return chooseInterval(days, balanceSeed(card, memory.reps));
}

/** The range, or a wider one where a break takes up all of it. */
function openRange(
  range: IntervalRange,
  limits: IntervalRange,
  day: StudyDay,
  breaks: BreakCalendar | undefined,
): IntervalRange {
  if (breaks === undefined || hasOpenDay(range, day, breaks)) return range;
  const more = range.to - range.from + 1;
  const wider = {
    from: Math.max(limits.from, range.from - more),
    to: Math.min(limits.to, range.to + more),
  };
  return hasOpenDay(wider, day, breaks) ? wider : range;
}

function hasOpenDay({ from, to }: IntervalRange, day: StudyDay, breaks: BreakCalendar): boolean {
  for (let interval = from; interval <= to; interval++) {
    if (breakOn(studyDay(day + interval), breaks) === undefined) return true;
  }
  return false;
}

function daysOf({ from, to }: IntervalRange, day: StudyDay, ahead: DaysAhead): DayLoad[] {
  const counts = ahead.dueCounts(studyDay(day + from), studyDay(day + to));
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const on = studyDay(day + from + at);
    const share = breakOn(on, ahead.breaks) === undefined ? shareOf(on, ahead.shares) : 0;
    return { interval: from + at, due: counts[at] ?? 0, share };
  });
}
