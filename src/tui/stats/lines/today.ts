import { counted } from '../../../model/text/counted.js';
import { percent, shortDuration } from '../../../model/text/figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { gauge } from '../bars.js';
import { alignLeft } from '../cells.js';
import type { Painter } from '../painter.js';

const LABEL = 11;

/** What was done today, what is left, the streak and the time a card takes. */
export function todayLines(statistics: Statistics, painter: Painter): string[] {
  const { day, streak, cards, time } = statistics;
  const row = (label: string, text: string) =>
    `${painter.paint('dim', alignLeft(label, LABEL))}${text}`;
  return [
    row('done', doneText(statistics, painter)),
    row('time', todayTime(statistics)),
    row(
      'accuracy',
      `${percent(day.accuracy)} ${gauge(day.accuracy, Math.min(20, painter.width - LABEL - 6), painter, 'green')}`,
    ),
    row('left', leftText(statistics, painter)),
    row('streak', streakText(streak, painter)),
    '',
    row('cards', `${cards.total}`),
    ...cardRows(statistics, painter),
    '',
    row('per card', `median ${shortDuration(time.medianMs)}, mean ${shortDuration(time.meanMs)}`),
    row('total', `${counted(time.reviews, 'review')} in ${shortDuration(time.totalMs)}`),
  ];
}

function doneText({ day }: Statistics, painter: Painter): string {
  const done = painter.paint('bold', counted(day.reviews, 'review'));
  return day.reviews === 0 ? 'nothing yet' : `${done} of ${counted(day.cards, 'card')}`;
}

function todayTime({ day }: Statistics): string {
  if (day.reviews === 0) return shortDuration(0);
  return `${shortDuration(day.timeMs)}, ${shortDuration(day.timeMs / day.reviews)} a review`;
}

function leftText({ day }: Statistics, painter: Painter): string {
  const { new: fresh, learning, review, total } = day.left;
  if (total === 0) return painter.paint('green', 'nothing: all done');
  const parts = [
    painter.paint('blue', `${fresh} new`),
    painter.paint('red', `${learning} learning`),
    painter.paint('green', `${review} review`),
  ];
  return parts.join(' · ');
}

function streakText(
  { current, longest, longestEnd }: Statistics['streak'],
  painter: Painter,
): string {
  const now = painter.paint('bold', counted(current, 'day'));
  if (longestEnd === null || longest === current) return now;
  return `${now} · longest ${longest}, to ${longestEnd}`;
}

function cardRows({ cards }: Statistics, painter: Painter): string[] {
  const states: [string, number, Parameters<Painter['paint']>[0]][] = [
    ['new', cards.new, 'blue'],
    ['learning', cards.learning + cards.relearning, 'red'],
    ['young', cards.young, 'cyan'],
    ['mature', cards.mature, 'green'],
  ];
  const columns = Math.max(2, Math.min(40, painter.width - LABEL - 10));
  const rows = states.map(([label, count, ink]) => {
    const share = cards.total === 0 ? 0 : count / cards.total;
    const text = String(count).padStart(6);
    return `${painter.paint('dim', alignLeft(`  ${label}`, LABEL))}${text} ${gauge(share, columns, painter, ink)}`;
  });
  const apart: [string, number][] = [
    ['suspended', cards.suspended],
    ['buried', cards.buried],
    ['leeches', cards.leeches],
    ['flagged', cards.flagged],
  ];
  const some = apart.filter(([, count]) => count > 0).map(([label, count]) => `${count} ${label}`);
  return some.length === 0 ? rows : [...rows, painter.paint('dim', `  ${some.join(' · ')}`)];
}
