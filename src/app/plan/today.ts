import { type CardId, type StudyDay, studyDay } from '../../model/ids.js';
import { DAY_MS, MINUTE_MS, type Moment } from '../../model/moment.js';
import { NO_TARGET } from '../../model/plan.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { Belief } from '../../plan/belief.js';
import { type PlannedDay, planDay } from '../../plan/day.js';
import { type Horizon, secondsToday } from '../../plan/horizon.js';
import type { Outlook } from '../../plan/outlook.js';
import type { Learner } from '../../schedule/fit/learner.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { Scan } from '../export/ports.js';
import { type DoneToday, doneToday, plansWithCards, spentOnAll } from './day.js';
import { asOfDayStart, type PastJournal } from './day-start.js';
import type { PlanRecord, Plans, StoredPlanCard } from './ports.js';
import { type DaySettings, dayShares } from './shares.js';

/** What a plan reads of the store. */
export type PlanStore = Plans & Scan & PastJournal;

/** What a plan makes of the study day. */
export interface PlanToday {
  readonly plan: PlanRecord;
  /** Days to the interview; 0 on its day. */
  readonly daysLeft: number;
  /** Number of cards that it decides on. */
  readonly cards: number;
  /** Those cards in the order in which they are to be reviewed, as far as there is time. */
  readonly order: readonly CardId[];
  /** Time that it may take today: what is worth spending of its minutes, ms. */
  readonly allowedMs: number;
  /** Nothing is gained by any more time, today or later, or the target is reached without it. */
  readonly wantsNothing: boolean;
  /** What is to be expected of all its cards, those of plans with an earlier interview too; null without one. */
  readonly outlook: Outlook | null;
  readonly day: PlannedDay;
  readonly horizon: Horizon;
  /** The person's times. */
  readonly learner: Learner;
  /** What the steps of a card take them on a day, ms. */
  readonly stepsMs: number;
}

/** The plans of a study day: computed once from its morning, and good until it ends. */
export interface PlansToday {
  readonly today: StudyDay;
  /** The nearest interview first. */
  readonly plans: readonly PlanToday[];
}

/**
 * Plans the study day for every plan in force, from the cards as they were
 * when it began: the same whenever it is computed on that day, but for the hour
 * at which its first session begins.
 */
export function planToday(
  store: PlanStore,
  config: SchedulerConfig,
  settings: DaySettings,
  moment: Moment,
): PlansToday {
  const inputs = readDayInputs(store, config, settings, moment);
  const plans = plansWithCards(moment, store).map(({ plan, cards, all }) => {
    const today = dayOf(plan, cards, inputs);
    const isShared = all.length > cards.length;
    return isShared ? { ...today, outlook: dayOf(plan, all, inputs).outlook } : today;
  });
  return { today: moment.today, plans };
}

/** Reads what a day is planned from. */
export function readDayInputs(
  store: PlanStore,
  config: SchedulerConfig,
  settings: DaySettings,
  moment: Moment,
): DayInputs {
  const log = new ReviewColumns();
  store.scanReviews(null, (card, at, day, code, durationMs) => {
    // Today's own reviews are not to change what today was planned to be.
    if (day < moment.today) log.push(card, at, day, code, durationMs);
  });
  log.sort();
  const belief = new Belief(log, config.weights);
  return { store, settings, moment, done: doneToday(moment, store), belief };
}

/** What a day is planned from. */
export interface DayInputs {
  readonly store: PastJournal;
  readonly settings: DaySettings;
  readonly moment: Moment;
  readonly done: DoneToday;
  readonly belief: Belief;
}

/** Plans the day for one plan over these of its cards. */
export function dayOf(
  plan: PlanRecord,
  cards: readonly StoredPlanCard[],
  inputs: DayInputs,
): PlanToday {
  const { moment, belief, store, done } = inputs;
  const horizon = horizonOf(plan, spentOnAll(cards, done), inputs);
  const day = planDay(asOfDayStart(cards, moment, store), belief, horizon);
  return {
    plan,
    daysLeft: plan.deadlineDay - moment.today,
    cards: cards.length,
    order: day.order.flatMap((index) => cards[index]?.id ?? []),
    allowedMs: 1000 * secondsToday(horizon, day.part),
    wantsNothing: day.part === 0,
    outlook: cards.length === 0 ? null : day.outlook,
    day,
    horizon,
    learner: belief.likeliest.learner,
    stepsMs: 1000 * belief.stepSeconds,
  };
}

/** The time from the day's first session to the interview; nobody has more than until then. */
function horizonOf(
  plan: PlanRecord,
  spentMs: number,
  { settings, moment, done, belief }: DayInputs,
): Horizon {
  const shares = dayShares(plan, moment, settings);
  const perDayMs = plan.minutesPerDay * MINUTE_MS;
  const untilThen = spentMs + plan.deadlineAt - moment.now;
  return {
    now: done.begunAt,
    deadlineAt: plan.deadlineAt,
    begunAt: plan.createdAt,
    mostToday: untilThen / 1000,
    secondsPerDay: perDayMs / 1000,
    shares,
    target: plan.target >= NO_TARGET ? 1 : plan.target,
    missing: belief.missing(daysKept(plan, moment)),
  };
}

/** The days since a plan began, but for breaks, on which there might have been a session. */
function daysKept({ createdAt }: PlanRecord, { dayStart, today, breaks = [] }: Moment): StudyDay[] {
  const since = Math.ceil(Math.max(0, dayStart - createdAt) / DAY_MS);
  return Array.from({ length: since }, (_, ago) => studyDay(today - 1 - ago)).filter(
    (day) => !breaks.some(({ from, to }) => from <= day && day <= to),
  );
}
