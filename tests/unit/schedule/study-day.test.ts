import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { DAY_MS, type Zone } from '../../../src/model/moment.js';
import {
  dayStartOf,
  formatStudyDay,
  momentAt,
  parseStudyDay,
  studyDayOf,
} from '../../../src/schedule/study-day.js';
import { ianaZone, UTC } from './samples.js';

const at = (iso: string) => Date.parse(iso);
const dayAt = (iso: string, zone: Zone, hour: number) =>
  formatStudyDay(studyDayOf(at(iso), zone, hour));
const startOf = (date: string, zone: Zone, hour: number) =>
  new Date(dayStartOf(parseStudyDay(date)!, zone, hour)).toISOString();

describe('studyDayOf', () => {
  it('turns at the local hour, not at midnight', () => {
    const kathmandu = ianaZone('Asia/Kathmandu');
    expect(dayAt('2026-03-01T22:14:59.999Z', kathmandu, 4)).toBe('2026-03-01');
    expect(dayAt('2026-03-01T22:15:00Z', kathmandu, 4)).toBe('2026-03-02');
  });

  it('holds before 1970', () => {
    expect(dayAt('1969-12-31T03:59:59Z', UTC, 4)).toBe('1969-12-30');
    expect(dayAt('1969-12-31T04:00:00Z', UTC, 4)).toBe('1969-12-31');
  });

  it('gives a traveller the day of the place', () => {
    const instant = '2026-05-10T18:00:00Z';
    expect(dayAt(instant, ianaZone('Pacific/Auckland'), 4)).toBe('2026-05-11');
    expect(dayAt(instant, ianaZone('Pacific/Honolulu'), 4)).toBe('2026-05-10');
  });
});

describe('dayStartOf across clock changes', () => {
  const berlin = ianaZone('Europe/Berlin');
  const lordHowe = ianaZone('Australia/Lord_Howe');

  it('keeps 04:00 where the change is before it', () => {
    expect(startOf('2026-03-28', berlin, 4)).toBe('2026-03-28T03:00:00.000Z');
    expect(startOf('2026-03-29', berlin, 4)).toBe('2026-03-29T02:00:00.000Z');
    expect(startOf('2026-10-25', berlin, 4)).toBe('2026-10-25T03:00:00.000Z');
  });

  it('begins with the jump where the hour does not exist', () => {
    expect(startOf('2026-03-29', berlin, 2)).toBe('2026-03-29T01:00:00.000Z');
    expect(dayAt('2026-03-29T00:59:59.999Z', berlin, 2)).toBe('2026-03-28');
    expect(dayAt('2026-03-29T01:00:00Z', berlin, 2)).toBe('2026-03-29');
    // Half an hour is left out from 02:00 on.
    expect(startOf('2026-10-04', lordHowe, 2)).toBe('2026-10-03T15:30:00.000Z');
  });

  it('begins with the first stroke where the hour comes twice', () => {
    expect(startOf('2026-10-25', berlin, 2)).toBe('2026-10-25T00:00:00.000Z');
    expect(dayAt('2026-10-25T00:30:00Z', berlin, 2)).toBe('2026-10-25');
    expect(dayAt('2026-10-25T01:30:00Z', berlin, 2)).toBe('2026-10-25');
  });

  it('does not fall back to the day before where clocks go back over midnight', () => {
    const stJohns = ianaZone('America/St_Johns');
    // 2006-10-29 00:01 became 23:01 of the 28th once more.
    expect(startOf('2006-10-29', stJohns, 0)).toBe('2006-10-29T02:30:00.000Z');
    expect(dayAt('2006-10-29T02:30:30Z', stJohns, 0)).toBe('2006-10-29');
    expect(dayAt('2006-10-29T02:45:00Z', stJohns, 0)).toBe('2006-10-29');
    expect(dayAt('2006-10-29T02:29:59Z', stJohns, 0)).toBe('2006-10-28');
  });

  it('begins at one where midnight does not exist', () => {
    expect(startOf('2026-03-08', ianaZone('America/Havana'), 0)).toBe('2026-03-08T05:00:00.000Z');
  });

  it('cuts short the date that Apia left out', () => {
    const apia = ianaZone('Pacific/Apia');
    expect(startOf('2011-12-29', apia, 4)).toBe('2011-12-29T14:00:00.000Z');
    expect(startOf('2011-12-30', apia, 4)).toBe('2011-12-30T10:00:00.000Z');
    expect(startOf('2011-12-31', apia, 4)).toBe('2011-12-30T14:00:00.000Z');
    expect(startOf('2011-12-30', apia, 0)).toBe(startOf('2011-12-31', apia, 0));
    expect(dayAt('2011-12-30T10:00:00Z', apia, 0)).toBe('2011-12-31');
  });
});

