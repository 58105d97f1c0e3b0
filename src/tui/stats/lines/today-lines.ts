import { counted } from '../../../model/counted.js';
import { percent, shortDuration } from '../../../model/figures.js';
import type { Statistics } from '../../../stats/statistics.js';
import { gauge } from '../bars.js';
import { left } from '../cells.js';
import type { Pen } from '../pen.js';

const LABEL = 11;

/** What was done today, what is left, the streak and the time a card takes. */
export function todayLines(statistics: Statistics, pen: Pen): string[] {
  const { day, streak, cards, time } = statistics;
  const row = (label: string, text: string) => `${pen.paint('dim', left(label, LABEL))}${text}`;
  return [
    row('done', doneText(statistics, pen)),
    row('time', todayTime(statistics)),
    row(
      'accuracy',
      `${percent(day.accuracy)} ${gauge(day.accuracy, Math.min(20, pen.width - LABEL - 6), pen, 'green')}`,
    ),
    row('left', leftText(statistics, pen)),
    row('streak', streakText(streak, pen)),
    '',
    row('cards', `${cards.total}`),
    ...cardRows(statistics, pen),
    '',
    row('per card', `median ${shortDuration(time.medianMs)}, mean ${shortDuration(time.meanMs)}`),
    row('total', `${counted(time.reviews, 'review')} in ${shortDuration(time.totalMs)}`),
  ];
}

function doneText({ day }: Statistics, pen: Pen): string {
  const done = pen.paint('bold', counted(day.reviews, 'review'));
  return day.reviews === 0 ? 'nothing yet' : `${done} of ${counted(day.cards, 'card')}`;
}

function todayTime({ day }: Statistics): string {
  if (day.reviews === 0) return shortDuration(0);
  return `${shortDuration(day.timeMs)}, ${shortDuration(day.timeMs / day.reviews)} a review`;
}

function leftText({ day }: Statistics, pen: Pen): string {
  const { new: fresh, learning, review, total } = day.left;
  if (total === 0) return pen.paint('green', 'nothing: all done');
  const parts = [
    pen.paint('blue', `${fresh} new`),
    pen.paint('red', `${learning} learning`),
    pen.paint('green', `${review} review`),
  ];
  return parts.join(' · ');
}

function streakText({ current, longest, longestEnd }: Statistics['streak'], pen: Pen): string {
  const now = pen.paint('bold', counted(current, 'day'));
  if (longestEnd === null || longest === current) return now;
  return `${now} · longest ${longest}, to ${longestEnd}`;
}

function cardRows({ cards }: Statistics, pen: Pen): string[] {
  const states: [string, number, Parameters<Pen['paint']>[0]][] = [
    ['new', cards.new, 'blue'],
    ['learning', cards.learning + cards.relearning, 'red'],
    ['young', cards.young, 'cyan'],
    ['mature', cards.mature, 'green'],
  ];
  const columns = Math.max(2, Math.min(40, pen.width - LABEL - 10));
  const rows = states.map(([label, count, ink]) => {
    const share = cards.total === 0 ? 0 : count / cards.total;
    const text = String(count).padStart(6);
    return `${pen.paint('dim', left(`  ${label}`, LABEL))}${text} ${gauge(share, columns, pen, ink)}`;
  });
  const apart: [string, number][] = [
    ['suspended', cards.suspended],
    ['buried', cards.buried],
    ['leeches', cards.leeches],
    ['flagged', cards.flagged],
  ];
  const some = apart.filter(([, count]) => count > 0).map(([label, count]) => `${count} ${label}`);
  return some.length === 0 ? rows : [...rows, pen.paint('dim', `  ${some.join(' · ')}`)];
}
