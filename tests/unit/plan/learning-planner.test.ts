import { expect, test } from 'vitest';
import { modelOf } from '../../../src/plan/learner.js';
import { LearningPlanner } from '../../../src/plan/learning-planner.js';
import { Memories } from '../../../src/plan/memories.js';
import { Planner } from '../../../src/plan/planner.js';
import type { Policy } from '../../../src/plan/policy.js';
import { POPULATIONS } from '../../../src/plan/populations.js';
import { type Outcome, prepare } from '../../../src/plan/preparation.js';
import { withTraits } from '../../../src/plan/traits.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const BELIEVED = POPULATIONS.sketch;
const TARGET = 0.9;
const DAYS = 14;

/** A hundred new cards in two weeks of 25 minutes, by someone of these traits. */
function prepareBy(policy: Policy, traits: readonly number[]): Outcome {
  const weights = withTraits(BELIEVED.weights, Float64Array.from(traits));
  const learner = { ...BELIEVED, weights };
  const setting = {
    start: new Memories(100),
    sessions: DAYS,
    deadline: DAYS,
    secondsToday: 1500,
    secondsPerDay: 1500,
    model: modelOf(BELIEVED),
  };
  return prepare(setting, policy, { learner, model: modelOf(learner) }, seededRandom(7));
}

const learned = (traits: readonly number[]) =>
  prepareBy(new LearningPlanner(BELIEVED, TARGET), traits);
const believed = (traits: readonly number[]) => prepareBy(new Planner(BELIEVED, TARGET), traits);

test('who remembers better than believed is spared reviews, and still reaches the target', () => {
  const strong = [1.5, -1, 1, 0.5];
  expect(learned(strong).seconds).toBeLessThan(0.98 * believed(strong).seconds);
  expect(learned(strong).recall).toBeGreaterThan(TARGET - 0.02);
});

test('who remembers worse than believed is not let down by it', () => {
  const weak = [-1, 1, -1, -0.5];
  expect(learned(weak).recall).toBeGreaterThan(believed(weak).recall - 0.01);
});

test('equal people prepare equally', () => {
  const [one, other] = [learned([0, 0, 0, 0]), learned([0, 0, 0, 0])];
  expect(one.recall).toBe(other.recall);
  expect(one.secondsByDay).toEqual(other.secondsByDay);
});
