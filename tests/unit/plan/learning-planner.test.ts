import { expect, test } from 'vitest';
import { type Contender, runOne } from '../../../src/plan/compare.js';
import { LearningPlanner } from '../../../src/plan/learning-planner.js';
import { Planner } from '../../../src/plan/planner.js';

const CELL = { people: 'sketch' as const, cards: 120, days: 20, minutes: 16 };
const TARGET = 0.9;
const learning: Contender = {
  name: 'learning',
  make: (believed) => new LearningPlanner(believed, TARGET),
};
const planning: Contender = { name: 'planning', make: (believed) => new Planner(believed, TARGET) };
const SEEDS = Array.from({ length: 16 }, (_, person) => 31 * person);

test('people it learns come nearer to the target than those it takes for the average', () => {
  const offBy = (way: Contender) =>
    SEEDS.reduce((sum, seed) => {
      const { recall } = runOne(CELL, way, seed);
      return sum + (recall - TARGET - 0.02) ** 2;
    }, 0);
  expect(offBy(learning)).toBeLessThan(offBy(planning));
}, 60_000);

test('equal people prepare equally', () => {
  const [one, other] = [runOne(CELL, learning, 5), runOne(CELL, learning, 5)];
  expect(one.recall).toBe(other.recall);
  expect(one.secondsByDay).toEqual(other.secondsByDay);
});
