import type { Bar } from './bar-chart.js';
import { CHART_CONFIG, type Chart, INK } from './chart-style.js';
import { opening } from './words.js';

const ROW = 22;

/** Returns a bar for each group; two of one name, such as modules, are told apart. */
export function namedRows(
  groups: readonly { readonly name: string; readonly share: number | null }[],
): Bar[] {
  const seen = new Map<string, number>();
  return groups.map(({ name, share }) => {
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return { label: opening(times === 1 ? name : `${name} (${times})`, 40), value: share ?? 0 };
  });
}

/** Returns a chart of lying bars from 0 to 1, one row for each label: for names too long to stand. */
export function shareRows(bars: readonly Bar[]): Chart {
  return (width) => ({
    width,
    height: Math.max(1, bars.length) * ROW + 30,
    padding: 5,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    data: [{ name: 'bars', values: [...bars] }],
    scales: [
      {
        name: 'y',
        type: 'band',
        domain: { data: 'bars', field: 'label' },
        range: 'height',
        padding: 0.2,
      },
      { name: 'x', type: 'linear', domain: [0, 1], range: 'width' },
    ],
    axes: [
      {
        orient: 'left',
        scale: 'y',
        ticks: false,
        domain: false,
        labelPadding: 6,
        labelLimit: width / 3,
      },
      { orient: 'bottom', scale: 'x', grid: true, tickCount: 5, format: '.0%', domain: false },
    ],
    marks: [
      {
        type: 'rect',
        from: { data: 'bars' },
        encode: {
          enter: {
            y: { scale: 'y', field: 'label' },
            height: { scale: 'y', band: 1 },
            x: { scale: 'x', value: 0 },
            x2: { scale: 'x', field: 'value' },
            fill: { value: INK.accent },
          },
        },
      },
    ],
  });
}
