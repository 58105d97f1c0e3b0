import { describe, expect, test } from 'vitest';
import type { Cell } from '../../../bench/plan/cells.js';
import { ATTENDANCES, cellName } from '../../../bench/plan/cells.js';
import { makeDeck } from '../../../bench/plan/deck.js';
import { play, WAYS } from '../../../bench/plan/play.js';
import { summaryOf } from '../../../bench/plan/summary.js';
import { TRUTHS } from '../../../bench/plan/truths/list.js';
import { openTestStore, temporaryPath } from '../store/support.js';

const CARDS = 24;
const SMALL: Cell = {
  cards: CARDS,
  days: 4,
  minutes: 4,
  truth: 'sketch',
  hour: 20,
  attendance: 'all',
};
const played = (cell: Cell, way: string, person = 0) =>
  play({ cell, person, way, foretells: true });

test('a day on the store in memory is the day on the real one', () => {
  const path = temporaryPath();
  makeDeck(path, CARDS);
  const store = openTestStore(path);
  const cell = { ...SMALL, truth: 'ACT-R', days: 6, attendance: 'moved' as const };
  const real = play({ cell, person: 0, way: 'viva', foretells: true, store });
  expect(real).toEqual(played(cell, 'viva'));
});

test('the same game gives the same, another person another', () => {
  const one = played(SMALL, 'viva');
  expect(played(SMALL, 'viva')).toEqual(one);
  expect(played(SMALL, 'viva', 1).recall).not.toBe(one.recall);
  expect(played(SMALL, 'greedy')).toEqual(played(SMALL, 'greedy'));
});

describe.each(WAYS)('%s', (way) => {
  test('keeps sessions and minutes, and what it came to is that of its last day', () => {
    const { days, recall } = played(SMALL, way);
    expect(days.map(({ day }) => day)).toEqual([0, 1, 2, 3]);
    expect(recall).toBeGreaterThan(0.1);
    expect(recall).toBeLessThanOrEqual(1);
    expect(days.at(-1)?.stopped).toBeCloseTo(recall, 9);
    // At most one look begins within the minutes and ends beyond them.
    if (way !== 'viva') for (const { seconds } of days) expect(seconds).toBeLessThan(4 * 60 + 300);
  });
});

test("viva's forecasts are of the first, the middle and the last session", () => {
  const { foretold } = played(SMALL, 'viva');
  expect(foretold.map(({ when }) => when)).toEqual(['first', 'half', 'last']);
  for (const { low, expected, high } of foretold) {
    expect(low).toBeLessThanOrEqual(expected);
    expect(high).toBeGreaterThanOrEqual(expected);
  }
});

const kindOf = (index: number) => ATTENDANCES[index % ATTENDANCES.length] ?? 'all';

test('every truth, hour and attendance can be played, and comes to a summary', () => {
  const cells = TRUTHS.flatMap(({ name }, index): Cell[] => [
    { ...SMALL, truth: name, hour: index % 2 === 0 ? 8 : 20, attendance: kindOf(index) },
  ]);
  const rows = cells.flatMap((cell) =>
    ['viva', 'random'].map((way) => ({
      cell: cellName(cell),
      person: 0,
      way,
      played: played(cell, way),
    })),
  );
  const summary = summaryOf(cells, rows);
  expect(summary.cells).toHaveLength(cells.length);
  expect(summary.totals.map(({ way }) => way)).toEqual(['viva', 'random']);
});
