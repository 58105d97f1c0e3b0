import { expect, test } from 'vitest';
import { HalfLifeMind } from '../../../../../bench/plan/truths/half-life.js';

const at = (days: number) => ({ days, studied: 0 });

test('recall halves in a half-life, which looks of one session leave as it is', () => {
  const person = new HalfLifeMind(Float64Array.of(1));
  person.look(0, at(0), 1);
  // Once wrong: 2^(1 - 0.15) days.
  expect(person.recall(0, at(2 ** 0.85))).toBeCloseTo(0.5, 9);
  person.look(0, at(0.01), 3);
  expect(person.recall(0, at(0.01 + 2 ** 0.85))).toBeCloseTo(0.5, 9);
  person.look(0, at(2), 3);
  expect(person.recall(0, at(2 + 2 ** 1.95))).toBeCloseTo(0.5, 9);
});
