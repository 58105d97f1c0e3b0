import { expect, test } from 'vitest';
import { Memories } from '../../../../src/plan/memories.js';
import { RandomCram } from '../../../../src/plan/rivals/random-cram.js';
import { seededRandom } from '../../../../src/schedule/seeded-random.js';

test('every card once, in another order each day', () => {
  const cram = new RandomCram(seededRandom(1));
  const memories = new Memories(50);
  const [one, other] = [cram.choose(memories), cram.choose(memories)];
  const all = Array.from({ length: 50 }, (_, card) => card);
  expect([...one].sort((a, b) => a - b)).toEqual(all);
  expect([...other].sort((a, b) => a - b)).toEqual(all);
  expect(one).not.toEqual(other);
});

test('equal sources give equal orders', () => {
  const memories = new Memories(50);
  const order = () => new RandomCram(seededRandom(7)).choose(memories);
  expect(order()).toEqual(order());
});
