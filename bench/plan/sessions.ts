import type { Attendance, Cell } from './cells.js';
import { type Moment, type Random, studyDay } from './product.js';

const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;
/** The first session is on this study day, a Monday. */
const FIRST_DAY = 20_003;
const DAY_STARTS_AT = 4;
const INTERVIEW_AT = 10;
const WEEK = 7;
/** Where a week is half of all there is, the interview moves by less. */
const SHORT_MOVE = 3;
const MISSED = 0.2;

/** A day with a session. */
export interface SessionDay {
  /** Days since the first. */
  readonly day: number;
  /** When the session begins, ms since 1970. */
  readonly startAt: number;
  /** The interview's hour as it is known on this day, ms since 1970. */
  readonly deadlineAt: number;
  /** Sessions that the clock leaves until then, this one included. */
  readonly left: number;
}

/** What a person does on which days. */
export interface Calendar {
  readonly days: readonly SessionDay[];
  /** When the interview is in the end. */
  readonly deadlineAt: number;
}

/** Returns the sessions that a person holds. `random` says which are missed by chance. */
export function calendarOf(cell: Cell, random: Random): Calendar {
  const moved = cell.days - (cell.days > 2 * WEEK ? WEEK : SHORT_MOVE);
  const last = cell.attendance === 'moved' ? moved : cell.days;
  const planned: SessionDay[] = [];
  for (let day = 0; startOf(day, cell) < interviewOf(last); day++) {
    const isMoved = day >= Math.floor(cell.days / 2);
    const deadlineAt = interviewOf(isMoved ? last : cell.days);
    const left = Math.ceil((deadlineAt - startOf(day, cell)) / DAY_MS);
    planned.push({ day, startAt: startOf(day, cell), deadlineAt, left });
  }
  const isHeld = attendanceOf(cell.attendance, planned.length, random);
  return {
    days: planned.filter(({ day }) => isHeld(day)),
    deadlineAt: interviewOf(last),
  };
}

/** The first session is always held: there the plan is made. */
function attendanceOf(kind: Attendance, count: number, random: Random): (day: number) => boolean {
  const luck = Array.from({ length: count }, () => random());
  switch (kind) {
    case 'fifth':
      return (day) => day === 0 || (luck[day] ?? 1) >= MISSED;
    case 'last':
      return (day) => day < count - 1;
    case 'weekends':
      return (day) => day % WEEK < 5;
    default:
      return () => true;
  }
}

/** Returns the moment of an instant, ms since 1970, in UTC. */
export function momentAt(now: number): Moment {
  const day = dayOf(now);
  const dayStart = day * DAY_MS + DAY_STARTS_AT * HOUR_MS;
  return { now, today: studyDay(day), dayStart, dayEnd: dayStart + DAY_MS };
}

/** Study day of an instant, ms since 1970. */
export function dayOf(at: number): number {
  return Math.floor((at - DAY_STARTS_AT * HOUR_MS) / DAY_MS);
}

function startOf(day: number, { hour }: Cell): number {
  return (FIRST_DAY + day) * DAY_MS + hour * HOUR_MS;
}

function interviewOf(day: number): number {
  return (FIRST_DAY + day) * DAY_MS + INTERVIEW_AT * HOUR_MS;
}
