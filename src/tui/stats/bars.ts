import type { Style } from '../../model/text/ansi.js';
import type { Painter } from './painter.js';

const EIGHTHS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];
const LEVELS = [' ', '▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];

/**
 * Returns a bar of `share` (0..1) of so many columns, to an eighth of a column.
 * What is not nothing shows.
 */
export function bar(share: number, columns: number): string {
  const wanted = Math.round(Math.min(1, Math.max(0, share)) * columns * 8);
  const eighths = share > 0 ? Math.max(1, wanted) : 0;
  return '█'.repeat(eighths >> 3) + (EIGHTHS[eighths & 7] ?? '');
}

/** A bar on a ground of dots that shows its whole length. */
export function gauge(share: number | null, columns: number, painter: Painter, ink: Style): string {
  const filled = bar(share ?? 0, columns);
  return painter.paint(ink, filled) + painter.paint('dim', '·'.repeat(columns - filled.length));
}

/** The highest bar of a chart in columns, and how wide each bar is. */
export interface ColumnChart {
  readonly values: readonly number[];
  /** Lines of the chart, without those below it. */
  readonly height: number;
  /** Columns a value, the last of them blank where it is more than one. */
  readonly step: number;
  readonly ink: Style;
}

/** Returns a chart of upright bars, the highest as high as the chart, on a scale that begins at 0. */
export function columnChart(
  { values, height, step, ink }: ColumnChart,
  painter: Painter,
): string[] {
  const most = Math.max(0, ...values);
  return Array.from({ length: height }, (_, row) => {
    const floor = (height - 1 - row) * 8;
    const cells = values.map((value) => {
      const level = heightOf(value, most, height * 8) - floor;
      const glyph = LEVELS[Math.min(8, Math.max(0, level))] ?? ' ';
      return glyph.repeat(Math.max(1, step - 1)) + (step > 1 ? ' ' : '');
    });
    return painter.paint(ink, cells.join('').trimEnd());
  });
}

function heightOf(value: number, most: number, whole: number): number {
  if (value <= 0 || most <= 0) return 0;
  return Math.max(1, Math.round((value / most) * whole));
}

/** Returns how many values a column of a chart stands for where only so many columns are there. */
export function valuesPerColumn(values: number, columns: number): number {
  return Math.max(1, Math.ceil(values / Math.max(1, columns)));
}

/** Returns the sums of so many values each; the last may be of fewer. */
export function sumsOf(values: readonly number[], each: number): number[] {
  return Array.from({ length: Math.ceil(values.length / each) }, (_, at) =>
    values.slice(at * each, (at + 1) * each).reduce((sum, value) => sum + value, 0),
  );
}

/** A label below a chart, from a column on. */
export interface ColumnLabel {
  readonly column: number;
  readonly text: string;
}

/** Returns the line of labels below a chart; one that has no room is left out. */
export function labelLine(labels: readonly ColumnLabel[], columns: number): string {
  let line = '';
  for (const { column, text } of labels) {
    const isFree = line === '' || column > line.length;
    if (isFree && column + text.length <= columns) line = line.padEnd(column) + text;
  }
  return line;
}
