import { describe, expect, test } from 'vitest';
import { familyOf, fitFamilies } from '../../../src/plan/families.js';
import { Memories } from '../../../src/plan/memories.js';
import { ReviewHistory } from '../../../src/plan/review-history.js';
import { DEFAULT_LEARNER } from '../../../src/schedule/fit/learner.js';
import { type Forgetting, MemoryModel } from '../../../src/schedule/memory-model.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const { weights } = DEFAULT_LEARNER;

/** What somebody of a family answers to these cards, asked again on these days. */
function historyOf(forgetting: Forgetting, cards: number, days: readonly number[], seed = 1) {
  const model = new MemoryModel(weights, forgetting);
  const memories = new Memories(cards);
  const history = new ReviewHistory();
  const random = seededRandom(seed);
  for (const day of [0, ...days]) {
    for (let card = 0; card < cards; card++) {
      const chance = memories.isNew(card) ? 0.5 : memories.recall(model, card, day);
      const rating = random() < chance ? 3 : 1;
      memories.rate(model, card, day, rating);
      history.add(card, day, rating);
    }
  }
  return history;
}

const powerful = historyOf('power', 120, [2, 9, 30]);
const exponential = historyOf('exponential', 120, [2, 9, 30]);

describe('families of memory', () => {
  test('are told apart by what was forgotten', () => {
    expect(fitFamilies(powerful, 120, weights).chance).toBeLessThan(0.1);
    expect(fitFamilies(exponential, 120, weights).chance).toBeGreaterThan(0.9);
  });

  test('are told apart only by many reviews: a hundred leave a doubt', () => {
    const few = historyOf('exponential', 50, [2, 9]);
    const { chance } = fitFamilies(few, 50, weights);
    expect(chance).toBeGreaterThan(0.4);
    expect(chance).toBeLessThan(0.8);
  });

  test('are both likely before anything is known, FSRS’s more so', () => {
    const { chance, power, exponential } = fitFamilies(new ReviewHistory(), 0, weights);
    expect(chance).toBeGreaterThan(0.25);
    expect(chance).toBeLessThan(0.5);
    expect(power.traits).toEqual(exponential.traits);
  });

  test('never end in no number, however sure they are', () => {
    const long = historyOf('exponential', 200, [5, 20, 60, 120, 200], 3);
    const { chance } = fitFamilies(long, 200, weights);
    expect(chance).toBeGreaterThan(0.99);
    expect(chance).toBeLessThanOrEqual(1);
  });

  test('are each had by as many of the people as is likely, of a few people already', () => {
    const families = fitFamilies(new ReviewHistory(), 0, weights);
    for (const chance of [0, 0.25, 0.4, 0.5, 0.75, 1]) {
      for (const pairs of [4, 10]) {
        const found = Array.from({ length: pairs }, (_, pair) =>
          familyOf({ ...families, chance }, pair),
        ).filter(({ forgetting }) => forgetting === 'exponential');
        expect(Math.abs(found.length - chance * pairs)).toBeLessThanOrEqual(1);
      }
    }
  });
});
