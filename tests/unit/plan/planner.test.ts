import { expect, test } from 'vitest';
import { DEFAULT_LEARNER, modelOf } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { Planner } from '../../../src/plan/planner.js';
import { prepare } from '../../../src/plan/preparation.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const TARGET = 0.95;

// A card shown that morning is recalled for certain, and days that are worth the same were put off
// anew each day until there was no time left: 0.86 to 0.94 where 0.96 could be had.
test.each([
  ['an hour', 20.02],
  ['two hours', 20.08],
])('a session %s before the interview is no reason to put all off till then', (_, deadline) => {
  const model = modelOf(DEFAULT_LEARNER);
  const setting = {
    start: new Memories(237),
    sessions: 21,
    deadline,
    secondsToday: 1200,
    secondsPerDay: 1200,
    model,
  };
  const planner = new Planner(DEFAULT_LEARNER, TARGET);
  const person = { learner: DEFAULT_LEARNER, model };
  const { recall, secondsByDay } = prepare(setting, planner, person, seededRandom(1));
  expect(recall).toBeGreaterThan(TARGET);
  const firstHalf = secondsByDay.slice(0, 10).reduce((sum, seconds) => sum + seconds, 0);
  expect(firstHalf).toBeGreaterThan(10 * 300);
});
