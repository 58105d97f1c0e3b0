import { type StudyDay, studyDay } from './ids.js';
import type { Memory } from './memory.js';

/** Days off: nothing is due on them. */
export interface Break {
  readonly from: StudyDay;
  /** The last day off. */
  readonly to: StudyDay;
  /** The day on which it was entered: what falls due in it can go to no earlier day. */
  readonly since: StudyDay;
}

/** A break with the days that take over what falls due in it, each list in order. */
export interface PlannedBreak {
  readonly from: StudyDay;
  readonly to: StudyDay;
  readonly before: readonly StudyDay[];
  /** At least one day. */
  readonly after: readonly StudyDay[];
}

/** Breaks in order of time; no two overlap or touch. */
export type BreakCalendar = readonly PlannedBreak[];

/** Returns the break that holds a day, or undefined. */
export function breakOn(
  day: StudyDay,
  calendar: BreakCalendar | undefined,
): PlannedBreak | undefined {
  return calendar?.find(({ from, to }) => from <= day && day <= to);
}

/** Returns the day itself, or the first one after the break that holds it. */
export function nextOpenDay(day: StudyDay, calendar: BreakCalendar | undefined): StudyDay {
  const off = breakOn(day, calendar);
  return off === undefined ? day : studyDay(off.to + 1);
}

/**
 * Returns the day on which a card in review is really due: its due day, or where
 * that is in a break a day before or after it. The first half of the break is
 * spread over the days before, in the order of the due days, and the second
 * half over the days after. A card that would come before half of its interval
 * has passed comes after the break as well. It depends on the card and the
 * breaks alone: taking a break away takes back all it did.
 */
export function effectiveDueDay(
  due: StudyDay,
  memory: Pick<Memory, 'lastDay' | 'lastAt'>,
  calendar: BreakCalendar | undefined,
): StudyDay {
  const off = breakOn(due, calendar);
  if (off === undefined) return due;
  const place = (due - off.from + seed(memory.lastAt ?? 0)) / (off.to - off.from + 1);
  if (place >= 0.5) return pick(off.after, 2 * place - 1);
  const last = memory.lastDay ?? due;
  const earliest = last + Math.ceil((due - last) / 2);
  const before = off.before.filter((day) => day >= earliest);
  return pick(before.length > 0 ? before : off.after, 2 * place);
}

function pick(days: readonly StudyDay[], place: number): StudyDay {
  const day = days[Math.min(days.length - 1, Math.floor(place * days.length))];
  if (day === undefined) throw new Error('a break has no day after it');
  return day;
}

/**
 * A number, 0 <= u < 1, by which cards of one due day are told apart: the
 * instant of the last review, through MurmurHash3's finalizer.
 */
function seed(at: number): number {
  let hash = ((at % 2 ** 32) ^ Math.imul(Math.floor(at / 2 ** 32), 0x9e3779b1)) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
