import { type BreakCalendar, breakOn } from '../model/break.js';
import { type CardId, type StudyDay, studyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import { RATINGS, type Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { balanceSeed, chooseInterval, type DayLoad } from './balance.js';
import { shareOf, type WeekShares } from './easy-days.js';
import type { Grading } from './engine.js';
import { fuzzRange, gradeCard, type IntervalRange } from './grade.js';

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
    const { state, intervalDays } = gradeCard(config, card, memory, day, rating);
    const range = state === 'review' ? fuzzRange(config, card, memory, day, rating) : null;
    const days = range === null ? intervalDays : chooseWithin(range, least, rated, rating, ahead);
    if (days !== intervalDays) chosen[rating] = days;
    // As in ts-fsrs, Again is bound to nothing.
    if (rating > 1) least = Math.min(days + 1, config.maximumInterval);
  }
  return chosen;
}

/**
 * Can `chooseIntervals` have chosen these days for a rating, with some cards,
 * easy days and, where `aroundBreak` says so, a break ahead? `unfuzzed` is as
 * in `fuzzRange`.
 */
export function canChoose(
  rated: Rated,
  rating: Rating,
  days: number,
  aroundBreak: boolean,
  unfuzzed?: Grading,
): boolean {
  const { card, memory, day, config } = rated;
  const range = fuzzRange(config, card, memory, day, rating, unfuzzed);
  if (range === null || days > config.maximumInterval) return false;
  const limits = { from: earliest(rated, rating, range), to: config.maximumInterval };
  const { from, to } = aroundBreak ? widened(range, limits) : range;
  if (days < from) return false;
  // A worse rating's choice can push it on, and a break by one day more.
  return days <= to || (rating > 2 && canPush(rated, rating === 4 ? 3 : 2, days, aroundBreak));
}

function canPush(rated: Rated, worse: Rating, days: number, aroundBreak: boolean): boolean {
  const can = (before: number) => canChoose(rated, worse, before, aroundBreak);
  return can(days - 1) || (aroundBreak && can(days - 2));
}

function chooseWithin(
  range: IntervalRange,
  least: number,
  rated: Rated,
  rating: Rating,
  ahead: DaysAhead,
): number {
  const { card, memory, day, config } = rated;
  const maximum = config.maximumInterval;
  const from = Math.min(Math.max(range.from, least), maximum);
  const limits = { from: Math.max(least, earliest(rated, rating, range)), to: maximum };
  const open = openRange({ from, to: Math.max(from, range.to) }, limits, day, ahead.breaks);
  return chooseInterval(daysOf(open, day, ahead), balanceSeed(card, memory.reps));
}

/** The first day that even a break may move the choice to: Good and Easy keep the interval before. */
function earliest({ memory }: Rated, rating: Rating, { from }: IntervalRange): number {
  return rating >= 3 && from >= memory.intervalDays ? Math.max(1, memory.intervalDays) : 1;
}

/** The range, or a wider one where a break takes up all of it. */
function openRange(
  range: IntervalRange,
  limits: IntervalRange,
  day: StudyDay,
  breaks: BreakCalendar | undefined,
): IntervalRange {
  if (breaks === undefined || hasOpenDay(range, day, breaks)) return range;
  const wider = widened(range, limits);
  return hasOpenDay(wider, day, breaks) ? wider : range;
}

/** The range with as many days again on either side, as far as the limits allow. */
function widened({ from, to }: IntervalRange, limits: IntervalRange): IntervalRange {
  const more = to - from + 1;
  return { from: Math.max(limits.from, from - more), to: Math.min(limits.to, to + more) };
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
