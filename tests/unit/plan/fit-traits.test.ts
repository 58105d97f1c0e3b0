import { describe, expect, test } from 'vitest';
import { fitTraits } from '../../../src/plan/fit-traits.js';
import { Memories } from '../../../src/plan/memories.js';
import { ReviewHistory } from '../../../src/plan/review-history.js';
import { TRAITS, type Traits, withTraits } from '../../../src/plan/traits.js';
import { DEFAULT_LEARNER } from '../../../src/schedule/fit/learner.js';
import { type Forgetting, MemoryModel } from '../../../src/schedule/memory-model.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const NOBODY: Traits = Array.from({ length: TRAITS }, () => 0);

/** Reviews of a person with these traits: `cards`, each after 0, 1, 3, 7, 14 and 30 days. */
function reviewsOf(traits: Traits, cards: number, seed: number): ReviewHistory {
  const random = seededRandom(seed);
  const model = new MemoryModel(withTraits(DEFAULT_LEARNER.weights, traits));
  const truth = new Memories(cards);
  const history = new ReviewHistory();
  for (const day of [0, 1, 3, 7, 14, 30]) {
    for (let card = 0; card < cards; card++) {
      const isRecalled = random() < (truth.isNew(card) ? 0.5 : truth.recall(model, card, day));
      const rating = isRecalled ? 3 : 1;
      truth.rate(model, card, day, rating);
      history.add(card, day, rating);
    }
  }
  return history;
}

const estimate = (history: ReviewHistory, cards: number): Traits =>
  fitTraits(history, cards, DEFAULT_LEARNER.weights).traits;

/** Mean distance of foreseen and true chances of recall. */
function distance(one: Traits, other: Traits, history: ReviewHistory, cards: number): number {
  const [a, b] = [one, other].map((traits) => {
    const foreseen = new Float64Array(history.length);
    const weights = withTraits(DEFAULT_LEARNER.weights, traits);
    history.replay(new Memories(cards), new MemoryModel(weights), foreseen);
    return foreseen;
  });
  return a!.reduce((sum, chance, row) => sum + Math.abs(chance - b![row]!), 0) / a!.length;
}

test('of no review nothing is learned', () => {
  expect([...estimate(new ReviewHistory(), 1)].map((trait) => Math.abs(trait))).toEqual([
    0, 0, 0, 0,
  ]);
});

test.each([[[-1, 0.3, -0.7, 0]], [[1, 0, 0.7, 0.3]], [[0, 1, 0, -0.6]], [[-2.5, 1, -2, 0]]])(
  'what is foreseen comes near what is true: %j',
  (numbers) => {
    const truth = numbers;
    const history = reviewsOf(truth, 300, 3);
    const found = estimate(history, 300);
    const before = distance(NOBODY, truth, history, 300);
    expect(distance(found, truth, history, 300)).toBeLessThan(Math.max(0.02, before / 3));
  },
);

test('few reviews leave a person near what is believed of all', () => {
  const found = estimate(reviewsOf([1.5, 1, 1, 1], 2, 5), 2);
  for (const trait of found) expect(Math.abs(trait)).toBeLessThan(1);
});

test('more reviews say more surely what a person is like', () => {
  const of = (cards: number) =>
    fitTraits(reviewsOf([0, 0, 0, 0], cards, 9), cards, DEFAULT_LEARNER.weights).information;
  expect(of(100)[0]![0]!).toBeGreaterThan(3 * of(20)[0]![0]!);
});

describe('a button may be the wrong one', () => {
  /** A hundred cards, all recalled on each of these days, but for so many of them on the last one. */
  const steady = (days: readonly number[], forgotten: number): ReviewHistory => {
    const history = new ReviewHistory();
    for (const day of days) {
      const isLast = day === days.at(-1);
      for (let card = 0; card < 100; card++)
        history.add(card, day, isLast && card < forgotten ? 1 : 3);
    }
    return history;
  };
  const fitted = (days: readonly number[], forgotten: number, forgetting: Forgetting) =>
    fitTraits(steady(days, forgotten), 100, DEFAULT_LEARNER.weights, forgetting);

  test.each(['power', 'exponential'] as const)(
    'so one that was all but certain to be recalled says little of a memory: %s',
    (forgetting) => {
      const days = [0, 1, 3, 7, 14];
      const [sure, slipped] = [fitted(days, 0, forgetting), fitted(days, 1, forgetting)];
      sure.traits.forEach((trait, index) => {
        expect(Math.abs(trait - slipped.traits[index]!)).toBeLessThan(0.2);
      });
      // It costs no more than any other that was unlikely: the logarithm of 0.03.
      expect(sure.likelihood - slipped.likelihood).toBeLessThan(3.6);
    },
  );

  test('and what was certain teaches nothing, however often it is asked', () => {
    const [few, many] = [
      [0, 1, 3],
      [0, 1, 3, 3.5, 4, 4.5, 5, 5.5, 6],
    ].map((days) => fitted(days, 0, 'power'));
    expect(many!.traits[0]! - few!.traits[0]!).toBeLessThan(0.1);
    expect(many!.traits[0]!).toBeLessThan(1.2);
  });
});
