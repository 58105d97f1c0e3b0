import type { Moment } from '../model/moment.js';
import { calendarOf, streaksOf } from './calendar.js';
import type { CardTable } from './card-table.js';
import type { HistoryCounts } from './history.js';
import { hourStatistics, ratingStatistics } from './ratings.js';
import { retentionRows } from './retention.js';
import { share } from './share.js';
import type { Statistics, TodayStatistics } from './statistics.js';

/** The parts of the statistics that follow from the passes over reviews and cards. */
export type Counted = Pick<
  Statistics,
  | 'cards'
  | 'streak'
  | 'calendar'
  | 'retention'
  | 'knowledge'
  | 'ratings'
  | 'time'
  | 'hours'
  | 'distributions'
> & { readonly day: Omit<TodayStatistics, 'left'> };

/** First and last study day of the period, both included; no first day is -Infinity. */
export interface PeriodDays {
  readonly since: number;
  readonly until: number;
}

/** Puts together what the two passes counted; `desired` is the retention aimed at, 0..1. */
export function countedStatistics(
  history: HistoryCounts,
  cards: CardTable,
  moment: Moment,
  { since, until }: PeriodDays,
  desired: number,
): Counted {
  const { days } = history;
  return {
    cards: cards.counts(),
    day: todayOf(history, cards, moment),
    streak: streaksOf(days, moment.today),
    calendar: calendarOf(days, since, until),
    retention: { desired, rows: retentionRows(days, moment.today, { from: since, to: until }) },
    knowledge: cards.knowledge(),
    ratings: ratingStatistics(history),
    time: history.time.statistics(),
    hours: hourStatistics(history),
    distributions: cards.distributions(),
  };
}

function todayOf(
  { days, cardsToday }: HistoryCounts,
  cards: CardTable,
  { today }: Moment,
): Omit<TodayStatistics, 'left'> {
  const { reviews = 0, passed = 0, timeMs = 0 } = days.get(today) ?? {};
  return {
    reviews,
    cards: cardsToday,
    introduced: cards.introducedToday,
    timeMs,
    passed,
    accuracy: share(passed, reviews),
  };
}
