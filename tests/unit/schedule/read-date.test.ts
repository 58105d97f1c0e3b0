import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/model/moment.js';
import {
  type LocalTime,
  readDay,
  readInstant,
  readTimeOfDay,
} from '../../../src/schedule/read-date.js';
import { formatStudyDay, studyDayOf } from '../../../src/schedule/study-day.js';
import { ianaZone, UTC } from './samples.js';

const what = '--at';
const local = (timeZone: string, dayStart = 4): LocalTime => ({
  zone: ianaZone(timeZone),
  dayStart,
});
const instant = (text: string, zone = 'UTC', dayStart = 4) =>
  new Date(readInstant({ text, what }, local(zone, dayStart))).toISOString();

describe('a day', () => {
  test.each([
    ['1970-01-01', 0],
    ['2000-02-29', 11_016],
    [' 2026-03-01 ', 20_513],
    ['2999-12-31', 376_199],
  ])('%j is day %d', (text, day) => {
    expect(readDay({ text, what })).toBe(day);
  });

  test.each([
    ['2026-02-30', /^--at: "2026-02-30" is not a date of the calendar\.$/],
    ['2026-02-29', /not a date of the calendar/],
    ['2100-02-29', /not a date of the calendar/],
    ['2026-13-01', /not a date of the calendar/],
    ['2026-00-10', /not a date/],
    ['1969-12-31', /^--at: "1969-12-31" is out of range\.$/],
    ['0001-01-01', /out of range/],
    ['3000-01-01', /out of range/],
    ['2026-3-1', /is not a date\.$/],
    ['20260301', /is not a date\.$/],
    ['01.03.2026', /is not a date\.$/],
    ['+002026-03-01', /is not a date\.$/],
    ['2026-03-01T00:00', /is not a date\.$/],
    ['tomorrow', /is not a date\.$/],
    ['', /is not a date\.$/],
    ['\u001b[31m', /^--at: "[^\u001b]*" is not a date\.$/],
  ])('%j is none', (text, message) => {
    expect(() => readDay({ text, what })).toThrowError(message);
    expect(() => readDay({ text, what, code: 'plan-invalid' })).toThrowError(
      expect.objectContaining({ code: 'plan-invalid' }),
    );
  });
});

describe('a time of day', () => {
  test.each([
    ['0:00', 0],
    ['09:05', 32_700_000],
    ['23:59:59', 86_399_000],
    ['23:59:59.999', 86_399_999],
  ])('%j is %d ms', (text, ms) => {
    expect(readTimeOfDay({ text, what })).toBe(ms);
  });

  test.each(['24:00', '12:60', '12:00:60', '12', '12:5', '-1:00', '12.30', ''])(
    '%j is none',
    (text) => {
      expect(() => readTimeOfDay({ text, what })).toThrowError(/is not a time of day/);
    },
  );
});

describe('an instant', () => {
  test.each([
    // With an offset the zone has no say.
    ['2026-11-24T08:00:00Z', 'Asia/Kolkata', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24t08:00z', 'UTC', '2026-11-24T08:00:00.000Z'],
    ['2026-11-24T08:00:00+02:00', 'UTC', '2026-11-24T06:00:00.000Z'],
    ['2026-11-24 08:00-0330', 'UTC', '2026-11-24T11:30:00.000Z'],
    // Without one it is local.
    ['2026-11-24T08:00', 'Europe/Berlin', '2026-11-24T07:00:00.000Z'],
    ['2026-11-24 08:00:00.5', 'America/New_York', '2026-11-24T13:00:00.500Z'],
    ['2026-11-24T02:20', 'Asia/Kolkata', '2026-11-23T20:50:00.000Z'],
    // Clocks go forward at two o'clock, and back at three.
    ['2026-03-29T01:59', 'Europe/Berlin', '2026-03-29T00:59:00.000Z'],
    ['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-03-29T03:00', 'Europe/Berlin', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', 'Europe/Berlin', '2026-10-25T02:00:00.000Z'],
    // Half an hour of daylight saving; no day at all; midnight skipped.
    ['2026-04-05T01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00.000Z'],
    ['2011-12-30T10:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    ['2018-11-04T00:30', 'America/Sao_Paulo', '2018-11-04T03:00:00.000Z'],
  ])('%j in %s is %s', (text, zone, iso) => {
    expect(instant(text, zone)).toBe(iso);
  });

  test.each([
    ['2026-03-01', 'UTC', 4, '2026-03-01T12:00:00.000Z'],
    ['2026-03-01', 'America/Los_Angeles', 4, '2026-03-01T20:00:00.000Z'],
    ['2026-03-29', 'Europe/Berlin', 4, '2026-03-29T10:00:00.000Z'],
    ['2026-10-25', 'Europe/Berlin', 4, '2026-10-25T11:00:00.000Z'],
    // A day that begins in the evening: noon of its date is of the day before.
    ['2026-03-01', 'UTC', 18, '2026-03-01T18:00:00.000Z'],
    ['1970-01-01', 'Asia/Tokyo', 0, '1970-01-01T03:00:00.000Z'],
  ])('the date %j in %s, days from %d o’clock, is %s', (text, zone, dayStart, iso) => {
    expect(instant(text, zone, dayStart)).toBe(iso);
  });

  test('a date alone is of the study day of that date, in any zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland', 'Asia/Tehran'];
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30_000 }),
        fc.constantFrom(...zones),
        fc.integer({ min: 0, max: 23 }),
        (day, zone, dayStart) => {
          const date = new Date(day * DAY_MS).toISOString().slice(0, 10);
          const { zone: own } = local(zone);
          const at = readInstant({ text: date, what }, { zone: own, dayStart });
          expect(formatStudyDay(studyDayOf(at, own, dayStart))).toBe(date);
        },
      ),
      { numRuns: 200 },
    );
  });

  test.each([
    ['noon', /is not a date or time/],
    ['1', /is not a date or time/],
    ['2026-13-24', /is not a date of the calendar/],
    ['2026-02-30T08:00', /"2026-02-30" is not a date of the calendar/],
    ['2026-11-24T25:00', /"25:00" is not a time of day/],
    ['2026-11-24T08:00+16:00', /is not a zone offset/],
    ['2026-11-24T08:00+02:60', /is not a zone offset/],
    ['2026-11-24T08', /is not a time of day/],
    ['2026-11-24T', /is not a date or time/],
    ['1969-12-31T23:59:59Z', /out of range/],
    ['1970-01-01T00:00+01:00', /out of range/],
  ])('%j is none', (text, message) => {
    const read = () => readInstant({ text, what }, { zone: UTC, dayStart: 4 });
    expect(read).toThrowError(message);
    expect(read).toThrowError(expect.objectContaining({ code: 'usage' }));
  });
});
