import { counted, grouped } from '../../model/text/counted.js';
import type { Bin, Histogram, HistogramUnit } from '../../stats/card-figures.js';
import { barChart } from './bar-chart.js';
import type { Figure } from './figure.js';
import { decimal, shareText } from './words.js';

interface HistogramWords {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What is counted: `cards` or `reviews`. */
  readonly noun: 'card' | 'review';
}

/** Returns a distribution as a chart of its bins. */
export function histogramFigure(histogram: Histogram, words: HistogramWords): Figure {
  const { unit, bins, count, mean, median } = histogram;
  const centre = `mean ${amount(mean, unit)}, median ${amount(median, unit)}`;
  return {
    id: words.id,
    title: words.title,
    note: words.note,
    alternative: `${counted(count, words.noun)}${count > 0 ? `: ${centre}` : ''}.`,
    chart: barChart(
      bins.map((bin) => ({ label: binName(bin, unit), value: bin.count })),
      { unit: `${words.noun}s`, format: 'd', top: null, line: null },
    ),
    table: {
      columns: [unitName(unit), words.noun === 'card' ? 'Cards' : 'Reviews'],
      rows: bins.map((bin) => [binName(bin, unit), grouped(bin.count)]),
    },
    open: false,
  };
}

function binName({ from, to }: Bin, unit: HistogramUnit): string {
  const name = (value: number) =>
    unit === 'probability' ? `${Math.round(value * 100)}%` : String(value);
  return to === null ? `≥${name(from)}` : `${name(from)}–${name(to)}`;
}

function amount(value: number | null, unit: HistogramUnit): string {
  if (unit === 'probability') return shareText(value);
  const name = { days: ' days', seconds: ' s', difficulty: '' }[unit];
  return `${decimal(value)}${name}`;
}

function unitName(unit: HistogramUnit): string {
  return { days: 'Days', seconds: 'Seconds', difficulty: 'Difficulty', probability: 'Probability' }[
    unit
  ];
}
