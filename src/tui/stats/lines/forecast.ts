import { counted } from '../../../model/text/counted.js';
import type { Statistics } from '../../../stats/statistics.js';
import { columnChart, labelLine, sumsOf, valuesPerColumn } from '../bars.js';
import { alignRight } from '../cells.js';
import { shortCount } from '../figures.js';
import type { Painter } from '../painter.js';

const HEIGHT = 8;
const AXIS = 5;

/** Cards that fall due on each of the coming days; where it is narrow, days share a column. */
export function forecastLines({ forecast }: Statistics, painter: Painter): string[] {
  const { days, total } = forecast;
  const room = painter.width - AXIS;
  const each = valuesPerColumn(days.length, room);
  const step = room >= 2 * days.length ? 2 : 1;
  const values = sumsOf(
    days.map(({ due }) => due),
    each,
  );
  const chart = columnChart({ values, height: HEIGHT, step, ink: 'green' }, painter);
  const most = shortCount(Math.max(0, ...values));
  const axis = (row: number) => (row === 0 ? most : row === HEIGHT - 1 ? '0' : '');
  const perDay = days.length === 0 ? 0 : total / days.length;
  return [
    ...chart.map((line, row) => `${painter.paint('dim', alignRight(axis(row), AXIS - 1))} ${line}`),
    painter.paint('dim', ' '.repeat(AXIS) + weekLabels(days.length, step / each, room)),
    ...(each > 1 ? [painter.paint('dim', `${each} days a column`)] : []),
    '',
    `${counted(days[0]?.due ?? 0, 'card')} due today, ${days[1]?.due ?? 0} tomorrow`,
    `${counted(total, 'card')} in ${counted(days.length, 'day')}, ${perDay.toFixed(1)} a day`,
  ];
}

/** A label each week: today, +7, +14 … */
function weekLabels(days: number, columnsPerDay: number, columns: number): string {
  const labels = Array.from({ length: Math.ceil(days / 7) }, (_, week) => ({
    column: Math.floor(7 * week * columnsPerDay),
    text: week === 0 ? 'today' : `+${7 * week}`,
  }));
  return labelLine(labels, columns);
}
