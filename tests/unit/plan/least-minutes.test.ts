import { expect, test } from 'vitest';
import { compare } from '../../../src/plan/compare.js';
import { fsrsContender, GREEDY, ORDINARY } from '../../../src/plan/contenders.js';
import { leastMinutes } from '../../../src/plan/least-minutes.js';

const CELL = { people: 'sketch' as const, cards: 30, days: 8, minutes: 12 };
const PEOPLE = 3;
const SEED = 5;

test('no rival gets to a recall that no one gets to', () => {
  expect(leastMinutes(CELL, 0.9999, PEOPLE, SEED)).toBeNull();
});

test('the best rival takes no longer than any that gets there', () => {
  const ordinary = fsrsContender('FSRS 0.9', { ...ORDINARY, retention: 0.9 });
  const standings = compare(CELL, [GREEDY, ordinary], PEOPLE, SEED);
  for (const { recall, minutes } of standings) {
    const found = leastMinutes(CELL, recall.mean, PEOPLE, SEED);
    expect(found?.minutes).toBeLessThanOrEqual(minutes.mean + 1e-9);
    expect(found?.recall).toBeGreaterThanOrEqual(recall.mean - 1e-9);
  }
});

test('less recall never takes more', () => {
  const [less, more] = [0.5, 0.8].map((recall) => leastMinutes(CELL, recall, PEOPLE, SEED));
  expect(less?.minutes).toBeLessThanOrEqual(more?.minutes ?? 0);
});
