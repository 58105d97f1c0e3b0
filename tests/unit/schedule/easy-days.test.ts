import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../../src/model/settings.js';
import { EVERY_DAY_FULL, shareOf, weekShares } from '../../../src/schedule/easy-days.js';
import { parseStudyDay } from '../../../src/schedule/study-day.js';

const share = (date: string, days: readonly string[]) =>
  shareOf(parseStudyDay(date)!, weekShares(days));

describe('weekShares', () => {
  it('finds weekdays by the calendar, before 1970 too', () => {
    expect(share('2026-11-28', ['sat=0.25'])).toBe(0.25);
    expect(share('2026-11-29', ['sat=0.25', 'sun=0'])).toBe(0);
    expect(share('2026-11-30', ['sat=0.25', 'sun=0'])).toBe(1);
    expect(share('1969-12-28', ['sun=0'])).toBe(0);
  });

  it('gives half a share to a day without a number, and all days their full one by default', () => {
    expect(share('2026-11-24', ['tue'])).toBe(0.5);
    expect(weekShares([])).toEqual(EVERY_DAY_FULL);
  });
});

describe('the setting', () => {
  it('takes weekdays with shares from 0 to 1 only', () => {
    const ok = ['mon', 'sun=0', 'sat=0.5', 'fri=.25', 'thu=1', 'wed=1.0'];
    expect(settingsSchema.parse({ easyDays: ok }).easyDays).toEqual(ok);
    for (const bad of ['sunday', 'sun=2', 'sun=-1', 'sun=', 'sun=0.5x', 'SUN', '']) {
      expect(settingsSchema.safeParse({ easyDays: [bad] }).success, bad).toBe(false);
    }
  });
});
