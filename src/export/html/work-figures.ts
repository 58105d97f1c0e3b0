import { counted, grouped } from '../../model/text/counted.js';
import { TITLES, WINDOW_NAMES } from '../../stats/labels.js';
import type {
  DueForecast,
  HourStatistics,
  RatingStatistics,
  RetentionStatistics,
} from '../../stats/review-figures.js';
import { barChart } from './bar-chart.js';
import type { Figure } from './figure.js';
import { ratingChart, type Slice } from './stacked-chart.js';
import { shareText } from './words.js';

const COUNTS = { format: 'd', top: null, line: null } as const;

/** Returns the cards that fall due on each of the coming days. */
export function forecastFigure({ days, total }: DueForecast): Figure {
  const busiest = days.reduce((most, day) => (day.due > most.due ? day : most), {
    date: '',
    due: 0,
  });
  return {
    id: 'forecast',
    title: TITLES.forecast,
    note: 'Cards that fall due; overdue cards count for today. Cards not yet seen are not included.',
    alternative: `${counted(total, 'card')} due in ${counted(days.length, 'day')}${busiest.due > 0 ? `; most on ${busiest.date}: ${grouped(busiest.due)}` : ''}.`,
    chart: barChart(
      days.map(({ date, due }) => ({ label: date.slice(5), value: due })),
      { ...COUNTS, unit: 'cards due' },
    ),
    table: {
      columns: ['Day', 'Cards due'],
      rows: days.map(({ date, due }) => [date, grouped(due)]),
    },
    open: false,
  };
}

/** Returns the true retention of young and mature cards over time. */
export function retentionFigure({ desired, rows }: RetentionStatistics): Figure {
  const ever = rows.find(({ window }) => window === 'ever')?.all;
  const measured = rows.filter(({ all }) => all.retention !== null);
  return {
    id: 'retention',
    title: TITLES.retention,
    note: 'Of each card’s first review of a day in review state, the share not rated Again. Young: less than 21 days since the review before; mature: 21 or more. The dashed line is the desired retention.',
    alternative: `${shareText(ever?.retention ?? null)} over all time, against ${shareText(desired)} desired.`,
    chart: barChart(
      measured.map(({ window, all }) => ({
        label: WINDOW_NAMES[window],
        value: all.retention ?? 0,
      })),
      { unit: 'recalled', format: '.0%', top: 1, line: desired },
    ),
    table: {
      columns: ['Window', 'Young', 'Mature', 'All', 'Passed', 'Failed'],
      rows: rows.map(({ window, young, mature, all }) => [
        WINDOW_NAMES[window],
        shareText(young.retention),
        shareText(mature.retention),
        shareText(all.retention),
        grouped(all.passed),
        grouped(all.failed),
      ]),
    },
    open: true,
  };
}

/** Returns the ratings by the state in which the card was. */
export function ratingsFigure({ groups, total, passed }: RatingStatistics): Figure {
  const slices: Slice[] = groups.flatMap(({ group, again, hard, good, easy }) => [
    { group, rating: 'Again', count: again },
    { group, rating: 'Hard', count: hard },
    { group, rating: 'Good', count: good },
    { group, rating: 'Easy', count: easy },
  ]);
  return {
    id: 'ratings',
    title: TITLES.ratings,
    note: 'All reviews by the state of the card at that time.',
    alternative: `${counted(total, 'review')}, ${grouped(passed)} of them rated Hard, Good or Easy.`,
    chart: ratingChart(slices),
    table: {
      columns: ['State', 'Again', 'Hard', 'Good', 'Easy', 'All', 'Passed'],
      rows: groups.map(({ group, again, hard, good, easy, total: all, accuracy }) => [
        group,
        ...[again, hard, good, easy, all].map(grouped),
        shareText(accuracy),
      ]),
    },
    open: true,
  };
}

/** Returns reviews and success by the hour of the day. */
export function hoursFigure(hours: readonly HourStatistics[]): Figure {
  const busiest = hours.reduce<HourStatistics | null>(
    (most, hour) => (hour.reviews > (most?.reviews ?? 0) ? hour : most),
    null,
  );
  return {
    id: 'hours',
    title: TITLES.hours,
    note: 'Reviews by the local clock, with the share not rated Again.',
    alternative:
      busiest === null
        ? 'No reviews yet.'
        : `Most reviews at ${busiest.hour}:00: ${grouped(busiest.reviews)}, ${shareText(busiest.accuracy)} passed.`,
    chart: barChart(
      hours.map(({ hour, reviews }) => ({ label: String(hour), value: reviews })),
      { ...COUNTS, unit: 'reviews' },
    ),
    table: {
      columns: ['Hour', 'Reviews', 'Passed', 'Share passed'],
      rows: hours
        .filter(({ reviews }) => reviews > 0)
        .map(({ hour, reviews, passed, accuracy }) => [
          `${hour}:00`,
          grouped(reviews),
          grouped(passed),
          shareText(accuracy),
        ]),
    },
    open: false,
  };
}
