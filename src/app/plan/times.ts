import { VivaError } from '../../model/error.js';
import type { StudyDay } from '../../model/ids.js';
import { DAY_MS, type Moment, type Zone } from '../../model/moment.js';
import { counted } from '../../model/text/counted.js';
import { localText } from '../../schedule/local-time.js';
import { readDay, readTimeOfDay } from '../../schedule/read-date.js';
import { formatStudyDay, localInstant } from '../../schedule/study-day.js';

const DEFAULT_TIME = '10:00';

/** When an interview is. */
export interface Deadline {
  /** ms since 1970 */
  readonly deadlineAt: number;
  /** Study day that holds it. */
  readonly deadlineDay: StudyDay;
}

/**
 * Reads the date (YYYY-MM-DD) and local time (HH:MM) of an interview; each may
 * be left out where `before` is known, and the time anyway. Throws
 * `plan-invalid` for what is no date or time, and for what is past.
 */
export function deadlineFrom(
  given: { readonly date?: string | undefined; readonly time?: string | undefined },
  before: number | null,
  moment: (at?: number) => Moment,
  zone: Zone,
): Deadline {
  const known = before === null ? null : localText(before, zone);
  const date = given.date ?? known?.date;
  if (date === undefined) {
    throw planInvalid('A plan needs the day of the interview.', 'Use --date YYYY-MM-DD.');
  }
  const deadlineAt = instantOf(date, given.time ?? known?.time ?? DEFAULT_TIME, zone);
  const now = moment();
  if (deadlineAt <= now.now) throw past(deadlineAt, now, zone);
  return { deadlineAt, deadlineDay: moment(deadlineAt).today };
}

function instantOf(date: string, time: string, zone: Zone): number {
  const code = 'plan-invalid';
  const day = readDay({ text: date, what: '--date', code });
  const hint = 'Use a local time such as 10:00 or 14:30.';
  const wall = readTimeOfDay({ text: time, what: '--time', code, hint });
  return localInstant(day * DAY_MS + wall, zone);
}

function past(at: number, now: Moment, zone: Zone): VivaError {
  const { date, time } = localText(at, zone);
  const days = Math.round((now.dayStart - at) / DAY_MS);
  const ago = days >= 1 ? ` (${counted(days, 'day')} ago)` : '';
  return planInvalid(
    `${date} ${time} is in the past${ago}.`,
    `Today is ${formatStudyDay(now.today)}; choose a later day or time.`,
  );
}

/** The error for a plan that cannot be. */
export function planInvalid(message: string, hint: string): VivaError {
  return new VivaError('plan-invalid', message, hint);
}
