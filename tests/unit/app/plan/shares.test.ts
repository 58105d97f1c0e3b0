import { describe, expect, test } from 'vitest';
import { dayShares } from '../../../../src/app/plan/shares.js';
import { studyDay } from '../../../../src/model/ids.js';
import { breakCalendar } from '../../../../src/schedule/breaks.js';

/** A Thursday, as day 0 was. */
const TODAY = studyDay(7 * 2_900);
const plan = (days: number) => ({ deadlineDay: studyDay(TODAY + days) });
const breaks = breakCalendar([
  { from: studyDay(TODAY + 2), to: studyDay(TODAY + 3), since: TODAY },
]);

describe('dayShares', () => {
  test('has every day from today to that of the interview, whole where nothing is said', () => {
    expect(dayShares(plan(3), { today: TODAY }, { easyDays: [] })).toEqual([1, 1, 1, 1]);
    expect(dayShares(plan(0), { today: TODAY }, { easyDays: [] })).toEqual([1]);
  });

  test('is nothing in a break, and the share of an easy day on one', () => {
    const settings = { easyDays: ['thu=0.25', 'sat', 'mon'] };
    const shares = dayShares(plan(7), { today: TODAY, breaks }, settings);
    // Thu Fri Sat Sun Mon Tue Wed Thu; Saturday and Sunday are off.
    expect(shares).toEqual([0.25, 1, 0, 0, 0.5, 1, 1, 0.25]);
  });
});
