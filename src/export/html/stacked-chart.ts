import { CHART_CONFIG, CHART_HEIGHT, type Chart, INK } from './chart-style.js';

/** So many ratings of one kind within one group. */
export interface Slice {
  readonly group: string;
  readonly rating: 'Again' | 'Hard' | 'Good' | 'Easy';
  readonly count: number;
}

const RATINGS = ['Again', 'Hard', 'Good', 'Easy'];

/** Returns a chart of ratings side by side within each group. */
export function ratingChart(slices: readonly Slice[]): Chart {
  const most = Math.max(1, ...slices.map(({ count }) => count));
  return (width) => ({
    width,
    height: CHART_HEIGHT,
    padding: 5,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    data: [{ name: 'slices', values: [...slices] }],
    scales: [
      {
        name: 'x',
        type: 'band',
        domain: { data: 'slices', field: 'group' },
        range: 'width',
        padding: 0.2,
      },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: true },
      {
        name: 'colour',
        type: 'ordinal',
        domain: RATINGS,
        range: [INK.again, INK.hard, INK.good, INK.easy],
      },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', ticks: false, labelPadding: 5 },
      {
        orient: 'left',
        scale: 'y',
        grid: true,
        tickCount: 4,
        format: 'd',
        title: 'ratings',
        domain: false,
      },
    ],
    legends: [{ fill: 'colour', orient: 'top', direction: 'horizontal' }],
    marks: [
      {
        type: 'group',
        from: { facet: { data: 'slices', name: 'group', groupby: 'group' } },
        encode: { enter: { x: { scale: 'x', field: 'group' } } },
        signals: [{ name: 'width', update: "bandwidth('x')" }],
        scales: [{ name: 'place', type: 'band', domain: RATINGS, range: 'width', padding: 0.1 }],
        marks: [
          {
            type: 'rect',
            from: { data: 'group' },
            encode: {
              enter: {
                x: { scale: 'place', field: 'rating' },
                width: { scale: 'place', band: 1 },
                y: { scale: 'y', field: 'count' },
                y2: { scale: 'y', value: 0 },
                fill: { scale: 'colour', field: 'rating' },
              },
            },
          },
        ],
      },
    ],
  });
}
