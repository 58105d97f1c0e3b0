import { counted } from '../../../model/counted.js';
import { percent } from '../../../model/figures.js';
import type { MissedGroup, Statistics } from '../../../stats/statistics.js';
import { left, name, right } from '../cells.js';
import type { Pen } from '../pen.js';

/** The points missed most, by module and company; at most so many of each. */
export function pointsLines({ points }: Statistics, pen: Pen, most: number): string[] {
  const { reviews, missed, of, modules, companies } = points;
  if (reviews === 0) return ['No points ticked off yet: press p beside an answer that has some.'];
  const wrong = points.wrong === 0 ? '' : `; ${counted(points.wrong, 'wrong one')} said`;
  const share = percent(of === 0 ? null : missed / of);
  return [
    `${missed} of ${counted(of, 'good point')} missed (${share}) in ${counted(reviews, 'review')}${wrong}`,
    ...groupLines('By module', modules, pen, most),
    ...groupLines('By company', companies, pen, most),
  ];
}

function groupLines(
  title: string,
  groups: readonly MissedGroup[],
  pen: Pen,
  most: number,
): string[] {
  if (groups.length === 0) return [];
  const width = Math.max(8, Math.min(44, pen.width - 22));
  return [
    '',
    pen.paint('bold', left(title, pen.width).trimEnd()),
    ...groups
      .slice(0, most)
      .map(
        ({ name: text, missed, of, share }) =>
          `${name(text, width)} ${right(`${missed} of ${of}`, 12)} ${right(percent(share), 6)}`,
      ),
  ];
}
