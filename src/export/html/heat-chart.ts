import type { Spec } from 'vega';
import { CHART_CONFIG, type Chart, HEAT } from './chart-style.js';

/** One day of the year's map. */
export interface HeatDay {
  /** Column: weeks since the first shown. */
  readonly week: number;
  /** Row: 0 is Monday. */
  readonly weekday: number;
  readonly count: number;
  /** Name of the month where the day is the first shown of it, else empty. */
  readonly month: string;
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const TOP = 18;

/** Returns the map of a year: a column for each week, a row for each weekday. */
export function heatChart(days: readonly HeatDay[]): Chart {
  return (width) => heatSpec(days, width);
}

function heatSpec(days: readonly HeatDay[], width: number): Spec {
  const weeks = Math.max(1, ...days.map(({ week }) => week + 1));
  const side = (width - 40) / weeks;
  const gap = Math.min(1.5, side / 6);
  const most = Math.max(1, ...days.map(({ count }) => count));
  const cells = days.map((day) => ({ ...day, level: levelOf(day.count, most) }));
  return {
    width: width - 40,
    height: side * 7 + TOP,
    padding: { left: 35, right: 5, top: 5, bottom: 5 },
    autosize: 'none',
    config: CHART_CONFIG,
    data: [
      { name: 'days', values: cells },
      { name: 'months', values: cells.filter(({ month }) => month !== '') },
      { name: 'names', values: [0, 2, 4].map((row) => ({ row, name: DAYS[row] })) },
    ],
    scales: [{ name: 'heat', type: 'ordinal', domain: [0, 1, 2, 3, 4], range: HEAT }],
    marks: [
      {
        type: 'rect',
        from: { data: 'days' },
        encode: {
          enter: {
            x: { field: 'week', mult: side },
            y: { field: 'weekday', mult: side, offset: TOP },
            width: { value: side - gap },
            height: { value: side - gap },
            cornerRadius: { value: 2 },
            fill: { scale: 'heat', field: 'level' },
          },
        },
      },
      label('months', {
        x: { field: 'week', mult: side },
        y: { value: 10 },
        text: { field: 'month' },
      }),
      label('names', {
        x: { value: -6 },
        y: { field: 'row', mult: side, offset: TOP + side * 0.75 },
        text: { field: 'name' },
        align: { value: 'right' },
      }),
    ],
  };
}

function label(data: string, where: object): NonNullable<Spec['marks']>[number] {
  return {
    type: 'text',
    from: { data },
    encode: {
      enter: {
        ...where,
        fontSize: { value: 10 },
        font: { value: 'inherit' },
        fill: { value: 'var(--text)' },
      },
    },
  };
}

// Four levels above none, by quarters of the busiest day.
function levelOf(count: number, most: number): number {
  return count === 0 ? 0 : Math.min(4, 1 + Math.floor((count * 4) / (most + 1)));
}
