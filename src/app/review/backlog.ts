import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import { allOf } from '../../model/query-tree.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import {
  type Ahead,
  type Backlog,
  backlogOf,
  clearedOn,
  reviewsByDay,
} from '../../schedule/backlog.js';
import { recallAt } from '../../schedule/engine.js';
import { preview } from '../../schedule/preview.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Waiting } from './ports.js';

/** Days of which is asked what falls due. */
const FORECAST_DAYS = 120;
/** Overdue cards by which is judged when reviewed ones come back. */
const SAMPLE = 100;
const FARTHEST_RETURN = 365;

const ALL = { kind: 'all' } as const;
const DUE = { kind: 'is', word: 'due' } as const;

/** Returns the backlog of a moment, or null where there is none; whatever the query. */
export function findBacklog(
  moment: Moment,
  settings: Pick<Settings, 'reviewsPerDay' | 'backlogPerDay'>,
  store: Pick<Waiting, 'overdue' | 'usualLoad'>,
): Backlog | null {
  const overdue = store.overdue(moment);
  // The usual load takes a walk over all cards: only where it can matter.
  if (backlogOf(overdue, 0, settings) === null) return null;
  return backlogOf(overdue, store.usualLoad(), settings);
}

/** A backlog with its end. */
export interface BacklogReport extends Backlog {
  /** The day on whose end it is worked off, YYYY-MM-DD; null: not within a year. */
  readonly clears: string | null;
  /** Do new cards wait for it? */
  readonly newPaused: boolean;
}

/** Returns a backlog of a moment with an honest computation of its end. */
export function backlogReport(
  backlog: Backlog,
  moment: Moment,
  settings: Settings,
  config: SchedulerConfig,
  store: Cards & Waiting,
): BacklogReport {
  const ahead = aheadOf(ALL, moment, config, store);
  const [today = 0, ...later] = ahead.falling;
  const falling = [Math.max(0, today - backlog.overdue), ...later];
  const cleared = clearedOn(backlog, { ...ahead, falling });
  const clears = cleared === null ? null : formatStudyDay(cleared);
  return { ...backlog, clears, newPaused: !settings.backlogNew };
}

/**
 * Returns the reviews to be done under a query on each of so many days, today
 * first: while a backlog is worked off its daily portions, else what falls due,
 * and what the limit of reviews a day leaves over on the days after. `backlog` saves looking for it.
 */
export function reviewsAhead(
  query: Query,
  days: number,
  { moment, settings, config, store }: OutlookPorts,
  backlog = findBacklog(moment, settings, store),
): number[] {
  if (backlog === null) {
    const falling = store.forecast(query, moment, days).map(({ due }) => due);
    const { today, breaks } = moment;
    const doneToday = store.dayCounts(today).reviews;
    const limit = { overdue: 0, perDay: settings.reviewsPerDay };
    return reviewsByDay(limit, { today, breaks, doneToday, falling, returning: [] }, days);
  }
  // What is overdue falls due today by the forecast.
  const ahead = aheadOf(query, moment, config, store);
  return reviewsByDay({ ...backlog, overdue: 0 }, ahead, days);
}

/** What the coming days' reviews are counted from. */
export interface OutlookPorts {
  readonly moment: Moment;
  readonly settings: Settings;
  readonly config: SchedulerConfig;
  readonly store: Cards & Waiting;
}

function aheadOf(
  query: Query,
  moment: Moment,
  config: SchedulerConfig,
  store: Cards & Waiting,
): Ahead {
  return {
    today: moment.today,
    breaks: moment.breaks,
    doneToday: store.dayCounts(moment.today).reviews,
    falling: store.forecast(query, moment, FORECAST_DAYS).map(({ due }) => due),
    returning: returnsOf(store.find(allOf(query, DUE), moment, SAMPLE), moment, config),
  };
}

/** The share of cards like these that comes back so many days after a review, by days. */
function returnsOf(
  records: readonly CardRecord[],
  moment: Moment,
  config: SchedulerConfig,
): number[] {
  const shares = new Array<number>(FARTHEST_RETURN).fill(0);
  const add = (days: number, share: number) => {
    if (days < FARTHEST_RETURN) shares[days] = (shares[days] ?? 0) + share / records.length;
  };
  for (const { card, memory } of records) {
    const recalled = recallAt(config, memory, moment.today);
    const outcomes = preview(card.id, memory, moment, config);
    add(outcomes[3].intervalDays, recalled);
    // A lapse is learned again on the same day, as a rule.
    const relearned = preview(card.id, outcomes[1].memory, moment, config)[3];
    add(relearned.intervalDays, 1 - recalled);
  }
  return shares;
}

/** Says how a backlog will be worked off, in one sentence or two. */
export function backlogText(backlog: BacklogReport): string {
  const { overdue, perDay, clears, newPaused } = backlog;
  const end =
    clears === null
      ? `${perDay} a day will not clear them within a year; raise backlogPerDay`
      : `${perDay} a day will clear them by ${dayName(clears)}`;
  return `${overdue} overdue: ${end}.${newPaused ? ' New cards wait until then.' : ''}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function dayName(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return `${Number(day)} ${MONTHS[Number(month) - 1] ?? month} ${year}`;
}
