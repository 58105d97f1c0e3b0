import { expect, test } from 'vitest';
import { DAY_MS } from '../../../src/model/moment.js';
import { forecast } from '../../../src/plan/forecast.js';
import { DEFAULT_LEARNER, modelOf } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { drawPerson } from '../../../src/plan/person.js';
import { Planner } from '../../../src/plan/planner.js';
import { prepare } from '../../../src/plan/preparation.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const CELL = { cards: 100, days: 7, minutes: 14 };
const NOW = 1_800_000_000_000;
const CARDS = Array.from({ length: CELL.cards }, () => ({
  stability: null,
  difficulty: null,
  lastAt: null,
}));
const HORIZON = {
  now: NOW,
  dayStart: NOW - 1,
  deadlineAt: NOW + CELL.days * DAY_MS,
  secondsToday: CELL.minutes * 60,
  secondsPerDay: CELL.minutes * 60,
  target: 0.95,
};

/** What one person who plans for themself recalls at the deadline, 0..1. */
function recallOf(seed: number): number {
  const person = drawPerson(DEFAULT_LEARNER, seededRandom(seed));
  const seconds = CELL.minutes * 60;
  const setting = {
    start: new Memories(CELL.cards),
    sessions: CELL.days,
    deadline: CELL.days,
    secondsToday: seconds,
    secondsPerDay: seconds,
    model: modelOf(DEFAULT_LEARNER),
  };
  return prepare(setting, new Planner(DEFAULT_LEARNER, 0.95), person, seededRandom(seed + 2))
    .recall;
}

test('the forecast agrees with simulation within its interval', () => {
  const { expected, low, high } = forecast(CARDS, DEFAULT_LEARNER, HORIZON);
  const recalls = Array.from({ length: 200 }, (_, seed) => recallOf(100 * seed));
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  expect(Math.abs(mean - expected)).toBeLessThan(0.01);
  // Four of five are to lie within: of 200 that is 160 give or take 11, by chance on either side.
  const within = recalls.filter((recall) => recall >= low && recall <= high).length;
  expect(within / recalls.length).toBeGreaterThan(0.7);
  expect(within / recalls.length).toBeLessThan(0.9);
}, 120_000);

test('days off have no minutes, and cost recall where time is short', () => {
  const short = { ...HORIZON, secondsToday: 400, secondsPerDay: 400 };
  const shares = Array.from({ length: CELL.days }, (_, day) => (day >= 3 && day < 7 ? 0 : 1));
  const rest = forecast(CARDS, DEFAULT_LEARNER, { ...short, shares });
  for (const [day, minutes] of rest.minutesByDay.entries()) {
    if (shares[day] === 0) expect(minutes).toBe(0);
    else expect(minutes).toBeGreaterThan(0);
  }
  expect(rest.expected).toBeLessThan(forecast(CARDS, DEFAULT_LEARNER, short).expected - 0.1);
  const easy = forecast(CARDS, DEFAULT_LEARNER, {
    ...short,
    shares: shares.map((share) => (1 + share) / 2),
  });
  expect(easy.minutesByDay[4]).toBeLessThan(0.5 * (400 / 60) + 1);
  expect(easy.expected).toBeGreaterThan(rest.expected);
}, 120_000);

test('minutes of each day stay within the budget, and the forecast is the same again', () => {
  const one = forecast(CARDS, DEFAULT_LEARNER, HORIZON);
  expect(one.minutesByDay).toHaveLength(CELL.days);
  for (const minutes of one.minutesByDay) expect(minutes).toBeLessThan(CELL.minutes + 2);
  expect(one.recallByCard).toHaveLength(CELL.cards);
  const mean = one.recallByCard.reduce((sum, recall) => sum + recall, 0) / CELL.cards;
  expect(mean).toBeCloseTo(one.expected, 9);
  expect(forecast(CARDS, DEFAULT_LEARNER, HORIZON)).toEqual(one);
}, 120_000);

test('a plan with too little time says what it does not reach, and what time would do', () => {
  const little = { ...HORIZON, secondsToday: 240, secondsPerDay: 240 };
  const { unreached, expected, minutesForTarget, byBudget } = forecast(
    CARDS,
    DEFAULT_LEARNER,
    little,
  );
  expect(unreached).toBeGreaterThan(40);
  expect(expected).toBeLessThan(0.7);
  expect(byBudget.at(-1)?.expected).toBeGreaterThan(expected + 0.2);
  expect(minutesForTarget).toSatisfy((minutes: number | null) => minutes === null || minutes > 8);
}, 120_000);
