import { type BreakCalendar, breakOn } from '../model/break.js';
import { type StudyDay, studyDay } from '../model/ids.js';
import type { Settings } from '../model/settings.js';

/** Overdue reviews that are no backlog, however few fall due a day. */
const LEAST_OVERDUE = 20;
/** Reviews a day below which working a backlog off makes no sense. */
const LEAST_PER_DAY = 20;
/** Days that are looked ahead: what is not cleared by then is not said to be. */
const FARTHEST_DAYS = 365;

/** A backlog, and how much of it is done a day. */
export interface Backlog {
  /** Reviews that were due before today. */
  readonly overdue: number;
  /** Reviews a day until it is cleared, those that fall due on the day included. */
  readonly perDay: number;
}

/**
 * Gives the backlog, or null where there is none: more overdue reviews than 20
 * and than two days' usual load. `usual` is the number of reviews a day that
 * the cards ask for in the long run, the sum of 1 / interval. The daily portion
 * is the setting's, or twice the usual load, at least 20; never above the
 * limit of reviews a day.
 */
export function backlogOf(
  overdue: number,
  usual: number,
  settings: Pick<Settings, 'reviewsPerDay' | 'backlogPerDay'>,
): Backlog | null {
  if (overdue <= Math.max(LEAST_OVERDUE, 2 * usual)) return null;
  const { reviewsPerDay, backlogPerDay } = settings;
  const portion = backlogPerDay > 0 ? backlogPerDay : Math.max(LEAST_PER_DAY, roundUp(2 * usual));
  return { overdue, perDay: Math.min(portion, reviewsPerDay) };
}

/** To the next multiple of 5: a number to remember, the same on most days. */
function roundUp(value: number): number {
  return Math.ceil(value / 5) * 5;
}

/** What is to come while a backlog is worked off. */
export interface Ahead {
  readonly today: StudyDay;
  readonly breaks?: BreakCalendar | undefined;
  /** Reviews of today that are done already. */
  readonly doneToday: number;
  /** Cards that fall due on each day from today on, overdue ones left out. */
  readonly falling: readonly number[];
  /** The share of reviewed cards that comes back so many days later, by days; at most 1 in all. */
  readonly returning: readonly number[];
}

/**
 * Gives the day on whose end nothing is overdue any more, or null where that is
 * not within a year. Counts day by day what is left over, what falls due, and
 * what of the reviewed cards comes back, in expectation; days of a break are
 * passed over.
 */
export function clearedOn({ overdue, perDay }: Backlog, ahead: Ahead): StudyDay | null {
  const back = new Float64Array(FARTHEST_DAYS);
  let waiting = overdue;
  for (let n = 0; n < FARTHEST_DAYS; n++) {
    const day = studyDay(ahead.today + n);
    waiting += (ahead.falling[n] ?? 0) + (back[n] ?? 0);
    if (breakOn(day, ahead.breaks) !== undefined) continue;
    const portion = Math.max(0, n === 0 ? perDay - ahead.doneToday : perDay);
    const done = Math.min(waiting, portion);
    waiting -= done;
    if (waiting < 0.5) return day;
    comeBack(back, n, done, ahead.returning);
  }
  return null;
}

function comeBack(
  back: Float64Array,
  day: number,
  done: number,
  returning: readonly number[],
): void {
  for (const [days, share] of returning.entries()) {
    const on = day + Math.max(1, days);
    if (on < back.length) back[on] = (back[on] ?? 0) + done * share;
  }
}
