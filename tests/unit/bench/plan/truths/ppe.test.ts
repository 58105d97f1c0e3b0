import { expect, test } from 'vitest';
import { PpeMind } from '../../../../../bench/plan/truths/ppe.js';

const at = (days: number) => ({ days, studied: 0 });

test('two looks a day apart, by hand', () => {
  const person = new PpeMind(0.3, Float64Array.of(0.37));
  person.look(0, at(0), 1);
  person.look(0, at(1), 3);
  const [old, young] = [259_200, 172_800];
  const [a, b] = [old ** -0.6, young ** -0.6];
  const age = (a * old + b * young) / (a + b);
  const decay = 0.03 + 0.3 / Math.log(86_400 + Math.E);
  const activation = 2 ** 0.1 * age ** -decay;
  expect(person.recall(0, at(3))).toBeCloseTo(1 / (1 + Math.exp((0.37 - activation) / 0.04)), 9);
});
