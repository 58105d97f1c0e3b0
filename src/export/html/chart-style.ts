import type { Config, Spec } from 'vega';

/** Returns a chart drawn so many of its own units wide. */
export type Chart = (width: number) => Spec;

export const CHART_HEIGHT = 180;

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
