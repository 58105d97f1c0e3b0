import { expect, test } from 'vitest';
import { ActRMind } from '../../../../../bench/plan/truths/act-r.js';

const at = (days: number, studied = 0) => ({ days, studied });
const mind = () => new ActRMind(0.1768, Float64Array.of(0.2));

test('one trace a day old, by hand', () => {
  const person = mind();
  person.look(0, at(0), 1);
  // A day outside of sessions counts as 0.025 · 86400 = 2160 s: ln(2160^-0.1768) + 0.2 = -1.1575.
  expect(person.activation(0, at(1))).toBeCloseTo(-1.1575, 3);
  // logistic((-1.1575 + 0.7042) / 0.2549)
  expect(person.recall(0, at(1))).toBeCloseTo(0.1445, 3);
});

test('a second trace fades the faster the more was active when it was laid down', () => {
  const person = mind();
  person.look(0, at(0), 1);
  // A minute of the same session: e^m = 60^-0.1768 · e^0.2 = 0.5922, so d = 0.217 · 0.5922 + 0.1768.
  person.look(0, at(60 / 86_400, 60), 3);
  const age = 60 + 0.025 * (86_400 - 60);
  const expected = Math.log(age ** -0.1768 + (age - 60) ** -0.3053) + 0.2;
  expect(person.activation(0, at(1, 60))).toBeCloseTo(expected, 3);
});

test('a question that is known at first was met before', () => {
  const [known, unknown] = [mind(), mind()];
  known.look(0, at(0), 3);
  unknown.look(0, at(0), 1);
  expect(known.recall(0, at(3))).toBeGreaterThan(unknown.recall(0, at(3)));
});
