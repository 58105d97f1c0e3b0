import { type StudyDay, studyDay } from '../model/ids.js';
import { DAY_MS, HOUR_MS, MINUTE_MS, type Moment, type Zone } from '../model/moment.js';

/**
 * Fixes the time for one action. Takes the instant (ms since 1970), the zone
 * and the local hour, 0..23, at which a study day begins; returns the instant
 * with the study day that holds it and that day's bounds in ms since 1970.
 */
export function momentAt(now: number, zone: Zone, dayStartHour: number): Moment {
  const local = now + offsetMs(zone, now) - dayStartHour * HOUR_MS;
  let today = studyDay(Math.floor(local / DAY_MS));
  let dayStart = dayStartOf(today, zone, dayStartHour);
  let dayEnd = dayStartOf(nextDay(today), zone, dayStartHour);
  // Where clocks go back over the hour, it strikes twice: the day has begun at
  // the first stroke, though the clock shows the day before once more.
  while (dayEnd <= now) {
    today = nextDay(today);
    dayStart = dayEnd;
    dayEnd = dayStartOf(nextDay(today), zone, dayStartHour);
  }
  return { now, today, dayStart, dayEnd };
}

/**
 * Returns the study day that holds an instant (ms since 1970): the local date,
 * or the date before while the local hour at which days begin is yet to come.
 */
export function studyDayOf(at: number, zone: Zone, dayStartHour: number): StudyDay {
  return momentAt(at, zone, dayStartHour).today;
}

/**
 * Returns the instant, ms since 1970, at which a study day begins: the first at
 * which the local clock stands at that date and hour or later. Where clocks
 * jump over the hour the day begins with the jump; a date that its zone left
 * out (Apia, 2011-12-30) can so be shorter, or empty. Takes clocks to change
 * at most once in the 48 hours around the day's start.
 */
export function dayStartOf(day: StudyDay, zone: Zone, dayStartHour: number): number {
  return localInstant(day * DAY_MS + dayStartHour * HOUR_MS, zone);
}

/**
 * Returns the first instant, ms since 1970, at which the local clock shows a date
 * and time or later. Takes these as ms since 1970-01-01 00:00 by that clock.
 */
export function localInstant(wall: number, zone: Zone): number {
  const before = offsetMs(zone, wall - DAY_MS);
  const after = offsetMs(zone, wall + DAY_MS);
  const early = wall - Math.max(before, after);
  const late = wall - Math.min(before, after);
  return firstReaching(wall, early, late, zone);
}

/** Returns the date on which a study day began, as YYYY-MM-DD. */
export function formatStudyDay(day: StudyDay): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Reads a date written YYYY-MM-DD; returns undefined for anything else, such as 30 February. */
export function parseStudyDay(text: string): StudyDay | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const ms = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(ms)) return undefined;
  const day = studyDay(ms / DAY_MS);
  return formatStudyDay(day) === text ? day : undefined;
}

/**
 * Finds, by halving, the first instant of early..late whose local clock shows
 * `wall` or later. Between the two, local time only rises: an hour that comes
 * twice is already reached at `early`.
 */
function firstReaching(wall: number, early: number, late: number, zone: Zone): number {
  const reached = (at: number) => at + offsetMs(zone, at) >= wall;
  if (early === late || reached(early)) return early;
  let low = early;
  let high = late;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (reached(middle)) high = middle;
    else low = middle;
  }
  return high;
}

// Offsets of the nineteenth century have seconds: minutes may be fractions.
function offsetMs(zone: Zone, at: number): number {
  return Math.round(zone.offsetMinutes(at) * MINUTE_MS);
}

/** Returns the study day after a day. */
export function nextDay(day: StudyDay): StudyDay {
  return studyDay(day + 1);
}
