import { CHART_CONFIG, CHART_HEIGHT, type Chart, INK } from './chart-style.js';

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
  return (width) => ({
    width,
    height: CHART_HEIGHT,
    padding: 5,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    data: [
      { name: 'bars', values: bars.map((bar, at) => ({ ...bar, at })) },
      { name: 'line', values: line === null ? [] : [{ value: line }] },
    ],
    scales: [
      {
        name: 'x',
        type: 'band',
        domain: { data: 'bars', field: 'label' },
        range: 'width',
        padding: 0.15,
      },
      { name: 'y', type: 'linear', domain: [0, top ?? ceiling(bars)], range: 'height', nice: true },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', labelOverlap: true, ticks: false, labelPadding: 5 },
      { orient: 'left', scale: 'y', grid: true, tickCount: 4, format, title: unit, domain: false },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            x: { scale: 'x', field: 'label' },
            width: { scale: 'x', band: 1 },
            y: { scale: 'y', field: 'value' },
            y2: { scale: 'y', value: 0 },
            fill: { value: INK.accent },
          },
        },
      },
      {
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
      },
    ],
  });
}

// An axis from 0 to 0 has no scale.
function ceiling(bars: readonly Bar[]): number {
  return Math.max(1, ...bars.map(({ value }) => value));
}
