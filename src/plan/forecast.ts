import { meanOf } from './arithmetic.js';
import { type BudgetPoint, budgetCurve, minutesFor } from './budget-curve.js';
import { prepareCrowd } from './crowd.js';
import { Dynamics } from './dynamics.js';
import { daysToDeadline, type Horizon, sessionsLeft } from './horizon.js';
import type { Learner } from './learner.js';
import { Memories } from './memories.js';
import type { PlanCard } from './plan-card.js';
import type { Outcome, Setting } from './preparation.js';
import { CLOSE } from './reaches.js';

/** What a plan will have brought at the deadline, if its time is kept. */
export interface Forecast {
  /** Mean recall over all cards at the deadline, 0..1; a card never seen counts 0. */
  readonly expected: number;
  /** Bounds of the interval that holds the mean recall in four of five cases. */
  readonly low: number;
  readonly high: number;
  /** Mean recall at the deadline if nothing more is reviewed. */
  readonly expectedNow: number;
  /** Cards that will not have been seen by the deadline, a mean. */
  readonly unreached: number;
  /** Minutes of each day that is left, today first. */
  readonly minutesByDay: readonly number[];
  /** Expected recall of each card at the deadline, in the order of the cards. */
  readonly recallByCard: Float64Array;
  /** What other daily budgets would bring, rising; never falling with more time. */
  readonly byBudget: readonly BudgetPoint[];
  /** Least minutes a day that reach the target; null where no budget asked about does. */
  readonly minutesForTarget: number | null;
}

const CARE = { looks: 8, rounds: 8 };
/** People who prepare: so many, fewer where all their cards on all days are more than that. */
const MOST_PEOPLE = 100;
const LEAST_PEOPLE = 40;
const CARD_DAYS = 6_000_000;

/**
 * Forecasts a plan from `cards` as they are now. People whose hidden memories
 * lie around the learner's prepare under the plan; their mean and the recall
 * that four of five of them come between are the forecast and its interval.
 * Deterministic: the people are always the same.
 */
export function forecast(cards: readonly PlanCard[], learner: Learner, horizon: Horizon): Forecast {
  const dynamics = new Dynamics(learner);
  const setting = settingOf(Memories.of(cards, horizon.now), dynamics, horizon);
  const people = peopleFor(cards.length * setting.sessions);
  const outcomes = prepareCrowd(setting, dynamics, horizon.target, people, CARE);
  const recalls = outcomes.map(({ recall }) => recall).sort((a, b) => a - b);
  const expected = meanOf(recalls);
  const byBudget = budgetCurve(setting, dynamics, horizon.target, outcomes);
  return {
    expected,
    low: Math.min(expected, quantile(recalls, 0.1)),
    high: Math.max(expected, quantile(recalls, 0.9)),
    expectedNow: setting.start.meanRecall(dynamics.model, setting.deadline),
    unreached: meanOf(outcomes.map(({ unreached }) => unreached)),
    minutesByDay: minutesByDay(outcomes, setting.sessions),
    recallByCard: recallByCard(outcomes, setting),
    byBudget,
    minutesForTarget: minutesFor(byBudget, horizon.target - CLOSE),
  };
}

function peopleFor(cardDays: number): number {
  return Math.round(Math.min(MOST_PEOPLE, Math.max(LEAST_PEOPLE, CARD_DAYS / cardDays)));
}

function settingOf(start: Memories, { model }: Dynamics, horizon: Horizon): Setting {
  const { secondsToday, secondsPerDay, shares } = horizon;
  const [sessions, deadline] = [sessionsLeft(horizon), daysToDeadline(horizon)];
  return { start, sessions, deadline, secondsToday, secondsPerDay, shares, model };
}

function minutesByDay(outcomes: readonly Outcome[], sessions: number): number[] {
  return Array.from({ length: sessions }, (_, day) =>
    meanOf(outcomes.map(({ secondsByDay }) => (secondsByDay[day] ?? 0) / 60)),
  );
}

function recallByCard(outcomes: readonly Outcome[], { start, deadline }: Setting): Float64Array {
  const recall = new Float64Array(start.size);
  for (const { truth, model } of outcomes) {
    for (let card = 0; card < start.size; card++) {
      recall[card] = (recall[card] ?? 0) + truth.recall(model, card, deadline) / outcomes.length;
    }
  }
  return recall;
}

/** The number below which a part of rising numbers lies, between neighbours in proportion. */
function quantile(rising: readonly number[], part: number): number {
  const at = part * (rising.length - 1);
  const below = rising[Math.floor(at)] ?? 0;
  return below + (at % 1) * ((rising[Math.ceil(at)] ?? below) - below);
}
