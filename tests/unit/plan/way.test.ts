import { expect, test } from 'vitest';
import { BY_GAIN, DONE, STEADY, scoreCards, WAYS, type Way } from '../../../src/plan/way.js';
import { NOW, newCards, nobody, seenCards } from './world.js';

/** Scores of a card of each kind: new; fallen to 0.6 and to 0.3; nearly sure; seen just now. */
function scores(way: Way, deadline: number): number[] {
  const belief = nobody();
  const cards = [
    ...newCards(1, 90),
    ...seenCards(1, 0.5, 8),
    ...seenCards(1, 0.01, 30),
    ...seenCards(1, 100, 1),
    ...seenCards(1, 1, 0.1),
  ].map((card, key) => ({ ...card, key: 90 + key }));
  const memories = belief.memories(cards, belief.likeliest, NOW);
  const out = new Float64Array(cards.length);
  scoreCards(way, memories, belief.likeliest, { day: 0, deadline, days: deadline }, out);
  return [...out];
}

test('the steady way keeps alive what is forgotten least, then begins new cards, then the rest', () => {
  const [fresh, fading, gone, sure, now] = scores({ ...STEADY, gainFrom: 0 }, 30);
  expect(fading!).toBeGreaterThan(gone!);
  expect(gone!).toBeGreaterThan(fresh!);
  expect(fresh!).toBeGreaterThan(sure!);
  expect(now).toBe(DONE);
});

test('new cards may come first', () => {
  const [fresh, fading] = scores({ ...STEADY, newFirst: true, gainFrom: 0 }, 30);
  expect(fresh!).toBeGreaterThan(fading!);
});

test('by gain a card comes the sooner the more a second of it brings', () => {
  const [fresh, fading, , sure, now] = scores(BY_GAIN, 10);
  expect(fresh!).toBeGreaterThan(sure!);
  expect(fading!).toBeGreaterThan(sure!);
  expect(now).toBe(DONE);
});

test('every way is another one, and the steady one is among them', () => {
  expect(new Set(WAYS.map((way) => JSON.stringify(way))).size).toBe(WAYS.length);
  expect(WAYS).toContain(STEADY);
});
