import { expect, test } from 'vitest';
import { type Contender, runOne } from '../../../src/plan/compare.js';
import { forecast } from '../../../src/plan/forecast.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Planner } from '../../../src/plan/planner.js';
import { DAY_MS } from '../../../src/schedule/study-day.js';

const CELL = { people: 'anki' as const, cards: 120, days: 10, minutes: 15 };
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

test('the forecast agrees with simulation within its interval', () => {
  const { expected, low, high } = forecast(CARDS, DEFAULT_LEARNER, HORIZON);
  const viva: Contender = { name: 'viva', make: () => new Planner(DEFAULT_LEARNER, 0.95) };
  const recalls = Array.from({ length: 60 }, (_, seed) => runOne(CELL, viva, 100 * seed).recall);
  const mean = recalls.reduce((sum, recall) => sum + recall, 0) / recalls.length;
  expect(mean).toBeGreaterThan(low);
  expect(mean).toBeLessThan(high);
  expect(Math.abs(mean - expected)).toBeLessThan(0.02);
  // Four of five are to lie within; people are few here, so not to a hair.
  const within = recalls.filter((recall) => recall >= low && recall <= high).length;
  expect(within / recalls.length).toBeGreaterThan(0.6);
  expect(within / recalls.length).toBeLessThan(0.97);
}, 60_000);

test('minutes of each day stay within the budget, and the forecast is the same again', () => {
  const one = forecast(CARDS, DEFAULT_LEARNER, HORIZON);
  expect(one.minutesByDay).toHaveLength(CELL.days);
  for (const minutes of one.minutesByDay) expect(minutes).toBeLessThan(CELL.minutes + 2);
  expect(one.recallByCard).toHaveLength(CELL.cards);
  const mean = one.recallByCard.reduce((sum, recall) => sum + recall, 0) / CELL.cards;
  expect(mean).toBeCloseTo(one.expected, 9);
  expect(forecast(CARDS, DEFAULT_LEARNER, HORIZON)).toEqual(one);
}, 60_000);

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
}, 60_000);
