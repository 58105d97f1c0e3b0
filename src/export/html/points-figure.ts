import { counted, grouped } from '../../model/text/counted.js';
import { TITLES } from '../../stats/labels.js';
import type { MissedGroup, PointStatistics } from '../../stats/review-figures.js';
import type { Figure } from './figure.js';
import { namedRows, shareRows } from './rows-chart.js';
import { shareText } from './words.js';

/** Returns the good points that ticked answers missed, by module and by company, the most first. */
export function pointsFigure({ reviews, missed, of, modules, companies }: PointStatistics): Figure {
  return {
    id: 'points',
    title: TITLES.points,
    note: 'Good points of your ticked answers that you did not name (press p at an answer, in a review or an interview).',
    alternative: `${grouped(missed)} of ${counted(of, 'good point')} missed in ${counted(reviews, 'ticked answer')}.`,
    chart: modules.length === 0 ? null : shareRows(namedRows(modules)),
    table: {
      columns: ['Module or company', 'Missed', 'Of', 'Share'],
      rows: [...modules, ...companies].map(row),
    },
    open: true,
  };
}

function row({ name, missed, of, share }: MissedGroup): string[] {
  return [name, grouped(missed), grouped(of), shareText(share)];
}
