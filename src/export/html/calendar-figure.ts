import { groupBy } from '../../model/groups.js';
import { counted, grouped } from '../../model/text/counted.js';
import { wholeMinutes } from '../../model/text/figures.js';
import { TITLES } from '../../stats/labels.js';
import type { Calendar, CalendarDay } from '../../stats/review-figures.js';
import type { StreakStatistics } from '../../stats/statistics.js';
import { weekdayOf } from '../../stats/weekday.js';
import type { Figure } from './figure.js';
import { type HeatDay, heatChart } from './heat-chart.js';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Returns the year's map of reviews, its numbers by month. */
export function calendarFigure(calendar: Calendar, streak: StreakStatistics): Figure {
  const active = counted(calendar.activeDays, 'day');
  return {
    id: 'calendar',
    title: TITLES.calendar,
    note: 'Reviews on each study day, without undone ones.',
    alternative: `${counted(calendar.reviews, 'review')} on ${active} from ${calendar.from} to ${calendar.to}; ${counted(streak.current, 'day')} in a row now, ${grouped(streak.longest)} at best.`,
    chart: calendar.days.length === 0 ? null : heatChart(heatDays(calendar.days)),
    table: {
      columns: ['Month', 'Reviews', 'Passed', 'Days with reviews', 'Time'],
      rows: months(calendar.days),
    },
    open: false,
  };
}

function heatDays(days: readonly CalendarDay[]): HeatDay[] {
  const first = weekdayOf(days[0]?.date ?? '');
  let month = '';
  return days.map(({ date, reviews }, at) => {
    const name = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
    // The name stands where a month begins, not at a few last days of it.
    const begins = name !== month && Number(date.slice(8)) <= 7;
    if (name !== month && begins) month = name;
    return {
      week: Math.floor((first + at) / 7),
      weekday: (first + at) % 7,
      count: reviews,
      month: begins ? name : '',
    };
  });
}

function months(days: readonly CalendarDay[]): string[][] {
  const byMonth = groupBy(days, (day) => day.date.slice(0, 7));
  const sum = (list: CalendarDay[], of: (day: CalendarDay) => number) =>
    list.reduce((total, day) => total + of(day), 0);
  return [...byMonth].map(([month, list]) => [
    month,
    grouped(sum(list, (day) => day.reviews)),
    grouped(sum(list, (day) => day.passed)),
    grouped(list.filter((day) => day.reviews > 0).length),
    wholeMinutes(sum(list, (day) => day.timeMs)),
  ]);
}
