import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { daysToKeep } from '../../../../src/app/upkeep/backup-rotation.js';
import { studyDay } from '../../../../src/model/ids.js';
import { formatStudyDay as dateOf, parseStudyDay } from '../../../../src/schedule/study-day.js';

const dayOfDate = (date: string) => parseStudyDay(date) ?? null;
const day = (date: string) => dayOfDate(date)!;
const kept = (dates: readonly string[], today: string) =>
  [...daysToKeep(dates.map(day), day(today))].sort((a, b) => a - b).map(dateOf);

/** Every day of a span, as somebody who reviews daily has them. */
function everyDay(from: string, to: string): string[] {
  const days: string[] = [];
  for (let at = day(from); at <= day(to); at = studyDay(at + 1)) days.push(dateOf(at));
  return days;
}

describe('the rotation of backups', () => {
  test('keeps 7 days, the newest of 4 weeks, the newest of 12 months', () => {
    expect(kept(everyDay('2025-01-01', '2026-11-24'), '2026-11-24')).toEqual([
      '2025-12-31',
      '2026-01-31',
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
      '2026-06-30',
      '2026-07-31',
      '2026-08-31',
      '2026-09-30',
      '2026-10-31',
      // Sundays, the last days of their weeks.
      '2026-11-08',
      '2026-11-15',
      '2026-11-18',
      '2026-11-19',
      '2026-11-20',
      '2026-11-21',
      '2026-11-22',
      '2026-11-23',
      '2026-11-24',
    ]);
  });

  test('counts days on which there was a backup, not days of the calendar', () => {
    const rare = ['2024-02-01', '2024-02-02', '2025-02-01', '2026-02-01', '2026-11-24'];
    expect(kept(rare, '2026-11-24')).toEqual(rare);
  });

  test('keeps that of today when the clock was set back', () => {
    const ahead = everyDay('2026-01-01', '2026-11-24');
    expect(kept(['2025-11-24', ...ahead], '2025-11-24')).toContain('2025-11-24');
  });

  const days = fc.uniqueArray(fc.integer({ min: 18_000, max: 22_000 }), { maxLength: 200 });

  test('lets go the same whether it runs every day or once at the end', () => {
    fc.assert(
      fc.property(days, (numbers) => {
        const all = numbers.sort((a, b) => a - b).map(studyDay);
        const last = all.at(-1) ?? studyDay(0);
        let running = new Set<ReturnType<typeof studyDay>>();
        for (const today of all) running = daysToKeep([...running, today], today);
        expect([...running].sort()).toEqual([...daysToKeep(all, last)].sort());
      }),
    );
  });

  test('never keeps more than 23 beside today, nor loses the 7 newest', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 18_000, max: 22_000 }), (numbers, today) => {
        const all = numbers.map(studyDay);
        const stay = daysToKeep(all, studyDay(today));
        expect(stay.size).toBeLessThanOrEqual(24);
        for (const newest of [...all].sort((a, b) => b - a).slice(0, 7)) {
          expect(stay.has(newest)).toBe(true);
        }
      }),
    );
  });
});

test('dates and study days', () => {
  expect(dateOf(studyDay(0))).toBe('1970-01-01');
  expect(dayOfDate('2026-02-30')).toBeNull();
  expect(dayOfDate('20261124')).toBeNull();
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000 }), (n) => {
      expect(dayOfDate(dateOf(studyDay(n)))).toBe(n);
    }),
  );
});