const ZONES = [
  'Europe/Berlin',
  'America/St_Johns',
  'America/Havana',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Antarctica/Troll',
].map(ianaZone);

/** A zone whose clocks change by any amount, three days apart at least. */
const inventedZone: fc.Arbitrary<Zone> = fc
  .array(
    fc.record({
      gapMinutes: fc.integer({ min: 3 * 1440, max: 90 * 1440 }),
      offset: fc.integer({ min: -12 * 60, max: 14 * 60 }),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((changes) => ({
    offsetMinutes(instant) {
      let change = 0;
      let offset = 0;
      for (const next of changes) {
        change += next.gapMinutes * 60_000;
        if (instant < change) break;
        offset = next.offset;
      }
      return offset;
    },
  }));

const anyZone = fc.oneof(fc.constantFrom(...ZONES), inventedZone);
const anyHour = fc.integer({ min: 0, max: 23 });
// The first two years hold the invented changes.
const anyInstant = fc.oneof(
  fc.integer({ min: 0, max: 2 * 365 * DAY_MS }),
  fc.integer({ min: at('1970-01-02'), max: at('2060-01-01') }),
  fc.integer({ min: at('2011-12-28'), max: at('2012-01-02') }),
  fc.integer({ min: at('2026-10-03'), max: at('2026-10-26') }),
);

describe('study days as a law', () => {
  it('hold every instant between their start and the next start', () => {
    fc.assert(
      fc.property(anyZone, anyHour, anyInstant, (zone, hour, t) => {
        const day = studyDayOf(t, zone, hour);
        expect(dayStartOf(day, zone, hour)).toBeLessThanOrEqual(t);
        expect(t).toBeLessThan(dayStartOf(studyDay(day + 1), zone, hour));
        expect(momentAt(t, zone, hour)).toEqual({
          now: t,
          today: day,
          dayStart: dayStartOf(day, zone, hour),
          dayEnd: dayStartOf(studyDay(day + 1), zone, hour),
        });
      }),
      { numRuns: 500 },
    );
  });

  it('tile the line: a day ends where the next begins', () => {
    fc.assert(
      fc.property(anyZone, anyHour, anyInstant, (zone, hour, t) => {
        const { dayEnd, today } = momentAt(t, zone, hour);
        expect(studyDayOf(dayEnd - 1, zone, hour)).toBe(today);
        expect(momentAt(dayEnd, zone, hour).dayStart).toBe(dayEnd);
        expect(studyDayOf(dayEnd, zone, hour)).toBeGreaterThan(today);
      }),
      { numRuns: 500 },
    );
  });

  it('never go back as time goes on', () => {
    fc.assert(
      fc.property(
        anyZone,
        anyHour,
        anyInstant,
        fc.integer({ min: 0, max: 3 * DAY_MS }),
        (zone, hour, t, more) => {
          const [earlier, later] = [studyDayOf(t, zone, hour), studyDayOf(t + more, zone, hour)];
          expect(later).toBeGreaterThanOrEqual(earlier);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('begin when the local clock first reaches date and hour', () => {
    fc.assert(
      fc.property(anyZone, anyHour, anyInstant, (zone, hour, t) => {
        const day = studyDayOf(t, zone, hour);
        const start = dayStartOf(day, zone, hour);
        const shown = (instant: number) => instant + zone.offsetMinutes(instant) * 60_000;
        const wall = day * DAY_MS + hour * 3_600_000;
        expect(shown(start)).toBeGreaterThanOrEqual(wall);
        for (let before = 1; before <= DAY_MS; before += 1_799_999) {
          expect(shown(start - before)).toBeLessThan(wall);
        }
      }),
    );
  });
});

describe('dates of study days', () => {
  it('are written and read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 2_000_000 }), (n) => {
        expect(parseStudyDay(formatStudyDay(studyDay(n)))).toBe(n);
      }),
    );
  });

  it.each(['2026-02-30', '2026-13-01', '2026-1-1', '20260101', ' 2026-01-01', '2026-01-01T00', ''])(
    'are not read from %j',
    (text) => {
      expect(parseStudyDay(text)).toBeUndefined();
    },
  );
});
