import { percent } from '../../../model/text/figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { columnChart, labelLine, sumsOf, valuesPerColumn } from '../bars.js';
import type { Painter } from '../painter.js';

const HEIGHT = 5;

/**
 * Reviews by the hour of the day, and the hours of the best and the worst
 * accuracy; where it is narrow, hours share a column.
 */
export function hourLines({ hours }: Statistics, painter: Painter): string[] {
  const reviews = hours.map((hour) => hour.reviews);
  if (Math.max(0, ...reviews) === 0) return [painter.paint('dim', 'no reviews')];
  const step = painter.width >= 24 * 3 ? 3 : 1;
  const each = valuesPerColumn(hours.length, painter.width);
  const chart = columnChart(
    { values: sumsOf(reviews, each), height: HEIGHT, step, ink: 'cyan' },
    painter,
  );
  const labels = hours
    .filter(({ hour }) => step > 1 || hour % 6 === 0)
    .map(({ hour }) => ({
      column: Math.floor((hour * step) / each),
      text: step > 1 ? String(hour).padStart(2, '0') : String(hour),
    }));
  return [
    ...chart,
    painter.paint('dim', labelLine(labels, painter.width)),
    ...(each > 1 ? [painter.paint('dim', `${each} hours a column`)] : []),
    ...extremes(hours),
  ];
}

/** Hours with fewer reviews than this share of the busiest say little. */
const MIN_SHARE = 0.1;

function extremes(hours: Statistics['hours']): string[] {
  const most = Math.max(...hours.map(({ reviews }) => reviews));
  const telling = hours
    .filter(({ reviews, accuracy }) => accuracy !== null && reviews >= most * MIN_SHARE)
    .toSorted((a, b) => (b.accuracy ?? 0) - (a.accuracy ?? 0));
  const best = telling[0];
  const worst = telling[telling.length - 1];
  if (best === undefined || worst === undefined || telling.length < 2) return [];
  const said = (hour: typeof best) =>
    `${String(hour.hour).padStart(2, '0')} h (${percent(hour.accuracy)})`;
  return [`best recall at ${said(best)}, worst at ${said(worst)}`];
}
