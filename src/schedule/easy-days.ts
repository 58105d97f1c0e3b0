import type { StudyDay } from '../model/ids.js';

/** Weekdays as settings name them, in the order of study days: day 0, 1970-01-01, was a Thursday. */
const WEEKDAYS = ['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const;

/** The share of an easy day that is named without one. */
const REDUCED = 0.5;

/** Shares of the weekdays in the load, 0 (none) to 1 (a full day's), in the order of study days. */
export type WeekShares = readonly number[];

/** Every day has its full share. */
export const EVERY_DAY_FULL: WeekShares = WEEKDAYS.map(() => 1);

/**
 * Returns the shares that easy days leave, from a checked setting such as
 * `['sat=0.5', 'sun=0']`; a day without a number has half a day's share.
 */
export function weekShares(easyDays: readonly string[]): WeekShares {
  const shares = new Map<string, number>();
  for (const text of easyDays) {
    const [name = '', share] = text.split('=');
    shares.set(name, share === undefined ? REDUCED : Number(share));
  }
  return WEEKDAYS.map((name) => shares.get(name) ?? 1);
}

/** Returns the share of a study day, 0..1, by its weekday. */
export function shareOf(day: StudyDay, shares: WeekShares): number {
  const index = ((day % WEEKDAYS.length) + WEEKDAYS.length) % WEEKDAYS.length;
  return shares[index] ?? 1;
}
