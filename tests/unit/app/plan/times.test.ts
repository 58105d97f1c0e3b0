import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { deadlineFrom } from '../../../../src/app/plan/times.js';
import type { Zone } from '../../../../src/model/moment.js';
import { localText } from '../../../../src/schedule/local-time.js';
import { momentAt } from '../../../../src/schedule/study-day.js';

const HOUR = 3_600_000;
const UTC: Zone = { offsetMinutes: () => 0 };
const NOW = Date.UTC(2026, 10, 24, 8);
const momentIn = (zone: Zone) => (at?: number) => momentAt(at ?? NOW, zone, 4);
const read = (given: object, before: number | null = null, zone = UTC) =>
  deadlineFrom(given, before, momentIn(zone), zone);

describe('the time of an interview', () => {
  test('is ten in the morning, if nothing else is said', () => {
    const { deadlineAt, deadlineDay } = read({ date: '2026-12-14' });
    expect(deadlineAt).toBe(Date.UTC(2026, 11, 14, 10));
    expect(deadlineDay).toBe(Date.UTC(2026, 11, 14) / 86_400_000);
  });

  test('is local, and counts for the study day that holds it', () => {
    const kolkata: Zone = { offsetMinutes: () => 330 };
    const early = read({ date: '2026-12-14', time: '02:20' }, null, kolkata);
    expect(early.deadlineAt).toBe(Date.UTC(2026, 11, 13, 20, 50));
    expect(early.deadlineDay).toBe(Date.UTC(2026, 11, 13) / 86_400_000);
  });

  test('keeps what is not said anew', () => {
    const before = Date.UTC(2026, 11, 14, 15, 30);
    expect(read({ time: '9:05' }, before).deadlineAt).toBe(Date.UTC(2026, 11, 14, 9, 5));
    expect(read({ date: '2026-12-20' }, before).deadlineAt).toBe(Date.UTC(2026, 11, 20, 15, 30));
  });

  test('on the day of the clock change is what the wall clock shows', () => {
    const change = Date.UTC(2027, 2, 28, 1);
    const berlin: Zone = { offsetMinutes: (at) => (at < change ? 60 : 120) };
    const { deadlineAt } = read({ date: '2027-03-28', time: '10:00' }, null, berlin);
    expect(deadlineAt).toBe(Date.UTC(2027, 2, 28, 8));
    expect(localText(deadlineAt, berlin)).toEqual({ date: '2027-03-28', time: '10:00' });
  });

  test('is read back as it was written', () => {
    const minute = fc.integer({ min: 1, max: 400 * 24 * 60 });
    const offset = fc.integer({ min: -12 * 4, max: 14 * 4 }).map((quarters) => quarters * 15);
    fc.assert(
      fc.property(minute, offset, (minutes, offsetMinutes) => {
        const zone: Zone = { offsetMinutes: () => offsetMinutes };
        const at = NOW + minutes * 60_000;
        expect(read(localText(at, zone), null, zone).deadlineAt).toBe(at);
      }),
    );
  });

  test.each([
    [{}, /needs the day/],
    [{ date: '2026-13-01' }, /"2026-13-01" is not a date/],
    [{ date: '2026-02-30' }, /is not a date/],
    [{ date: 'tomorrow' }, /is not a date/],
    [{ date: '2026-12-14', time: '24:00' }, /"24:00" is not a time/],
    [{ date: '2026-12-14', time: '10' }, /is not a time/],
    [{ date: '2026-11-14' }, /is in the past \(10 days ago\)/],
    [{ date: '2026-11-24', time: '08:00' }, /2026-11-24 08:00 is in the past\./],
  ])('%j is refused', (given, message) => {
    expect(() => read(given)).toThrowError(message);
    expect(() => read(given)).toThrowError(expect.objectContaining({ code: 'plan-invalid' }));
  });

  test('later on the same day is not past', () => {
    expect(read({ date: '2026-11-24', time: '09:00' }).deadlineAt).toBe(NOW + HOUR);
  });
});
