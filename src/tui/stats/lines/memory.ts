import type { Style } from '../../../model/text/ansi.js';
import { counted } from '../../../model/text/counted.js';
import { percent } from '../../../model/text/figures.js';
import type { Bin, Histogram } from '../../../stats/card-figures.js';
import { TITLES } from '../../../stats/labels.js';
import type { Statistics } from '../../../stats/statistics.js';
import { bar, gauge } from '../bars.js';
import { alignLeft, alignRight } from '../cells.js';
import { daysText, shortCount } from '../figures.js';
import type { Painter } from '../painter.js';

/** How much is known now. */
export function knowledgeLines({ knowledge }: Statistics, painter: Painter): string[] {
  const { known, seen, cards, meanSeen, meanAll } = knowledge;
  const columns = Math.max(4, Math.min(40, painter.width - 16));
  const row = (label: string, share: number | null) =>
    `${alignLeft(label, 8)}${alignRight(percent(share), 6)} ${gauge(share, columns, painter, 'magenta')}`;
  return [
    `${painter.paint('bold', known.toFixed(1))} of ${counted(cards, 'card')} would be recalled now`,
    row(`seen`, meanSeen),
    row(`all`, meanAll),
    painter.paint('dim', `mean retrievability of the ${counted(seen, 'card')} seen, and of all`),
  ];
}

/** The four distributions, two beside each other where there is room. */
export function distributionLines({ distributions }: Statistics, painter: Painter): string[] {
  const { interval, stability, difficulty, retrievability } = distributions;
  const beside = painter.width >= 76;
  const width = beside ? Math.floor((painter.width - 4) / 2) : painter.width;
  const chart = (title: string, of: Histogram, ink: Style) =>
    histogramLines(title, of, ink, width, painter);
  const pairs: [Block, Block][] = [
    [chart(TITLES.interval, interval, 'cyan'), chart(TITLES.stability, stability, 'green')],
    [
      chart(TITLES.difficulty, difficulty, 'yellow'),
      chart(TITLES.retrievability, retrievability, 'magenta'),
    ],
  ];
  return pairs.flatMap(([one, two], at) => [
    ...(at === 0 ? [] : ['']),
    ...(beside ? sideBySide(one, two, width) : [...one, { text: '', columns: 0 }, ...two]).map(
      ({ text }) => text,
    ),
  ]);
}

/** Lines with the columns that they take, colours left out. */
type Block = readonly { readonly text: string; readonly columns: number }[];

function sideBySide(one: Block, two: Block, width: number): Block {
  return Array.from({ length: Math.max(one.length, two.length) }, (_, row) => {
    const { text = '', columns = 0 } = one[row] ?? {};
    const other = two[row]?.text ?? '';
    return { text: `${text}${' '.repeat(width - columns + 4)}${other}`.trimEnd(), columns: 0 };
  });
}

const LABEL = 10;
const COUNT = 6;

function histogramLines(
  title: string,
  { unit, mean, median, bins }: Histogram,
  ink: Style,
  width: number,
  painter: Painter,
): Block {
  const said = (value: number | null) => (value === null ? '–' : valueText(value, unit));
  const note = ` median ${said(median)}, mean ${said(mean)}`;
  const most = Math.max(1, ...bins.map(({ count }) => count));
  const columns = Math.max(2, width - LABEL - COUNT - 1);
  const rows = bins.map((bin) => {
    const filled = bar(bin.count / most, columns);
    const label = `${alignLeft(binText(bin, unit), LABEL)}${alignRight(shortCount(bin.count), COUNT)} `;
    return {
      text: label + painter.paint(ink, filled),
      columns: label.length + filled.length,
    };
  });
  const head = {
    text: painter.paint('bold', title) + painter.paint('dim', note),
    columns: title.length + note.length,
  };
  return [head, ...rows];
}

function binText({ from, to }: Bin, unit: Histogram['unit']): string {
  if (unit === 'probability') return `${Math.round(from * 100)}–${Math.round((to ?? 1) * 100)} %`;
  if (unit === 'difficulty') return `${from}–${to ?? 10}`;
  return dayBinText(from, to);
}

const YEAR = 365;
const MONTH = 30;

function dayBinText(from: number, to: number | null): string {
  if (to === null) return `≥ ${daysText(from)}`;
  if (to - from === 1) return from === 0 ? '< 1 d' : `${from} d`;
  if (from >= YEAR) return `${from / YEAR}–${to / YEAR} y`;
  return from < 2 * MONTH ? `${from}–${to - 1} d` : `${from / MONTH}–${Math.round(to / MONTH)} mo`;
}

function valueText(value: number, unit: Histogram['unit']): string {
  if (unit === 'probability') return percent(value);
  return unit === 'days' ? daysText(value) : value.toFixed(1);
}
