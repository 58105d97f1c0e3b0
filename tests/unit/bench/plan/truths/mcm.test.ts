import { expect, test } from 'vitest';
import { McmMind } from '../../../../../bench/plan/truths/mcm.js';

const at = (days: number) => ({ days, studied: 0 });
const mind = () => new McmMind(0.22, Float64Array.of(6));

test('a first miss fills every integrator to what it lacks, and fades by their mixture', () => {
  const person = mind();
  person.look(0, at(0), 1);
  // All levels are 1 then, so recall is the weighted mean of exp(-t / τ), capped.
  expect(person.recall(0, at(0))).toBe(0.985);
  let [sum, total] = [0, 0];
  for (let i = 1; i <= 60; i++) {
    const weight = 1.18 ** (-0.22 * i);
    sum += weight * Math.exp(-2 / (0.01 * 1.18 ** i));
    total += weight;
  }
  expect(person.recall(0, at(12))).toBeCloseTo(sum / total, 9);
});

test('a hit is stored more strongly than a miss', () => {
  const recalled = (rating: 1 | 3) => {
    const person = mind();
    person.look(0, at(0), 1);
    person.look(0, at(5), rating);
    return person.recall(0, at(30));
  };
  expect(recalled(3)).toBeGreaterThan(recalled(1) + 0.1);
});
