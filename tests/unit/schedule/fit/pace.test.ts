import { expect, test } from 'vitest';
import { DEFAULT_LEARNER } from '../../../../src/schedule/fit/learner.js';
import { Pace } from '../../../../src/schedule/fit/pace.js';

const { weights } = DEFAULT_LEARNER;
const cardDay = { card: 0, day: 0, rating: 3, isFirst: true, seconds: 45, stepSeconds: 0 };

function paceAfter(count: number, more: Partial<typeof cardDay>): Pace {
  const pace = new Pace();
  for (let n = 0; n < count; n++) pace.add({ ...cardDay, ...more });
  return pace;
}

test('how often new cards are failed is soon the person’s own', () => {
  const failing = paceAfter(20, { rating: 1 }).learner(weights).firstRating;
  const knowing = paceAfter(20, { rating: 3 }).learner(weights).firstRating;
  expect(failing[0]).toBeGreaterThan(0.9);
  expect(knowing[0]).toBeLessThan(0.1);
  for (const chances of [failing, knowing]) {
    expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeCloseTo(1, 12);
  }
});

test('who is slow with one kind of card is taken to be slow with others', () => {
  const slow = paceAfter(60, { isFirst: false, seconds: 60 }).learner(weights);
  expect(slow.hitSeconds).toBeGreaterThan(50);
  expect(slow.newSeconds).toBeGreaterThan(2 * DEFAULT_LEARNER.newSeconds);
  expect(new Pace().learner(weights).hitSeconds).toBeCloseTo(DEFAULT_LEARNER.hitSeconds, 9);
});

test('the less is known the farther people are apart', () => {
  const apart = (pace: Pace) =>
    pace.learner(weights, { again: 0, pace: 1 }).hitSeconds / pace.learner(weights).hitSeconds;
  expect(apart(new Pace())).toBeGreaterThan(1.2);
  expect(apart(paceAfter(200, { isFirst: false }))).toBeLessThan(1.1);
});

test('steps take what they took', () => {
  const pace = paceAfter(100, { seconds: 75, stepSeconds: 50 });
  expect(pace.stepSeconds).toBeGreaterThan(40);
  expect(new Pace().stepSeconds).toBe(15);
});
