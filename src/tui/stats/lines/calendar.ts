import { counted } from '../../../model/text/counted.js';
import { shortDuration } from '../../../model/text/figures.js';
import type { CalendarDay } from '../../../stats/review-figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { weekdayOf } from '../../../stats/weekday.js';
import type { Painter } from '../painter.js';

const LABEL = 4;
const WEEKDAYS = ['Mon', '', 'Wed', '', 'Fri', '', 'Sun'];
const SHADES = ['·', '░', '▒', '▓', '█'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A year of reviews, a week a column; as many weeks as fit, the newest last. */
export function calendarLines({ calendar }: Statistics, painter: Painter): string[] {
  const weeks = weeksOf(calendar.days);
  const step = painter.width - LABEL >= 2 * weeks.length ? 2 : 1;
  const shown = weeks.slice(-Math.floor((painter.width - LABEL) / step));
  const levels = levelEdges(calendar.days);
  const rows = WEEKDAYS.map((label, weekday) => {
    const cells = shown.map((week) => cellOf(week[weekday], levels, step, painter));
    return `${painter.paint('dim', label.padEnd(LABEL))}${cells.join('')}`.trimEnd();
  });
  return [
    painter.paint('dim', ' '.repeat(LABEL) + monthLabels(shown, step)),
    ...rows,
    '',
    ...legend(levels, painter),
    `${counted(calendar.reviews, 'review')} on ${counted(calendar.activeDays, 'day')}, ${shortDuration(calendar.timeMs)}`,
    painter.paint('dim', `${calendar.from} to ${calendar.to}`),
  ];
}

type Week = readonly (CalendarDay | undefined)[];

/** Weeks from Monday on; the first and the last may lack days. */
function weeksOf(days: readonly CalendarDay[]): Week[] {
  const first = days[0];
  if (first === undefined) return [];
  const lead = weekdayOf(first.date);
  const cells = [...Array<undefined>(lead).fill(undefined), ...days];
  return Array.from({ length: Math.ceil(cells.length / 7) }, (_, week) =>
    cells.slice(7 * week, 7 * week + 7),
  );
}

/**
 * Lowest counts of the four shades: quarters of a busy day, which is not the
 * busiest, so that one day of very many does not make all others pale.
 */
function levelEdges(days: readonly CalendarDay[]): number[] {
  const counts = days.map(({ reviews }) => reviews).filter((reviews) => reviews > 0);
  counts.sort((a, b) => a - b);
  const busy = counts[Math.floor(0.95 * (counts.length - 1))] ?? 1;
  return [1, 2, 3, 4].map((shade) => Math.max(shade, Math.ceil(((shade - 1) * busy) / 4)));
}

function cellOf(
  day: CalendarDay | undefined,
  edges: readonly number[],
  step: number,
  painter: Painter,
): string {
  if (day === undefined) return ' '.repeat(step);
  const level = edges.filter((edge) => day.reviews >= edge).length;
  const glyph = SHADES[level] ?? ' ';
  const gap = ' '.repeat(step - 1);
  return painter.paint(level === 0 ? 'dim' : 'green', glyph) + gap;
}

/** Names of months above the first week that begins in them, where there is room. */
function monthLabels(weeks: readonly Week[], step: number): string {
  let line = '';
  let month = -1;
  weeks.forEach((week, at) => {
    const date = week.find((day) => day !== undefined)?.date ?? '';
    const current = Number(date.slice(5, 7)) - 1;
    if (current === month) return;
    month = current;
    const column = at * step;
    const isFirst = at === 0 && Number(date.slice(8)) > 21;
    if (isFirst || column < line.length || column + 3 > weeks.length * step) return;
    line = `${line.padEnd(column)}${MONTHS[current] ?? ''} `;
  });
  return line.trimEnd();
}

function legend(edges: readonly number[], painter: Painter): string[] {
  const shades = SHADES.slice(1).map((shade, at) => {
    const from = edges[at] ?? 1;
    const to = (edges[at + 1] ?? 0) - 1;
    const range = to < 0 ? `${from}+` : from === to ? `${from}` : `${from}–${to}`;
    return `${painter.paint('green', shade)} ${range}`;
  });
  return [`${painter.paint('dim', 'a day:')} ${shades.join('  ')}`];
}
