import { type StudyDay, studyDay } from '../model/ids.js';

const DAYS: Readonly<Record<string, number>> = { d: 1, w: 7, m: 30, y: 365 };

/**
 * Reads an end of a period that a person gives as a
 * span back from today (`30d`, `2w`, `6m`, `1y`; a month is 30 days, a year
 * 365). `since` a span gives the first of so many days, today being the last;
 * `until` a span gives the day before those, so that "since 60d until 30d" and
 * "since 30d" share no day. Returns undefined for anything else.
 */
export function parseSpan(
  text: string,
  end: 'since' | 'until',
  today: StudyDay,
): StudyDay | undefined {
  const span = /^([1-9]\d{0,4})([dwmy])$/i.exec(text.trim());
  if (span === null) return undefined;
  const days = Number(span[1]) * (DAYS[(span[2] ?? '').toLowerCase()] ?? 1);
  return studyDay(today - days + (end === 'since' ? 1 : 0));
}
