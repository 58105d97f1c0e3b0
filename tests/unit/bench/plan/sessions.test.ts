import { expect, test } from 'vitest';
import type { Cell } from '../../../../bench/plan/cells.js';
import { calendarOf, DAY_MS, momentAt } from '../../../../bench/plan/sessions.js';
import { seededRandom } from '../../../../src/schedule/seeded-random.js';

const CELL: Cell = { cards: 10, days: 30, minutes: 20, truth: 'MCM', hour: 8, attendance: 'all' };
const calendar = (more: Partial<Cell> = {}) => calendarOf({ ...CELL, ...more }, seededRandom(1));
const days = (more: Partial<Cell>) => calendar(more).days.map(({ day }) => day);

test('in the morning there is a session two hours before the interview, in the evening none', () => {
  const morning = calendar();
  expect(morning.days).toHaveLength(31);
  expect(morning.deadlineAt - (morning.days.at(-1)?.startAt ?? 0)).toBe(2 * 3_600_000);
  expect(morning.days[0]?.left).toBe(31);
  expect(morning.days.at(-1)?.left).toBe(1);
  const evening = calendar({ hour: 20 });
  expect(evening.days).toHaveLength(30);
  expect(evening.days.at(-1)?.left).toBe(1);
});

test('sessions are missed as it is said, never the first', () => {
  expect(days({ attendance: 'last' })).toEqual(days({}).slice(0, -1));
  expect(days({ attendance: 'weekends' }).slice(0, 7)).toEqual([0, 1, 2, 3, 4, 7, 8]);
  const held = Array.from({ length: 200 }, (_, seed) =>
    calendarOf({ ...CELL, attendance: 'fifth' }, seededRandom(seed)),
  );
  const mean = held.reduce((sum, each) => sum + each.days.length, 0) / held.length;
  expect(mean).toBeCloseTo(1 + 30 * 0.8, 0);
  expect(held.every((each) => each.days[0]?.day === 0)).toBe(true);
});

test('an interview is moved a week earlier halfway, and is not known to be before', () => {
  const moved = calendar({ attendance: 'moved' });
  expect(moved.deadlineAt).toBe(calendar().deadlineAt - 7 * DAY_MS);
  expect(moved.days).toHaveLength(24);
  const known = moved.days.map(({ deadlineAt }) => (moved.deadlineAt - deadlineAt) / DAY_MS);
  expect(known.slice(14, 16)).toEqual([-7, 0]);
});

test('a study day begins at four', () => {
  const { days: sessions } = calendar();
  const { now, today, dayStart, dayEnd } = momentAt(sessions[0]?.startAt ?? 0);
  expect(now - dayStart).toBe(4 * 3_600_000);
  expect(dayEnd - dayStart).toBe(DAY_MS);
  expect(momentAt(dayStart - 1).today).toBe(today - 1);
});
