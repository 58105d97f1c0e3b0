import { studyDay } from '../model/ids.js';
import { formatStudyDay } from '../schedule/study-day.js';
import type { DayTable } from './day-table.js';
import type { Calendar } from './review-figures.js';
import type { StreakStatistics } from './statistics.js';
import { streak } from './streak.js';

/** Days of the heat map: the last of them is that of the period's end. */
const CALENDAR_DAYS = 365;

/** Returns the heat map of the days since..until, at most a year of them; both included. */
export function calendarOf(days: DayTable, since: number, until: number): Calendar {
  const from = Math.max(since, until - CALENDAR_DAYS + 1);
  const rows = Array.from({ length: until - from + 1 }, (_, n) => {
    const { reviews = 0, passed = 0, timeMs = 0 } = days.get(from + n) ?? {};
    return { date: dateOf(from + n), reviews, passed, timeMs };
  });
  return {
    from: dateOf(from),
    to: dateOf(until),
    days: rows,
    reviews: rows.reduce((sum, row) => sum + row.reviews, 0),
    timeMs: rows.reduce((sum, row) => sum + row.timeMs, 0),
    activeDays: rows.filter((row) => row.reviews > 0).length,
  };
}

/** Returns the streaks over all days with a review. Days after today (a clock was wrong) are none. */
export function streaksOf(days: DayTable, today: number): StreakStatistics {
  const newestFirst = Array.from(days.rows(), ({ day }) => day)
    .filter((day) => day <= today)
    .sort((a, b) => b - a);
  let longest = 0;
  let longestEnd: number | null = null;
  let start = 0;
  newestFirst.forEach((day, at) => {
    if (at > 0 && newestFirst[at - 1] !== day + 1) start = at;
    if (at - start + 1 <= longest) return;
    longest = at - start + 1;
    longestEnd = newestFirst[start] ?? null;
  });
  return {
    current: streak(newestFirst.map(studyDay), studyDay(today)),
    longest,
    longestEnd: longestEnd === null ? null : dateOf(longestEnd),
  };
}

function dateOf(day: number): string {
  return formatStudyDay(studyDay(day));
}
