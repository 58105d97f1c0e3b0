import { describe, expect, test } from 'vitest';
import { classesOf } from '../../../src/plan/card-classes.js';
import { Dynamics } from '../../../src/plan/dynamics.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Lookahead } from '../../../src/plan/lookahead.js';
import { Memories } from '../../../src/plan/memories.js';
import {
  type Course,
  findPrices,
  type KnownPrices,
  knownPrices,
} from '../../../src/plan/prices.js';
import { stagesOf } from '../../../src/plan/stages.js';

const CARDS = 200;
const DAYS = 20;
const dynamics = new Dynamics(DEFAULT_LEARNER);
const stages = stagesOf(DAYS);

/** Prices for new cards with so many minutes a day. */
function search(minutes: number, target: number, known: KnownPrices | null = null) {
  const lookahead = new Lookahead(dynamics, stages, DAYS);
  const classes = classesOf(new Memories(CARDS), dynamics, stages, { day: 0, deadline: DAYS });
  const budget = Float64Array.from(stages, ({ sessions }) => sessions * minutes * 60);
  const course = findPrices(lookahead, classes, { budget, target }, known);
  return { lookahead, course, total: DAYS * minutes * 60 };
}

const spent = ({ seconds }: Course) => seconds.reduce((sum, each) => sum + each, 0);
const recall = (course: Course) => course.recall / CARDS;

describe('findPrices', () => {
  test('where time is scarce the cards ask for little more than there is', () => {
    const { course, total } = search(6, 1);
    expect(spent(course) / total).toBeGreaterThan(0.9);
    expect(spent(course) / total).toBeLessThan(1.3);
  });

  test('more time is cheaper and brings more', () => {
    const found = [4, 8, 16].map((minutes) => search(minutes, 1));
    for (const [index, { course, lookahead }] of found.entries()) {
      const before = found[index - 1];
      if (before === undefined) continue;
      expect(recall(course)).toBeGreaterThan(recall(before.course));
      expect(lookahead.prices[0]!).toBeLessThan(before.lookahead.prices[0]!);
    }
  });

  test('a target within reach is met, not exceeded, and no price lies under its floor', () => {
    for (const target of [0.8, 0.9, 0.95]) {
      const { course, lookahead, total } = search(60, target);
      expect(recall(course)).toBeGreaterThan(target - 0.02);
      expect(recall(course)).toBeLessThan(target + 0.02);
      expect(spent(course)).toBeLessThan(0.7 * total);
      for (const price of lookahead.prices) expect(price).toBeGreaterThanOrEqual(course.floor);
    }
  });

  test('a floor that is far from right is found within two days of a few rounds', () => {
    const right = search(60, 0.9);
    let known = knownPrices(right.lookahead, right.course.floor);
    for (const factor of [0.3, 3]) {
      known = {
        ...known,
        floor: right.course.floor * factor,
        prices: known.prices.map((price) => price * factor),
      };
      for (let day = 0; day < 2; day++) {
        const { lookahead, course } = search(60, 0.9, known);
        known = knownPrices(lookahead, course.floor);
      }
      expect(recall(search(60, 0.9, known).course)).toBeGreaterThan(0.87);
      expect(recall(search(60, 0.9, known).course)).toBeLessThan(0.93);
    }
  });
});

test('known prices are by days to the deadline, the nearest first', () => {
  const { lookahead, course } = search(10, 1);
  const { daysLeft, prices, floor } = knownPrices(lookahead, course.floor);
  expect(daysLeft).toEqual([...daysLeft].sort((a, b) => a - b));
  expect(daysLeft.at(-1)).toBe(DAYS);
  expect(prices.at(-1)).toBe(lookahead.prices[0]);
  expect(floor).toBe(course.floor);
});
