import type { StudyDay } from '../../model/ids.js';
import { formatStudyDay } from '../../schedule/study-day.js';

const DAILY = 7;
const WEEKLY = 4;
const MONTHLY = 12;

/** 1970-01-01 was a Thursday: three days later than the Monday of its week. */
const DAYS_SINCE_MONDAY = 3;

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
  return formatStudyDay(day).slice(0, 7);
}
