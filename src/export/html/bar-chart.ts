import type { Mark } from 'vega';
import { type Chart, INK, uprightBar, uprightFrame } from './chart-style.js';

export interface Bar {
  readonly label: string;
  readonly value: number;
}

export interface BarOptions {
  /** Title of the value axis, with its unit. */
  readonly unit: string;
  /** Vega number format of the value axis: `d` for counts, `.0%` for shares. */
  readonly format: string;
  /** Largest value the axis must show; from the bars when null. */
  readonly top: number | null;
  /** A line across, such as the desired retention; null for none. */
  readonly line: number | null;
}

/** Returns a chart of upright bars, one for each label in the order given. */
export function barChart(bars: readonly Bar[], { unit, format, top, line }: BarOptions): Chart {
  const most = top ?? ceiling(bars);
  return (width) => ({
    ...uprightFrame(width, { data: 'bars', label: 'label', gap: 0.15, most, format, unit }),
    data: [
      { name: 'bars', values: bars.map((bar, at) => ({ ...bar, at })) },
      { name: 'line', values: line === null ? [] : [{ value: line }] },
    ],
    marks: [uprightBar('bars', 'x', 'label', 'value', { value: INK.accent }), LINE],
  });
}

const LINE: Mark = {
  type: 'rule',
  from: { data: 'line' },
  encode: {
    enter: {
      x: { value: 0 },
      x2: { signal: 'width' },
      y: { scale: 'y', field: 'value' },
      stroke: { value: INK.again },
      strokeDash: { value: [4, 3] },
    },
  },
};

// An axis from 0 to 0 has no scale.
function ceiling(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}
