import { counted, grouped } from '../../model/text/counted.js';
import { wholeMinutes } from '../../model/text/figures.js';
import { TITLES } from '../../stats/labels.js';
import type { Statistics } from '../../stats/statistics.js';
import { calendarFigure } from './calendar-figure.js';
import type { Figure } from './figure.js';
import { histogramFigure } from './histogram-figure.js';
import { type ReportPage, reportPage, type Tile } from './page.js';
import { pointsFigure } from './points-figure.js';
import { hardCardsFigure, readinessFigures } from './readiness-figures.js';
import { decimal, seconds, shareText } from './words.js';
import { forecastFigure, hoursFigure, ratingsFigure, retentionFigure } from './work-figures.js';

/** Returns the statistics as a whole HTML page: what `viva stats --html` writes. */
export function statisticsPage(statistics: Statistics): Promise<string> {
  return reportPage(report(statistics));
}

function report(statistics: Statistics): ReportPage {
  return {
    title: 'How ready you are',
    subtitle: subtitle(statistics),
    tiles: tiles(statistics),
    figures: [
      ...readinessFigures(statistics.readiness),
      calendarFigure(statistics.calendar, statistics.streak),
      forecastFigure(statistics.forecast),
      retentionFigure(statistics.retention),
      ratingsFigure(statistics.ratings),
      ...distributions(statistics),
      hoursFigure(statistics.hours),
      pointsFigure(statistics.points),
      hardCardsFigure(
        'hardest',
        TITLES.hardest,
        'Most lapses first, then highest FSRS difficulty.',
        statistics.hardest,
      ),
      hardCardsFigure(
        'leeches',
        TITLES.leeches,
        'Cards that lapsed so often that rewording them may help more than reviewing them again.',
        statistics.leeches,
      ),
    ],
  };
}

function subtitle({ query, today, period, cards }: Statistics): string {
  const which =
    query === '' ? counted(cards.total, 'card') : `${counted(cards.total, 'card')} of ${query}`;
  const span =
    period.since === null && period.until === null
      ? ''
      : `; reviews from ${period.since ?? 'the first'} to ${period.until ?? 'today'}`;
  return `${which}, on ${today}${span}. Made by viva.`;
}

function tiles({ readiness, knowledge, day, streak, retention, time }: Statistics): Tile[] {
  const ever = retention.rows.find(({ window }) => window === 'ever')?.all.retention ?? null;
  return [
    { value: shareText(readiness.all.readiness), label: 'ready now, over all cards' },
    {
      value: `${decimal(knowledge.known, 0)} of ${grouped(knowledge.cards)}`,
      label: 'cards you would recall now',
    },
    { value: shareText(readiness.all.share), label: 'of cards above 90 % recall' },
    { value: shareText(ever), label: `true retention (desired ${shareText(retention.desired)})` },
    { value: counted(streak.current, 'day'), label: `streak; longest ${grouped(streak.longest)}` },
    {
      value: grouped(day.reviews),
      label: `reviews today in ${wholeMinutes(day.timeMs)}; ${grouped(day.left.total)} left`,
    },
    { value: seconds(time.meanMs), label: 'a review, on average' },
  ];
}

function distributions({ distributions: of, time }: Statistics): Figure[] {
  return [
    histogramFigure(of.retrievability, {
      id: 'retrievability',
      title: TITLES.retrievability,
      note: 'Probability of recalling each seen card now.',
      noun: 'card',
    }),
    histogramFigure(of.interval, {
      id: 'interval',
      title: TITLES.interval,
      note: 'Days from the last review to the next, of cards in review.',
      noun: 'card',
    }),
    histogramFigure(of.stability, {
      id: 'stability',
      title: TITLES.stability,
      note: 'Days until the probability of recall falls to 90 %.',
      noun: 'card',
    }),
    histogramFigure(of.difficulty, {
      id: 'difficulty',
      title: TITLES.difficulty,
      note: 'How hard each card has proved for you, 1 to 10; not the stars of the deck.',
      noun: 'card',
    }),
    histogramFigure(time.histogram, {
      id: 'time',
      title: TITLES.time,
      note: 'From the question to the rating.',
      noun: 'review',
    }),
  ];
}
