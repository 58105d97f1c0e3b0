import { clamp, meanOf, sumOf } from '../schedule/arithmetic.js';
import type { PlannedDay } from './day.js';
import { daysToDeadline, type Horizon } from './horizon.js';
import type { Outlook } from './outlook.js';
import type { Rehearsed } from './rehearsal.js';
import type { Sample } from './sample.js';

export interface BudgetPoint {
  /** Minutes a day. */
  readonly minutes: number;
  /** Mean recall at the deadline, 0..1. */
  readonly expected: number;
}

/** A closer look at what a plan will have brought at the deadline. */
export interface Forecast extends Outlook {
  /** Mean recall at the deadline if nothing more is reviewed. */
  readonly expectedNow: number;
  /** Cards that will not have been seen by the deadline, a mean. */
  readonly unreached: number;
  /** Minutes of each session that is left, today first; of the first year alone. */
  readonly minutesByDay: readonly number[];
  /** Expected recall of each card at the deadline, in the order of the cards. */
  readonly recallByCard: Float64Array;
  /** What other daily budgets would bring, rising; never falling with more time. */
  readonly byBudget: readonly BudgetPoint[];
  /** Least minutes a day that reach the target; null where no budget asked about does. */
  readonly minutesForTarget: number | null;
  /** Minutes a day from which on more bring nothing worth saying. */
  readonly enoughMinutes: number;
}

/** Budgets asked about, as parts of the plan's own. */
const PARTS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];
const MAX_MINUTES = 1440;

/** Looks closer at a day that was planned from cards; null where there was nothing to plan. */
export function forecast(day: PlannedDay, horizon: Horizon): Forecast | null {
  const { sample, outlook, part } = day;
  if (sample === null) return null;
  const cards = sample.memories.size;
  const minutes = horizon.secondsPerDay / 60;
  const byBudget = budgetCurve(sample, day, minutes);
  const bySession = minutesBySession(day, cards, sample);
  return {
    ...outlook,
    expectedNow: sample.expectedWith(0),
    unreached: unreached(sample.rehearsed(part), cards),
    minutesByDay: byDay(bySession, sample),
    recallByCard: recallByCard(day, sample, daysToDeadline(horizon)),
    byBudget,
    minutesForTarget: minutesFor(byBudget, horizon.target),
    enoughMinutes: leavesTime(bySession, sample, part, horizon)
      ? Math.max(...bySession)
      : part * minutes,
  };
}

/** What other daily budgets bring; where less than all the minutes are enough, more than that bring no more. */
function budgetCurve(sample: Sample, { part, outlook }: PlannedDay, own: number): BudgetPoint[] {
  const most = part < 1 ? outlook.expected : 1;
  const budgets = PARTS.map((each) => clamp(Math.round(each * own), 1, MAX_MINUTES));
  return [...new Set(budgets)].map((minutes) => ({
    minutes,
    expected: Math.min(most, sample.expectedWith(minutes)),
  }));
}

/**
 * Least minutes a day by a curve that reach a recall, 0..1, between its points
 * in proportion; null where none does.
 */
export function minutesFor(curve: readonly BudgetPoint[], target: number): number | null {
  const after = curve.findIndex(({ expected }) => expected >= target);
  const above = curve[after];
  if (above === undefined) return null;
  const below = curve[after - 1];
  if (below === undefined) return above.minutes;
  const part = (target - below.expected) / (above.expected - below.expected);
  return below.minutes + part * (above.minutes - below.minutes);
}

function unreached(rehearsed: readonly Rehearsed[], cards: number): number {
  return meanOf(rehearsed.map(({ memories }) => (memories.countNew() * cards) / memories.size));
}

/**
 * Mean minutes of each session that is looked at; of one that stands for several,
 * of each of these. Today's are those of its cards at the usual pace, as the header has it.
 */
function minutesBySession(day: PlannedDay, cards: number, sample: Sample): number[] {
  const most = sample.secondsOf(day.part);
  const rehearsed = sample.rehearsed(day.part);
  return sample.sessions.map(({ count }, session) => {
    const mean = meanOf(rehearsed.map(({ seconds }) => seconds[session] ?? 0));
    const wanted =
      session === 0 ? sample.secondsFor(day.order) : (mean * cards) / sample.standIns.cards.length;
    return Math.min(wanted, most[session] ?? 0) / 60 / count;
  });
}

/** An interview may be centuries away. */
const MAX_DAYS = 366;

function byDay(bySession: readonly number[], { sessions }: Sample): number[] {
  return sessions
    .flatMap(({ count }, session) =>
      Array.from({ length: Math.min(MAX_DAYS, count) }, () => bySession[session] ?? 0),
    )
    .slice(0, MAX_DAYS);
}

/** The part of a session's time that is used where the cards do not run out. */
const FILLED = 0.93;

/** Do the cards run out every day, for each comes once? */
function leavesTime(
  bySession: readonly number[],
  sample: Sample,
  part: number,
  { missing }: Horizon,
): boolean {
  return sample.sessions.every(({ count, seconds }, session) => {
    const used = (bySession[session] ?? 0) * 60 * count;
    const held = session === 0 ? 1 : 1 - missing;
    return used < FILLED * held * part * seconds;
  });
}

/** Each card is recalled as the one is that stands for it; their mean is what is expected. */
function recallByCard(
  { part, outlook }: PlannedDay,
  sample: Sample,
  deadline: number,
): Float64Array {
  const { cards, of } = sample.standIns;
  const rehearsed = sample.rehearsed(part);
  const means = cards.map((_, index) =>
    meanOf(rehearsed.map(({ memories, person }) => memories.recall(person.model, index, deadline))),
  );
  const recalls = Float64Array.from(of, (index) => means[index] ?? 0);
  const factor = outlook.expected / (sumOf(recalls) / recalls.length) || 0;
  return recalls.map((recall) => Math.min(1, recall * factor));
}
