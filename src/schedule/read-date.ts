import { type ErrorCode, VivaError } from '../model/error.js';
import type { StudyDay } from '../model/ids.js';
import { DAY_MS, MINUTE_MS, type Zone } from '../model/moment.js';
import { visibleLine } from '../model/text/visible.js';
import { dayStartOf, formatStudyDay, localInstant, nextDay, parseStudyDay } from './study-day.js';

/** The last day that viva keeps: every date computed from it still has a year of four digits. */
const LAST_DAY = '2999-12-31';
const NOON = 12 * 60 * MINUTE_MS;

/** What a person wrote, and how an error about it begins and is named. */
export interface Written {
  readonly text: string;
  /** What holds the text, such as `--since`. */
  readonly what: string;
  readonly code?: ErrorCode;
  /** What to write instead, where that is not a date alone. */
  readonly hint?: string;
}

/** The local time that a text is read in. */
export interface LocalTime {
  readonly zone: Zone;
  /** Local hour, 0..23, at which study days begin. */
  readonly dayStart: number;
}

/**
 * Reads a date written YYYY-MM-DD as the study day of that date. Throws
 * VivaError `usage`, or with the code given, for what is no date of the
 * calendar, and for days that the journal does not hold: before 1970 and after
 * 2999.
 */
export function readDay(written: Written): StudyDay {
  const day = parseStudyDay(written.text.trim());
  if (day === undefined) throw wrong(written, 'is not a date');
  const date = formatStudyDay(day);
  if (day < 0 || date > LAST_DAY) throw outside(written);
  return day;
}

/**
 * Reads a time of day written HH:MM, HH:MM:SS or with a fraction of the
 * second; returns ms since midnight by the clock. Throws as `readDay` does.
 */
export function readTimeOfDay(written: Written): number {
  const parts = /^(\d{1,2}):(\d\d)(?::(\d\d)(\.\d{1,9})?)?$/.exec(written.text.trim());
  const [hours = 24, minutes = 60, seconds = 0, fraction = 0] = (parts ?? [])
    .slice(1)
    .map((part) => (part === undefined ? undefined : Number(part)));
  if (hours > 23 || minutes > 59 || seconds > 59) throw wrong(written, 'is not a time of day');
  return Math.trunc((hours * 60 + minutes) * MINUTE_MS + (seconds + fraction) * 1000);
}

/**
 * Reads a date, or a date and time, as ms since 1970. A time is local, or that
 * of the offset written after it (`Z`, `+02:00`); a local time that clocks skip
 * is the moment at which they do, one that comes twice the first. A date alone
 * is noon, or the nearest moment of the study day of that date. Throws as
 * `readDay` does.
 */
export function readInstant(written: Written, local: LocalTime): number {
  const exact = isoInstant(written.text);
  if (exact !== null) return exact;
  const { zone } = local;
  const [, date = '', time, offset] =
    /^(\d{4}-\d\d-\d\d)(?:[T ]([\d:.]+)(Z|[+-]\d\d:?\d\d)?)?$/i.exec(written.text.trim()) ?? [];
  const part = (text: string) => ({ ...written, text });
  if (date === '') throw wrong(written, 'is not a date or time');
  const day = readDay({ ...part(date), hint: written.hint ?? INSTANT_HINT });
  const wall = (ms: number) => day * DAY_MS + ms;
  if (time === undefined) {
    // Asked for here alone: to know it may take settings that cannot be read.
    const { dayStart } = local;
    const first = dayStartOf(day, zone, dayStart);
    const last = dayStartOf(nextDay(day), zone, dayStart) - 1;
    return Math.max(0, first, Math.min(last, localInstant(wall(NOON), zone)));
  }
  const ms = readTimeOfDay({ ...part(time), hint: written.hint ?? INSTANT_HINT });
  const at =
    offset === undefined
      ? localInstant(wall(ms), zone)
      : wall(ms) - offsetMinutes(part(offset)) * MINUTE_MS;
  if (at < 0) throw outside(written);
  return Math.floor(at);
}

/** An instant as programs write it needs none of the patterns, which take a start longer than all else here. */
function isoInstant(text: string): number | null {
  if (text.length !== ISO_LENGTH) return null;
  const at = new Date(text);
  return at.getTime() >= 0 && at.toISOString() === text ? at.getTime() : null;
}

/** Is the text a date without a time? */
export function isDateAlone(text: string): boolean {
  return parseStudyDay(text.trim()) !== undefined;
}

/** Minutes by which a zone is ahead of UTC, from its offset as ISO 8601 has it. */
function offsetMinutes(written: Written): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(written.text) ?? [];
  if (sign === undefined) return 0;
  // No zone is or was farther from UTC than 15:14 (Manila, until 1844).
  if (Number(hours) > 15 || Number(minutes) > 59) throw wrong(written, 'is not a zone offset');
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const DAY_HINT = 'Use the form 2026-12-14: year, month, day.';
const ISO_LENGTH = '2026-01-01T00:00:00.000Z'.length;
const INSTANT_HINT = 'Use 2026-11-24, 2026-11-24T08:30 for a local time, or 2026-11-24T08:30:00Z.';

function wrong({ what, text, code = 'usage', hint = DAY_HINT }: Written, why: string): VivaError {
  const date = /^\d{4}-\d\d-\d\d$/.test(text.trim()) ? ' of the calendar' : '';
  return new VivaError(code, `${what}: "${visibleLine(text)}" ${why}${date}.`, hint);
}

function outside({ what, text, code = 'usage' }: Written): VivaError {
  return new VivaError(
    code,
    `${what}: "${visibleLine(text)}" is out of range.`,
    `viva keeps days from 1970-01-01 to ${LAST_DAY}.`,
  );
}
