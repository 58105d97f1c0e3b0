import { type StudyDay, studyDay } from '../model/ids.js';

const DAILY = 7;
const WEEKLY = 4;
const MONTHLY = 12;

/** 1970-01-01 was a Thursday: three days later than the Monday of its week. */
const DAYS_SINCE_MONDAY = 3;
const DAY_MS = 86_400_000;

/**
 * Says which automatic backups stay: the newest 7 days, the newest backup of
 * each of the newest 4 weeks (from Monday) and of the newest 12 months, as far
 * as there are backups. `days` are those of good backups only; that of `today`
 * always stays, so that a clock set back cannot cost the backup just made.
 */
export function daysToKeep(days: readonly StudyDay[], today: StudyDay): Set<StudyDay> {
  const newestFirst = [...new Set(days)].sort((a, b) => b - a);
  return new Set([
    ...newestFirst.filter((day) => day === today),
    ...newestOfEach(newestFirst, (day) => day, DAILY),
    ...newestOfEach(newestFirst, weekOf, WEEKLY),
    ...newestOfEach(newestFirst, monthOf, MONTHLY),
  ]);
}

function newestOfEach(
  newestFirst: readonly StudyDay[],
  periodOf: (day: StudyDay) => number | string,
  periods: number,
): StudyDay[] {
  const newest = new Map<number | string, StudyDay>();
  for (const day of newestFirst) {
    const period = periodOf(day);
    if (newest.size < periods && !newest.has(period)) newest.set(period, day);
  }
  return [...newest.values()];
}

function weekOf(day: StudyDay): number {
  return Math.floor((day + DAYS_SINCE_MONDAY) / 7);
}

function monthOf(day: StudyDay): string {
  return dateOf(day).slice(0, 7);
}

/** Gives the date of a study day as `YYYY-MM-DD`. */
export function dateOf(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Reads `YYYY-MM-DD`; null for what is no date. */
export function dayOfDate(date: string): StudyDay | null {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(at)) return null;
  const day = studyDay(at / DAY_MS);
  // JavaScript reads the 30th of February as the 2nd of March.
  return dateOf(day) === date ? day : null;
}
