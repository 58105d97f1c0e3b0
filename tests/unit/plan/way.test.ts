import { expect, test } from 'vitest';
import { type Student, scoreCards } from '../../../src/plan/way.js';
import type { Forgetting } from '../../../src/schedule/memory-model.js';
import { MemoryModel } from '../../../src/schedule/memory-model.js';
import { NOW, newCards, nobody, seenCards } from './world.js';

const KINDS = [
  ...newCards(1, 90),
  // Fallen to about 0.72, 0.6 and 0.3; nearly sure; seen just now.
  ...seenCards(1, 3, 19),
  ...seenCards(1, 0.5, 8),
  ...seenCards(1, 0.01, 30),
  ...seenCards(1, 100, 1),
  ...seenCards(1, 1, 0.1),
].map((card, key) => ({ ...card, key: 90 + key }));

function studentOf(forgetting: Forgetting = 'power'): Student {
  const belief = nobody();
  const { learner } = belief.likeliest;
  const person = { learner, model: new MemoryModel(learner.weights, forgetting) };
  return { person, memories: belief.memories(KINDS, person, NOW) };
}

/** Scores of a card of each kind, with so many days left of a preparation of so many. */
function scores(left: number, days: number, students: Student[] = [studentOf()], seconds = 1e6) {
  const out = new Float64Array(KINDS.length);
  scoreCards(students, { day: 0, deadline: left, days, seconds }, out);
  const [fresh = 0, held = 0, fading = 0, gone = 0, sure = 0, now = 0] = out;
  return { fresh, held, fading, gone, sure, now };
}

test('keeps alive what has fallen to 0.7, the surest first; then come new cards, then the weakest', () => {
  const { fresh, held, fading, gone, sure, now } = scores(30, 30);
  expect(fading).toBeGreaterThan(gone);
  expect(gone).toBeGreaterThan(fresh);
  expect(fresh).toBeGreaterThan(held);
  expect(held).toBeGreaterThan(sure);
  expect(sure).toBeGreaterThan(now - 0.05);
});

test('goes by gain in the last four tenths of the days, with exponential forgetting in the last two', () => {
  // Kept alive is what would come first; by gain a new card brings more than one nearly forgotten.
  const isByGain = (left: number) => scores(left, 100).fresh > scores(left, 100).gone;
  expect([60, 45, 39, 10].map(isByGain)).toEqual([false, false, true, true]);
  // Kept alive goes first what is surest; by gain a new card has no place of its own between.
  const freshWith =
    (...kinds: Forgetting[]) =>
    (left: number) =>
      scores(left, 100, kinds.map(studentOf)).fresh;
  const isEarly = (fresh: number) => fresh === 1.5;
  const lefts = [45, 39, 25, 19];
  expect(lefts.map(freshWith('exponential')).map(isEarly)).toEqual([true, true, true, false]);
  expect(lefts.map(freshWith('power', 'exponential')).map(isEarly)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  const { fading, sure, now } = scores(10, 100);
  expect(fading).toBeGreaterThan(sure);
  expect(fading).toBeGreaterThan(now);
});

test('goes by gain from the first day on where there is no time to see every new card, but not with exponential forgetting', () => {
  const isByGain = (kind: Forgetting, seconds: number) =>
    scores(100, 100, [studentOf(kind)], seconds).fresh !== 1.5;
  // One new card takes three quarters of a minute.
  expect(isByGain('power', 40)).toBe(true);
  expect(isByGain('power', 50)).toBe(false);
  expect(isByGain('exponential', 40)).toBe(false);
});

test('goes by the mean of the people who may be the person', () => {
  const [one, other] = [studentOf('power'), studentOf('exponential')];
  const [alone, instead, both] = [[one], [other], [one, other]].map((students) =>
    scores(10, 100, students),
  );
  expect(both!.fading).toBeCloseTo((alone!.fading + instead!.fading) / 2, 12);
  expect(both!.fresh).toBeCloseTo((alone!.fresh + instead!.fresh) / 2, 12);
  // At 0.72 by a power of time, but long gone by half-lives: the mean is below 0.7.
  expect(scores(30, 30, [one]).held).toBeLessThan(1);
  expect(scores(30, 30, [one, other]).held).toBeGreaterThan(2);
});
