import { expect, test } from 'vitest';
import { type Horizon, sessionsLeft } from '../../../src/plan/horizon.js';

const DAY = 86_400_000;
const horizon = (days: number, shares: readonly number[] = []): Horizon => ({
  now: 0,
  deadlineAt: days * DAY,
  begunAt: 0,
  mostToday: days * 86_400,
  secondsPerDay: 1200,
  shares,
  target: 1,
  missing: 0,
});

test('sessions are one a day, but none in the last twelve hours or in a break', () => {
  const days = (left: number, shares?: number[]) =>
    sessionsLeft(horizon(left, shares)).map(({ day }) => day);
  expect(days(3.6)).toEqual([0, 1, 2, 3]);
  expect(days(3.4)).toEqual([0, 1, 2]);
  expect(days(4, [1, 0, 0.5])).toEqual([0, 2, 3]);
});

test.each([30, 180, 181, 400, 5000, 355_000])('%i days are as much time as they are', (left) => {
  const sessions = sessionsLeft(horizon(left));
  expect(sessions.length).toBeLessThan(200);
  const sum = (of: (each: (typeof sessions)[number]) => number) =>
    sessions.reduce((all, each) => all + of(each), 0);
  expect(sum(({ count }) => count)).toBe(left);
  expect(sum(({ seconds }) => seconds)).toBe(1200 * left);
});
