import type { Mark, Scale } from 'vega';
import { type Chart, INK, uprightBar, uprightFrame } from './chart-style.js';

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
  return (width) => {
    const axes = { data: 'slices', label: 'group', gap: 0.2, most, format: 'd', unit: 'ratings' };
    const frame = uprightFrame(width, axes);
    return {
      ...frame,
      data: [{ name: 'slices', values: [...slices] }],
      scales: [...frame.scales, COLOURS],
      legends: [{ fill: 'colour', orient: 'top', direction: 'horizontal' }],
      marks: [GROUP],
    };
  };
}

const COLOURS: Scale = {
  name: 'colour',
  type: 'ordinal',
  domain: RATINGS,
  range: [INK.again, INK.hard, INK.good, INK.easy],
};

const GROUP: Mark = {
  type: 'group',
  from: { facet: { data: 'slices', name: 'group', groupby: 'group' } },
  encode: { enter: { x: { scale: 'x', field: 'group' } } },
  signals: [{ name: 'width', update: "bandwidth('x')" }],
  scales: [{ name: 'place', type: 'band', domain: RATINGS, range: 'width', padding: 0.1 }],
  marks: [uprightBar('group', 'place', 'rating', 'count', { scale: 'colour', field: 'rating' })],
};
