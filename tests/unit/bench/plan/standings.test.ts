import { expect, test } from 'vitest';
import type { Cell } from '../../../../bench/plan/cells.js';
import { cellName } from '../../../../bench/plan/cells.js';
import { estimate, quantile } from '../../../../bench/plan/estimate.js';
import { foresights, movement } from '../../../../bench/plan/forecasts.js';
import { reportOf } from '../../../../bench/plan/report.js';
import { cellResult, type Row } from '../../../../bench/plan/standings.js';
import { summaryOf } from '../../../../bench/plan/summary.js';

const CELL: Cell = { cards: 10, days: 2, minutes: 10, truth: 'MCM', hour: 20, attendance: 'all' };

function row(way: string, person: number, stops: readonly number[], said = 0.5): Row {
  const days = stops.map((stopped, day) => {
    const isViva = way === 'viva';
    return {
      day,
      seconds: 600,
      late: isViva ? day : 0,
      stopped,
      said: isViva ? said + 0.1 * day : null,
    };
  });
  const recall = stops.at(-1) ?? 0;
  const foretold = [{ when: 'first' as const, expected: 0.6, low: 0.5, high: 0.7 }];
  return { cell: cellName(CELL), person, way, played: { recall, days, foretold } };
}

const ROWS = [
  row('viva', 0, [0.1, 0.6]),
  row('viva', 1, [0.3, 0.8]),
  row('FSRS 0.9', 0, [0.4, 0.5]),
  row('FSRS 0.9', 1, [0.4, 0.5]),
  row('random', 0, [0.2, 0.9]),
  row('random', 1, [0.2, 0.9]),
  // Of this person not every way was played.
  row('viva', 2, [0, 0]),
];

test('mean and margin, and quantiles', () => {
  expect(estimate([1, 2, 3])).toEqual({ mean: 2, margin: 1.96 / Math.sqrt(3) });
  expect(estimate([])).toEqual({ mean: 0, margin: 0 });
  expect(quantile([3, 1, 2], 0.25)).toBe(1.5);
});

test('a cell: standings, the shortfall from its best way, the worst day to stop', () => {
  const result = cellResult(CELL, ROWS);
  expect(result?.people).toBe(2);
  expect(result?.best).toBe('random');
  expect(result?.shortfall.mean).toBeCloseTo(0.2, 9);
  const usual = result?.standings.find(({ way }) => way === 'FSRS 0.9');
  expect(usual?.lead.mean).toBeCloseTo(0.2, 9);
  expect(usual?.minutes).toBe(20);
  expect(result?.worstStop?.day).toBe(0);
  expect(result?.worstStop?.lead.mean).toBeCloseTo(-0.2, 9);
});

test('forecasts: how many truths lie within, and on which side the others', () => {
  const [first] = foresights([CELL], ROWS.slice(0, 2));
  expect(first).toMatchObject({
    truths: 'others',
    when: 'first',
    count: 2,
    covered: 0.5,
    above: 0.5,
  });
  expect(first?.width).toBeCloseTo(0.2, 9);
  expect(first?.bias).toBeCloseTo(-0.1, 9);
  expect(movement([CELL], ROWS).most).toBeCloseTo(0.1, 9);
  // Two people end at 0.6 and 0.8: 0.1² and 0.3² become 0 and 0.2² by moves of 0.1.
  expect(movement([CELL], ROWS.slice(0, 2)).overLearned).toBeCloseTo(0.02 / 0.06, 9);
});

test('over all cells: the best rival, late looks, and a page that names every way', () => {
  const summary = summaryOf([CELL], ROWS);
  expect(summary.totals.map(({ way }) => way)).toEqual(['viva', 'random', 'FSRS 0.9']);
  expect(summary.totals[0]?.shortfall).toBeCloseTo(0.2, 9);
  expect(summary.budgets).toMatchObject({ used: 1, mostLate: 1, overrun: 0 });
  const page = reportOf(summary);
  for (const way of ['viva', 'random', 'FSRS 0.9']) expect(page).toContain(`| ${way} |`);
  expect(page).toContain(
    'Lead over the best rival chosen once for all cells (random): -20.0 points.',
  );
});
