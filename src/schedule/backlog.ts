import { type BreakCalendar, breakOn } from '../model/break.js';
import { type StudyDay, studyDay } from '../model/ids.js';
import type { Settings } from '../model/settings.js';

/** Overdue reviews that are no backlog, however few fall due a day. */
const MIN_OVERDUE = 20;
/** Reviews a day below which working a backlog off makes no sense. */
const MIN_PER_DAY = 20;
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
 * Returns the backlog, or null where there is none: more overdue reviews than 20
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
  if (overdue <= Math.max(MIN_OVERDUE, 2 * usual)) return null;
  const { reviewsPerDay, backlogPerDay } = settings;
  const portion = backlogPerDay > 0 ? backlogPerDay : Math.max(MIN_PER_DAY, roundUp(2 * usual));
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
 * Returns the day on whose end nothing is overdue any more, or null where that is
 * not within a year. Counts day by day what is left over, what falls due, and
 * what of the reviewed cards comes back, in expectation; days of a break are
 * passed over.
 */
export function clearedOn(backlog: Backlog, ahead: Ahead): StudyDay | null {
  for (const { day, left, isOff } of portions(backlog, ahead)) {
    if (!isOff && left < 0.5) return day;
  }
  return null;
}

/** Returns the reviews to be done on each of so many days, today first, counted as `clearedOn` does. */
export function reviewsByDay(backlog: Backlog, ahead: Ahead, days: number): number[] {
  const done: number[] = [];
  for (const portion of portions(backlog, ahead)) {
    if (done.length === days) break;
    done.push(Math.round(portion.done));
  }
  return done;
}

/** A day while a backlog is worked off. */
interface Portion {
  readonly day: StudyDay;
  /** Reviews done, and left over at its end, in expectation. */
  readonly done: number;
  readonly left: number;
  /** Is it one of a break? */
  readonly isOff: boolean;
}

function* portions({ overdue, perDay }: Backlog, ahead: Ahead): Generator<Portion> {
  const back = new Float64Array(FARTHEST_DAYS);
  let waiting = overdue;
  for (let n = 0; n < FARTHEST_DAYS; n++) {
    const day = studyDay(ahead.today + n);
    waiting += (ahead.falling[n] ?? 0) + (back[n] ?? 0);
    const isOff = breakOn(day, ahead.breaks) !== undefined;
    const portion = isOff ? 0 : Math.max(0, n === 0 ? perDay - ahead.doneToday : perDay);
    const done = Math.min(waiting, portion);
    waiting -= done;
    yield { day, done, left: waiting, isOff };
    comeBack(back, n, done, ahead.returning);
  }
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
