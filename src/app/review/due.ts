import { studyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import type { Backlog } from '../../schedule/backlog.js';
import { formatStudyDay } from '../../schedule/study-day.js';
import type { Cards } from '../cards/ports.js';
import type { Plans } from '../plan/ports.js';
import { openPlans } from '../plan/queue.js';
import type { PlanStatus } from '../plan/status.js';
import type { PlansToday } from '../plan/today.js';
import { reviewsAhead } from './backlog.js';
import { countLeft, type TodayLeft } from './left-today.js';
import type { Waiting } from './ports.js';

const FORECAST_DAYS = 14;
const EVERYTHING = { query: { kind: 'all' }, fresh: null } as const;

/** Waiting cards of one company, difficulty or part. */
export interface WaitingGroup {
  readonly name: string;
  readonly new: number;
  readonly learning: number;
  readonly review: number;
}

interface DueBreak {
  readonly from: string;
  readonly to: string;
  /** Is today in it? */
  readonly now: boolean;
}

export interface DueReport {
  /** ISO time. */
  readonly now: string;
  /** What today still holds under the daily limits. */
  readonly today: TodayLeft;
  /** How plans in force stand, the nearest interview first; whatever the query. */
  readonly plans: readonly PlanStatus[];
  /** All waiting cards, whatever the limits. */
  readonly byCompany: readonly WaitingGroup[];
  readonly byDifficulty: readonly WaitingGroup[];
  readonly byPart: readonly WaitingGroup[];
  /**
   * Reviews falling due a day; what is overdue counts for today. While a backlog is worked off,
   * its daily portions.
   */
  readonly forecast: readonly { date: string; due: number }[];
  /** The break that today is in, or the next one; null without any. */
  readonly break: DueBreak | null;
}

/**
 * Tells what is waiting today under a query, and what the next days bring.
 * `plans` is undefined where none is in force; `backlog` is that of the moment.
 */
export function dueReport(
  query: Query,
  moment: Moment,
  settings: Settings,
  store: Cards & Waiting & Plans,
  plans: PlansToday | undefined,
  backlog: Backlog | null,
  config: SchedulerConfig,
): DueReport {
  const ports = { moment, settings, config, store };
  const groups = store.waitingBy(query, moment);
  const by = (group: keyof typeof groups) =>
    groups[group].map((each) => ({
      get name() {
        return each.name;
      },
      new: each.fresh,
      learning: each.learning,
      review: each.review,
    }));
  return {
    now: new Date(moment.now).toISOString(),
    today: countLeft(query, moment, settings, store, plans, backlog),
    plans: plans ? openPlans(plans, EVERYTHING, moment, store).statuses() : [],
    byCompany: by('company'),
    byDifficulty: by('stars'),
    byPart: by('part'),
    forecast: reviewsAhead(query, FORECAST_DAYS, ports, backlog).map((due, n) => ({
      date: formatStudyDay(studyDay(moment.today + n)),
      due,
    })),
    break: dueBreak(moment),
  };
}

function dueBreak({ today, breaks = [] }: Moment): DueBreak | null {
  const next = breaks.find(({ to }) => to >= today);
  if (next === undefined) return null;
  const { from, to } = next;
  return { from: formatStudyDay(from), to: formatStudyDay(to), now: from <= today };
}
