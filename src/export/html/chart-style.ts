import type { ColorValueRef, Config, Mark, Spec } from 'vega';

/** Returns a chart drawn so many of its own units wide. */
export type Chart = (width: number) => Spec;

const CHART_HEIGHT = 180;

/** Colours as custom properties of the page, which has a light and a dark set. */
export const INK = {
  text: 'var(--text)',
  rule: 'var(--rule)',
  accent: 'var(--accent)',
  again: 'var(--again)',
  hard: 'var(--hard)',
  good: 'var(--good)',
  easy: 'var(--easy)',
} as const;

/** The five greens of the year, from no review to many. */
export const HEAT = [
  'var(--heat-0)',
  'var(--heat-1)',
  'var(--heat-2)',
  'var(--heat-3)',
  'var(--heat-4)',
];

/** What all charts share. */
export const CHART_CONFIG: Config = {
  background: 'transparent',
  axis: {
    labelColor: INK.text,
    titleColor: INK.text,
    gridColor: INK.rule,
    domainColor: INK.rule,
    tickColor: INK.rule,
    labelFont: 'inherit',
    titleFont: 'inherit',
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
  },
  legend: { labelColor: INK.text, labelFont: 'inherit', labelFontSize: 12 },
};

/** What stands upright side by side: rows of a data set by a field of theirs, and values upward. */
interface Upright {
  readonly data: string;
  readonly label: string;
  /** Between two of them, a part of the room of one, 0..1. */
  readonly gap: number;
  /** Largest value that the axis must show. */
  readonly most: number;
  /** Vega number format of the value axis. */
  readonly format: string;
  /** Title of the value axis, with its unit. */
  readonly unit: string;
}

/** Returns all of an upright chart but its data and marks; its scales are `x` and `y`. */
export function uprightFrame(width: number, { data, label, gap, most, format, unit }: Upright) {
  return {
    width,
    height: CHART_HEIGHT,
    padding: 5,
    autosize: { type: 'fit', contains: 'padding' },
    config: CHART_CONFIG,
    scales: [
      { name: 'x', type: 'band', domain: { data, field: label }, range: 'width', padding: gap },
      { name: 'y', type: 'linear', domain: [0, most], range: 'height', nice: true },
    ],
    axes: [
      { orient: 'bottom', scale: 'x', labelOverlap: true, ticks: false, labelPadding: 5 },
      { orient: 'left', scale: 'y', grid: true, tickCount: 4, format, title: unit, domain: false },
    ],
  } satisfies Spec;
}

/** A bar of an upright chart: from 0 to a field of its row. */
export function uprightBar(
  data: string,
  scale: string,
  label: string,
  value: string,
  fill: ColorValueRef,
) {
  return {
    type: 'rect',
    from: { data },
    encode: {
      enter: {
        x: { scale, field: label },
        width: { scale, band: 1 },
        y: { scale: 'y', field: value },
        y2: { scale: 'y', value: 0 },
        fill,
      },
    },
  } satisfies Mark;
}
