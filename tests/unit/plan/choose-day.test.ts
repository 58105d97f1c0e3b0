import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY_MS } from '../../../src/model/moment.js';
import { chooseDay } from '../../../src/plan/choose-day.js';
import { expectedRecall } from '../../../src/plan/expected-recall.js';
import { forecast } from '../../../src/plan/forecast.js';
import { type Horizon, sessionsLeft } from '../../../src/plan/horizon.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import type { PlanCard } from '../../../src/plan/plan-card.js';

const NOW = 1_800_000_000_000;
const NEW: PlanCard = { stability: null, difficulty: null, lastAt: null };

const seen = fc.record({
  stability: fc.double({ min: 0.05, max: 300, noNaN: true }),
  difficulty: fc.double({ min: 1, max: 10, noNaN: true }),
  lastAt: fc.integer({ min: 0, max: 100 * DAY_MS }).map((ago) => NOW - ago),
});
const cards = fc.array(fc.oneof(fc.constant(NEW), seen), { maxLength: 60 });
const horizons = fc.record<Horizon>({
  now: fc.constant(NOW),
  dayStart: fc.constant(NOW - 4 * 3_600_000),
  deadlineAt: fc.integer({ min: 1, max: 40 * DAY_MS }).map((ms) => NOW + ms),
  secondsToday: fc.integer({ min: 0, max: 3000 }),
  secondsPerDay: fc.integer({ min: 30, max: 3000 }),
  target: fc.double({ min: 0.5, max: 0.99, noNaN: true }),
});
const RUNS = { numRuns: 40 };

test('a day never exceeds its budget by more than one card', () => {
  fc.assert(
    fc.property(cards, horizons, (cards, horizon) => {
      const { order } = chooseDay(cards, DEFAULT_LEARNER, horizon);
      // The least that a card can take; all but the last fit by expectation, which is more.
      expect((order.length - 1) * DEFAULT_LEARNER.hitSeconds).toBeLessThan(
        Math.max(1, horizon.secondsToday),
      );
      const fresh = order.slice(0, -1).filter((card) => cards[card]!.stability === null);
      expect(fresh.length * DEFAULT_LEARNER.newSeconds).toBeLessThan(
        Math.max(1, horizon.secondsToday),
      );
    }),
    RUNS,
  );
});

test('every card is chosen at most once, and none that was reviewed today', () => {
  fc.assert(
    fc.property(cards, horizons, (cards, horizon) => {
      const { order } = chooseDay(cards, DEFAULT_LEARNER, horizon);
      expect(new Set(order).size).toBe(order.length);
      for (const card of order) {
        expect(cards[card]!.lastAt ?? 0).toBeLessThan(horizon.dayStart);
      }
      expect(chooseDay(cards, DEFAULT_LEARNER, horizon).order).toEqual(order);
    }),
    RUNS,
  );
});

test('nothing is chosen for after the deadline: not today, not on a later day', () => {
  fc.assert(
    fc.property(cards, horizons, fc.integer({ min: 0, max: DAY_MS }), (cards, horizon, late) => {
      const past = { ...horizon, deadlineAt: NOW - late };
      expect(chooseDay(cards, DEFAULT_LEARNER, past).order).toEqual([]);
      const last = NOW + (sessionsLeft(horizon) - 1) * DAY_MS;
      expect(last).toBeLessThan(horizon.deadlineAt);
    }),
    RUNS,
  );
});

test('on the last day what helps most comes first, and what is known well not at all', () => {
  const weak = { stability: 2, difficulty: 5, lastAt: NOW - 20 * DAY_MS };
  const strong = { stability: 3000, difficulty: 2, lastAt: NOW - DAY_MS };
  const horizon = {
    now: NOW,
    dayStart: NOW - 1,
    deadlineAt: NOW + DAY_MS,
    secondsToday: 3000,
    secondsPerDay: 3000,
    target: 0.99,
  };
  expect(chooseDay([strong, weak, NEW], DEFAULT_LEARNER, horizon).order).toEqual([2, 1]);
});

test('a plan with no time to lose introduces; one with its target behind it rests', () => {
  const horizon = {
    now: NOW,
    dayStart: NOW - 1,
    deadlineAt: NOW + 14 * DAY_MS,
    secondsToday: 1200,
    secondsPerDay: 1200,
    target: 0.95,
  };
  const many = Array.from({ length: 459 }, () => NEW);
  expect(chooseDay(many, DEFAULT_LEARNER, horizon).order).toHaveLength(27);
  const known = Array.from({ length: 20 }, (_, index) => ({
    stability: 400 + index,
    difficulty: 4,
    lastAt: NOW - DAY_MS,
  }));
  expect(chooseDay(known, DEFAULT_LEARNER, horizon).order).toEqual([]);
});

const small = fc.array(fc.oneof(fc.constant(NEW), seen), { minLength: 1, maxLength: 30 });

test('more time never lowers the forecast', () => {
  fc.assert(
    fc.property(small, horizons, (cards, horizon) => {
      const one = forecast(cards, DEFAULT_LEARNER, horizon);
      const { byBudget, low, expected, high, unreached } = one;
      for (const [index, { expected, minutes }] of byBudget.entries()) {
        expect(expected).toBeGreaterThanOrEqual(byBudget[index - 1]?.expected ?? 0);
        expect(minutes).toBeGreaterThan(byBudget[index - 1]?.minutes ?? 0);
        expect(expected).toBeLessThanOrEqual(1);
      }
      expect(low).toBeLessThanOrEqual(expected);
      expect(high).toBeGreaterThanOrEqual(expected);
      expect(unreached).toBeLessThanOrEqual(cards.length);
      const double = forecast(cards, DEFAULT_LEARNER, {
        ...horizon,
        secondsToday: 2 * horizon.secondsToday,
        secondsPerDay: 2 * horizon.secondsPerDay,
      });
      // Beyond the target nothing is spent: so much it may differ by chance, a few cards being few.
      const least = Math.min(expected, horizon.target) - 1 / cards.length - 0.01;
      expect(double.expected).toBeGreaterThan(least);
    }),
    { numRuns: 6 },
  );
}, 120_000);

test('the quick expectation is a probability, and 0 without cards', () => {
  fc.assert(
    fc.property(cards, horizons, (cards, horizon) => {
      const expected = expectedRecall(cards, DEFAULT_LEARNER, horizon);
      expect(expected).toBeGreaterThanOrEqual(0);
      expect(expected).toBeLessThanOrEqual(1);
      if (cards.length === 0) expect(expected).toBe(0);
    }),
    RUNS,
  );
});

test('cards that are all alike are reviewed as far as the target has need of them', () => {
  const alike = Array.from({ length: 100 }, () => NEW);
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 0.85, noNaN: true }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      (target, days) => {
        const horizon = {
          now: NOW,
          dayStart: NOW - 1,
          deadlineAt: NOW + days * DAY_MS,
          secondsToday: 6000,
          secondsPerDay: 6000,
          target,
        };
        const { order } = chooseDay(alike, DEFAULT_LEARNER, horizon);
        const recall = (0.93 * order.length) / alike.length;
        expect(recall).toBeGreaterThan(target - 0.15);
      },
    ),
    RUNS,
  );
});
