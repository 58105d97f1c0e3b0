import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import {
  difficultyOf,
  makeOutcomes,
  makePlaces,
  NODES,
  place,
  spread,
  stabilityOf,
  valueAt,
  writeFirst,
  writeReview,
} from '../../../src/plan/memory-grid.js';
import { MemoryModel } from '../../../src/plan/memory-model.js';

const stability = fc.double({ min: 0.06, max: 1400, noNaN: true });
const difficulty = fc.double({ min: 1, max: 10, noNaN: true });
const model = new MemoryModel(DEFAULT_WEIGHTS);

/** A table that is the same everywhere between nodes as on them: linear in place. */
const LINEAR = Float64Array.from(
  { length: NODES },
  (_, node) => 3 * Math.log(stabilityOf(node)) - 2 * difficultyOf(node),
);

/** The value of a table at a memory. */
function valueNear(table: Float64Array, stability: number, difficulty: number): number {
  const places = makePlaces(1);
  place(places, 0, stability, difficulty);
  return valueAt(table, 0, places, 0);
}

describe('a table', () => {
  test('has its own values on the nodes', () => {
    const table = Float64Array.from({ length: NODES }, (_, node) => Math.sin(node));
    for (let node = 0; node < NODES; node++) {
      // At the far edges the place lies a hair before the last node.
      const value = valueNear(table, stabilityOf(node), difficultyOf(node));
      expect(value).toBeCloseTo(table[node]!, 3);
    }
  });

  test('is linear between them', () => {
    fc.assert(
      fc.property(stability, difficulty, (stability, difficulty) => {
        const value = valueNear(LINEAR, stability, difficulty);
        expect(Math.abs(value - (3 * Math.log(stability) - 2 * difficulty))).toBeLessThan(0.01);
      }),
    );
  });

  test('is held at the edges beyond them', () => {
    expect(valueNear(LINEAR, 1e-6, 5)).toBeCloseTo(valueNear(LINEAR, stabilityOf(0), 5), 9);
    expect(valueNear(LINEAR, 1e9, 5)).toBeCloseTo(valueNear(LINEAR, stabilityOf(NODES - 1), 5), 2);
  });
});

test('a mass that is spread is where it is looked up', () => {
  fc.assert(
    fc.property(stability, difficulty, (stability, difficulty) => {
      const places = makePlaces(1);
      place(places, 0, stability, difficulty);
      const mass = new Float64Array(NODES);
      spread(mass, 0, places, 0, 2);
      const sum = (weigh: (node: number) => number) =>
        mass.reduce((total, each, node) => total + each * weigh(node), 0);
      expect(sum(() => 1)).toBeCloseTo(2, 9);
      expect(sum((node) => LINEAR[node]!)).toBeCloseTo(2 * valueAt(LINEAR, 0, places, 0), 6);
    }),
  );
});

test('outcomes of a review are where the model says', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 300, noNaN: true }),
      difficulty,
      fc.double({ min: 1, max: 60, noNaN: true }),
      (stability, difficulty, days) => {
        const outcomes = makeOutcomes(2);
        writeReview(outcomes, 1, model, stability, difficulty, days);
        expect(outcomes.recall[1]).toBeCloseTo(model.recall(days, stability), 9);
        for (const rating of [1, 2, 3, 4]) {
          model.review(stability, difficulty, days, rating);
          const expected = valueNear(LINEAR, model.stability, model.difficulty);
          expect(valueAt(LINEAR, 0, outcomes, 4 + rating - 1)).toBeCloseTo(expected, 6);
        }
      },
    ),
  );
});

test('outcomes of a first day are where the model says', () => {
  const outcomes = makeOutcomes(1);
  writeFirst(outcomes, 0, model);
  for (const rating of [1, 2, 3, 4]) {
    model.learn(rating);
    const expected = valueNear(LINEAR, model.stability, model.difficulty);
    expect(valueAt(LINEAR, 0, outcomes, rating - 1)).toBeCloseTo(expected, 9);
  }
});
