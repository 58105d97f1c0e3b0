import type { Style } from '../../../model/text/ansi.js';
import { percent } from '../../../model/text/figures.js';
import { WINDOW_NAMES } from '../../../stats/labels.js';
import type { RatingCounts, RetentionCell } from '../../../stats/review-figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { alignLeft, alignRight } from '../cells.js';
import { shortCount } from '../figures.js';
import type { Painter } from '../painter.js';

const LABEL = 10;
const ROOMY = 66;
/** Columns from which a cell says of how many reviews, too. */
const ROOMY_CELL = 18;

/** True retention of young and mature cards against the retention that is aimed at. */
export function retentionLines({ retention, period }: Statistics, painter: Painter): string[] {
  const { desired, rows } = retention;
  const width = painter.width >= ROOMY ? ROOMY_CELL : 9;
  const isChosen = period.since !== null || period.until !== null;
  const shown = rows.filter(({ window }) => window !== 'period' || isChosen);
  const cell = (of: RetentionCell) => cellText(of, desired, width, painter);
  const titles = ['young', 'mature', 'all'].map((title) => alignRight(title, width)).join('');
  return [
    painter.paint('dim', `${alignLeft('', LABEL)}${titles}`),
    ...shown.map(
      ({ window, young, mature, all }) =>
        `${alignLeft(WINDOW_NAMES[window], LABEL)}${cell(young)}${cell(mature)}${cell(all)}`,
    ),
    '',
    `aimed at: ${percent(desired)}`,
  ];
}

function cellText(cell: RetentionCell, desired: number, width: number, painter: Painter): string {
  const { passed, failed, retention } = cell;
  const text = percent(retention, 1);
  const of =
    width < ROOMY_CELL || retention === null
      ? ''
      : ` of ${alignRight(shortCount(passed + failed), 4)}`;
  const gap = ' '.repeat(Math.max(1, width - text.length - of.length));
  const ink = retention === null ? 'dim' : inkOf(retention, desired);
  return gap + painter.paint(ink, text) + painter.paint('dim', of);
}

/** How far below the aim is still near it. */
const NEAR = 0.05;

function inkOf(retention: number, desired: number): Style {
  if (retention >= desired) return 'green';
  return retention >= desired - NEAR ? 'yellow' : 'red';
}

const RATING_INKS: readonly (readonly [keyof RatingCounts & string, Style])[] = [
  ['again', 'red'],
  ['hard', 'yellow'],
  ['good', 'green'],
  ['easy', 'blue'],
];

/** Ratings by the state of the card. */
export function ratingLines({ ratings }: Statistics, painter: Painter): string[] {
  const width = painter.width >= ROOMY ? 9 : 6;
  const groups = ratings.groups.filter(({ group, total }) => total > 0 || group !== 'cram');
  const head = [...RATING_INKS.map(([rating]) => rating), 'right'];
  return [
    painter.paint(
      'dim',
      alignLeft('', LABEL) + head.map((title) => alignRight(title, width)).join(''),
    ),
    ...groups.map((counts) => {
      const cells = RATING_INKS.map(([rating, ink]) =>
        painter.paint(ink, alignRight(shortCount(Number(counts[rating])), width)),
      );
      return `${alignLeft(counts.group, LABEL)}${cells.join('')}${alignRight(percent(counts.accuracy), width)}`;
    }),
  ];
}
