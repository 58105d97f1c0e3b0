import { DAY_MS } from '../model/moment.js';

/** Returns the weekday of a date YYYY-MM-DD, 0 for Monday: the first of January 1970 was a Thursday. */
export function weekdayOf(date: string): number {
  return (Math.floor(Date.parse(date) / DAY_MS) + 3) % 7;
}
