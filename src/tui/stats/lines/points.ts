import { counted } from '../../../model/text/counted.js';
import { percent } from '../../../model/text/figures.js';
import type { MissedGroup } from '../../../stats/review-figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { alignLeft, alignRight, nameCell } from '../cells.js';
import type { Painter } from '../painter.js';

/** The points missed most, by module and company; at most so many of each. */
export function pointsLines({ points }: Statistics, painter: Painter, most: number): string[] {
  const { reviews, missed, of, modules, companies } = points;
  if (reviews === 0) return ['No points ticked yet: press p at an answer that has points.'];
  const wrong = points.wrong === 0 ? '' : `; ${counted(points.wrong, 'wrong one')} said`;
  const share = percent(of === 0 ? null : missed / of);
  return [
    `${missed} of ${counted(of, 'good point')} missed (${share}) in ${counted(reviews, 'review')}${wrong}`,
    ...groupLines('By module', modules, painter, most),
    ...groupLines('By company', companies, painter, most),
  ];
}

function groupLines(
  title: string,
  groups: readonly MissedGroup[],
  painter: Painter,
  most: number,
): string[] {
  if (groups.length === 0) return [];
  const width = Math.max(8, Math.min(44, painter.width - 22));
  return [
    '',
    painter.paint('bold', alignLeft(title, painter.width).trimEnd()),
    ...groups
      .slice(0, most)
      .map(
        ({ name: text, missed, of, share }) =>
          `${nameCell(text, width)} ${alignRight(`${missed} of ${of}`, 12)} ${alignRight(percent(share), 6)}`,
      ),
  ];
}
