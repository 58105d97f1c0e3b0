import type { Statistics } from '../../../stats/statistics.js';
import { columnChart } from '../bars.js';
import { right } from '../cells.js';
import { counted, shortCount } from '../figures.js';
import type { Pen } from '../pen.js';

const HEIGHT = 8;
const AXIS = 5;

/** Cards that fall due on each of the coming days. */
export function forecastLines({ forecast }: Statistics, pen: Pen): string[] {
  const { days, total } = forecast;
  const values = days.map(({ due }) => due);
  const most = Math.max(0, ...values);
  const step = pen.width - AXIS >= 2 * days.length ? 2 : 1;
  const chart = columnChart({ values, height: HEIGHT, step, ink: 'green' }, pen);
  const axis = (row: number) => (row === 0 ? shortCount(most) : row === HEIGHT - 1 ? '0' : '');
  const perDay = days.length === 0 ? 0 : total / days.length;
  return [
    ...chart.map((line, row) => `${pen.paint('dim', right(axis(row), AXIS - 1))} ${line}`),
    pen.paint('dim', `${' '.repeat(AXIS)}${dayLabels(days.length, step)}`),
    '',
    `${counted(days[0]?.due ?? 0, 'card')} due today, ${days[1]?.due ?? 0} tomorrow`,
    `${counted(total, 'card')} in ${days.length} days, ${perDay.toFixed(1)} a day`,
  ];
}

/** A label each week: today, +7, +14 … */
function dayLabels(days: number, step: number): string {
  const weeks = Array.from({ length: Math.ceil(days / 7) }, (_, week) =>
    (week === 0 ? 'today' : `+${7 * week}`).padEnd(7 * step),
  );
  return weeks.join('').trimEnd();
}
