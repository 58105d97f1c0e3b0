import { describe, expect, test } from 'vitest';
import { Belief } from '../../../src/plan/belief.js';
import { withTraits } from '../../../src/plan/traits.js';
import { DEFAULT_LEARNER } from '../../../src/schedule/fit/learner.js';
import { journalOf, logOf, NOW, nobody, seenCards, TODAY } from './world.js';

const { weights } = DEFAULT_LEARNER;
const forgetful = withTraits(weights, [-1.5, 0.5, -1, 0]);

describe('what is believed of a person', () => {
  test('of nobody is what is usual', () => {
    expect(nobody().likeliest.learner.weights).toEqual([...weights]);
  });

  test('is that they forget sooner where they did', () => {
    const belief = new Belief(journalOf(forgetful, 80, [1, 3, 8, 20]), weights);
    const [card] = seenCards(1, 5, 20);
    const recall = ({ likeliest: { model } }: Belief) => {
      model.learn(3);
      return model.recall(10, model.stability);
    };
    expect(recall(belief)).toBeLessThan(recall(nobody()));
    const told = belief.memories([{ ...card!, key: 3 }], belief.likeliest, NOW);
    expect(told.stability[0]).not.toBe(5);
    expect(told.last[0]).toBe(-20);
  });

  test('leaves a card of which the journal tells nothing as the schedule has it', () => {
    const belief = new Belief(journalOf(forgetful, 5, [1]), weights);
    const told = belief.memories([{ ...seenCards(1, 7, 3)[0]!, key: 99 }], belief.likeliest, NOW);
    expect([told.stability[0], told.difficulty[0], told.last[0]]).toEqual([7, 5, -3]);
  });

  test('is of the last life of a card that was forgotten on purpose', () => {
    const life = [
      [0, TODAY - 9, 3],
      [0, TODAY - 8, 1],
      [0, TODAY - 7, 1],
    ] as const;
    const rows = [...life, [0, TODAY - 6, 0], [0, TODAY - 5, 3]] as const;
    const belief = new Belief(logOf(rows), weights);
    const once = new Belief(logOf([[0, TODAY - 5, 3]]), weights);
    const card = seenCards(1, 1, 5);
    const { likeliest } = once;
    expect(belief.memories(card, likeliest, NOW).stability).toEqual(
      once.memories(card, likeliest, NOW).stability,
    );
  });
});

test('the people who may be the person are apart, and nearer to one another the more is known', () => {
  const spread = (belief: Belief) => {
    const recalls = Array.from({ length: 24 }, (_, n) => {
      const { model } = belief.person(n);
      model.learn(3);
      return model.recall(10, model.stability);
    });
    return Math.max(...recalls) - Math.min(...recalls);
  };
  const known = new Belief(journalOf(weights, 150, [1, 3, 8, 20]), weights);
  expect(spread(nobody())).toBeGreaterThan(2 * spread(known));
  expect(known.person(3).learner).toEqual(known.person(3).learner);
});

test('people of whom nothing is known are as far apart as memories that are not FSRS’s ask for', () => {
  const people = Array.from({ length: 200 }, (_, n) => nobody().person(n).learner.weights);
  const spreadOf = (index: number) => {
    const logs = people.map((own) => Math.log(own[index]! / weights[index]!));
    const mean = logs.reduce((sum, each) => sum + each, 0) / logs.length;
    return Math.sqrt(logs.reduce((sum, each) => sum + (each - mean) ** 2, 0) / logs.length);
  };
  // The first stabilities, and what forgetting leaves, of logarithms.
  expect(spreadOf(0)).toBeGreaterThan(1.2);
  expect(spreadOf(0)).toBeLessThan(1.8);
  expect(spreadOf(11)).toBeGreaterThan(0.6);
  expect(spreadOf(11)).toBeLessThan(0.9);
});

test('sessions are missed as often as they were', () => {
  const days = Array.from({ length: 20 }, (_, n) => TODAY - 20 + n);
  const half = new Belief(
    logOf(days.filter((day) => day % 2 === 0).map((day) => [0, day, 3])),
    weights,
  );
  expect(half.missing(days)).toBeCloseTo(11 / 40, 12);
  expect(nobody().missing([])).toBeCloseTo(1 / 20, 12);
});
