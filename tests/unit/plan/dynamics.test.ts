import { describe, expect, test } from 'vitest';
import { Dynamics } from '../../../src/plan/dynamics.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { difficultyOf, NODES, stabilityOf } from '../../../src/plan/memory-grid.js';

const dynamics = new Dynamics(DEFAULT_LEARNER);
const ONES = new Float64Array(NODES).fill(1);
const LINEAR = Float64Array.from({ length: NODES }, (_, node) => Math.log(stabilityOf(node)));
const MIDDLE = 40;

describe('Dynamics', () => {
  test('a mean over what a review leads to is one of chances', () => {
    const outcomes = dynamics.gap(7);
    for (let node = 0; node < NODES; node++) {
      expect(dynamics.meanAfter(ONES, 0, outcomes, node)).toBeCloseTo(1, 9);
    }
    expect(dynamics.meanAfterFirst(ONES, 0)).toBeCloseTo(1, 9);
  });

  test('a mean is that over the ratings, each with its chance', () => {
    const { model, learner } = dynamics;
    const [stability, difficulty] = [stabilityOf(MIDDLE), difficultyOf(MIDDLE)];
    const recall = model.recall(7, stability);
    const chances = [1 - recall, ...learner.recallRating.map((chance) => recall * chance)];
    const expected = chances.reduce((sum, chance, index) => {
      model.review(stability, difficulty, 7, index + 1);
      return sum + chance * Math.log(model.stability);
    }, 0);
    expect(dynamics.meanAfter(LINEAR, 0, dynamics.gap(7), MIDDLE)).toBeCloseTo(expected, 6);
  });

  test('what is spread is what the mean is taken over', () => {
    const mass = new Float64Array(NODES);
    dynamics.spreadAfter(mass, 0, dynamics.gap(3), MIDDLE, 5);
    dynamics.spreadAfterFirst(mass, 0, 2);
    const total = mass.reduce((sum, each) => sum + each, 0);
    const weighed = mass.reduce((sum, each, node) => sum + each * LINEAR[node]!, 0);
    const after = dynamics.meanAfter(LINEAR, 0, dynamics.gap(3), MIDDLE);
    expect(total).toBeCloseTo(7, 9);
    expect(weighed).toBeCloseTo(5 * after + 2 * dynamics.meanAfterFirst(LINEAR, 0), 6);
  });

  test('a review takes the time of a hit and of a miss by their chances', () => {
    expect(dynamics.seconds(1)).toBe(DEFAULT_LEARNER.hitSeconds);
    expect(dynamics.seconds(0)).toBe(DEFAULT_LEARNER.missSeconds);
    expect(dynamics.seconds(0.75)).toBe(25);
  });

  test('people with the same weights share the tables, others do not', () => {
    const slower = new Dynamics({ ...DEFAULT_LEARNER, hitSeconds: 60 });
    expect(slower.gap(9)).toBe(dynamics.gap(9));
    const weights = DEFAULT_LEARNER.weights.map((weight) => weight * 1.01);
    expect(new Dynamics({ ...DEFAULT_LEARNER, weights }).gap(9)).not.toBe(dynamics.gap(9));
  });
});
