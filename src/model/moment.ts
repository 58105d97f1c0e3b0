import type { BreakCalendar } from './break.js';
import type { StudyDay } from './ids.js';

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
/** A day of 24 hours, ms. */
export const DAY_MS = 86_400_000;

/** The time, fixed for one action, and the study day it falls in. */
export interface Moment {
  /** ms since 1970. */
  readonly now: number;
  readonly today: StudyDay;
  /** When today began, ms since 1970. */
  readonly dayStart: number;
  /** When tomorrow begins, ms since 1970. */
  readonly dayEnd: number;
  /** Is it now by this machine's clock, which may run behind another's? Not a time that a person named. */
  readonly byClock?: true;
  /** The person's breaks, where there are any. */
  readonly breaks?: BreakCalendar;
}

/** Local time, as far as the core needs it. */
export interface Zone {
  /** Minutes by which local time is ahead of UTC at an instant (ms since 1970). */
  offsetMinutes(at: number): number;
}
