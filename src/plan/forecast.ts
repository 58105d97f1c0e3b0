import { seededRandom } from '../schedule/seeded-random.js';
import { firstDay } from './choose-day.js';
import { Dynamics } from './dynamics.js';
import { daysToDeadline, type Horizon, sessionsLeft } from './horizon.js';
import type { Learner } from './learner.js';
import { Memories } from './memories.js';
import { drawPerson } from './person.js';
import type { PlanCard } from './plan-card.js';
import { lookAhead, Planner } from './planner.js';
import { type Outcome, prepare, type Setting } from './preparation.js';

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

export interface BudgetPoint {
  /** Minutes a day. */
  readonly minutes: number;
  /** Mean recall at the deadline, 0..1. */
  readonly expected: number;
}

/** Budgets asked about, as parts of the plan's own. */
const PARTS = [0.25, 0.5, 0.75, 1, 1.5, 2, 3];
const PEOPLE = 10;
/** As many for each other budget. */
const FEW = 2;
/** Rounds of a simulated day's search for prices: rough, for many days are simulated. */
const ROUNDS = 1;
const SEED = 20_261_214;
/** Deviations of a normal distribution that hold four of five cases, either way. */
const FOUR_OF_FIVE = 1.2816;

/**
 * Forecasts a plan from `cards` as they are now. People whose hidden memories
 * lie around the learner's prepare under the plan; their mean and spread are
 * the forecast and its interval. Deterministic: the people are always the same.
 */
export function forecast(cards: readonly PlanCard[], learner: Learner, horizon: Horizon): Forecast {
  const start = Memories.of(cards, horizon.now);
  const dynamics = new Dynamics(learner);
  const outcomes = simulate(start, dynamics, horizon);
  const recalls = outcomes.map(({ recall }) => recall);
  const expected = mean(recalls);
  const spread = FOUR_OF_FIVE * deviation(recalls, expected) * (1 + 1 / (4 * PEOPLE));
  const byBudget = budgetCurve(start, dynamics, horizon, expected);
  return {
    expected,
    low: Math.max(0, expected - spread),
    high: Math.min(1, expected + spread),
    expectedNow: start.meanRecall(dynamics.model, daysToDeadline(horizon)),
    unreached: mean(outcomes.map(({ unreached }) => unreached)),
    minutesByDay: minutesByDay(outcomes, sessionsLeft(horizon)),
    recallByCard: recallByCard(outcomes, start.size, horizon),
    byBudget,
    minutesForTarget: minutesFor(byBudget, horizon.target),
  };
}

/** The mean recall alone, 0..1, quickly: for a line in a header; 0 without cards. */
export function expectedRecall(
  cards: readonly PlanCard[],
  learner: Learner,
  horizon: Horizon,
): number {
  return courseRecall(Memories.of(cards, horizon.now), new Dynamics(learner), horizon);
}

/** Mean recall that the look ahead itself expects: no people, no chance. */
function courseRecall(start: Memories, dynamics: Dynamics, horizon: Horizon): number {
  const days = daysToDeadline(horizon);
  if (start.size === 0) return 0;
  if (days <= 0) return start.meanRecall(dynamics.model, days);
  const today = firstDay(horizon);
  const { seconds, recall } = lookAhead(start, dynamics, today, horizon.target).course;
  const asked = seconds.reduce((sum, each) => sum + each, 0);
  const given = today.seconds + (sessionsLeft(horizon) - 1) * today.secondsPerDay;
  // Where time is scarce the course asks for more than there is: what is not there brings nothing.
  const part = asked > given ? given / asked : 1;
  const now = start.meanRecall(dynamics.model, days);
  return Math.min(1, now + part * (recall / start.size - now));
}

function simulate(
  start: Memories,
  dynamics: Dynamics,
  horizon: Horizon,
  people = PEOPLE,
): Outcome[] {
  const setting: Setting = {
    start,
    sessions: sessionsLeft(horizon),
    deadline: daysToDeadline(horizon),
    secondsToday: horizon.secondsToday,
    secondsPerDay: horizon.secondsPerDay,
    model: dynamics.model,
  };
  return Array.from({ length: people }, (_, index) => {
    const random = seededRandom(SEED + index);
    const person = drawPerson(dynamics.learner, random);
    return prepare(setting, new Planner(dynamics.learner, horizon.target, ROUNDS), person, random);
  });
}

function budgetCurve(
  start: Memories,
  dynamics: Dynamics,
  horizon: Horizon,
  expected: number,
): BudgetPoint[] {
  // The same few people at every budget: what they differ by from all is the same too.
  const recallAt = (part: number) => {
    const secondsPerDay = horizon.secondsPerDay * part;
    const secondsToday = horizon.secondsToday * part;
    const asked = { ...horizon, secondsPerDay, secondsToday };
    return mean(simulate(start, dynamics, asked, FEW).map(({ recall }) => recall));
  };
  const offset = expected - recallAt(1);
  let most = 0;
  return PARTS.map((part) => {
    most = Math.max(most, Math.min(1, recallAt(part) + offset));
    return { minutes: (horizon.secondsPerDay * part) / 60, expected: most };
  });
}

function minutesFor(curve: readonly BudgetPoint[], target: number): number | null {
  const after = curve.findIndex(({ expected }) => expected >= target);
  const above = curve[after];
  if (above === undefined) return null;
  const below = curve[after - 1];
  if (below === undefined) return above.minutes;
  const part = (target - below.expected) / (above.expected - below.expected);
  return below.minutes + part * (above.minutes - below.minutes);
}

function minutesByDay(outcomes: readonly Outcome[], sessions: number): number[] {
  return Array.from({ length: sessions }, (_, day) =>
    mean(outcomes.map(({ secondsByDay }) => (secondsByDay[day] ?? 0) / 60)),
  );
}

function recallByCard(outcomes: readonly Outcome[], size: number, horizon: Horizon): Float64Array {
  const recall = new Float64Array(size);
  const days = daysToDeadline(horizon);
  for (const { truth, model } of outcomes) {
    for (let card = 0; card < size; card++) {
      recall[card] = (recall[card] ?? 0) + truth.recall(model, card, days) / outcomes.length;
    }
  }
  return recall;
}

function mean(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, numbers.length);
}

function deviation(numbers: readonly number[], around: number): number {
  const squares = numbers.map((number) => (number - around) ** 2);
  return Math.sqrt(mean(squares) * (numbers.length / Math.max(1, numbers.length - 1)));
}
