import { expect, test } from 'vitest';
import { Learner } from '../../../../bench/plan/learner.js';
import { MCM } from '../../../../bench/plan/truths/mcm.js';

const START = 20_003 * 86_400_000;

test('the luck of a look is that of the card and its number, whatever came between', () => {
  const [one, two] = [new Learner(MCM, 5, 7, START), new Learner(MCM, 5, 7, START)];
  two.look(3, START, false);
  expect(one.look(1, START, false)).toEqual(two.look(1, START, false));
  expect(one.look(1, START + 60_000, true)).toEqual(two.look(1, START + 60_000, true));
});

test('times are about those that are said, steps the shortest', () => {
  const times = (inSteps: boolean) => {
    const looks = Array.from({ length: 300 }, (_, seed) =>
      new Learner(MCM, 1, seed, START).look(0, START, inSteps),
    );
    return looks.reduce((sum, { seconds }) => sum + seconds, 0) / looks.length;
  };
  // The means of all factors are 1 but for distractions: three minutes in 250 looks.
  expect(times(false)).toBeGreaterThan(20);
  expect(times(false)).toBeLessThan(32);
  expect(times(true)).toBeGreaterThan(7);
  expect(times(true)).toBeLessThan(14);
});

test('a card never seen counts nothing', () => {
  const person = new Learner(MCM, 4, 1, START);
  expect(person.recallAt(START)).toBe(0);
  person.look(0, START, false);
  expect(person.recallAt(START)).toBeCloseTo(0.985 / 4, 9);
});
