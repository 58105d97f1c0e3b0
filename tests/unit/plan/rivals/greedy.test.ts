import { expect, test } from 'vitest';
import { DEFAULT_LEARNER } from '../../../../src/plan/learner.js';
import { Memories } from '../../../../src/plan/memories.js';
import { Greedy } from '../../../../src/plan/rivals/greedy.js';

const TODAY = { day: 10, deadline: 20, seconds: 600, secondsPerDay: 600 };

function memoriesOf(...cards: (readonly [stability: number, last: number])[]): Memories {
  const memories = new Memories(cards.length);
  cards.forEach(([stability, last], card) => {
    memories.stability[card] = stability;
    memories.difficulty[card] = stability === 0 ? 0 : 5;
    memories.last[card] = last;
  });
  return memories;
}

test('new cards come first, for they add most; what is weak comes before what is strong', () => {
  const memories = memoriesOf([900, 0], [1, 0], [0, 0], [20, 0]);
  expect(new Greedy(DEFAULT_LEARNER).choose(memories, TODAY)).toEqual([2, 1, 3, 0]);
});

test('per second: where new cards take long, a weak one is worth more', () => {
  const slow = { ...DEFAULT_LEARNER, newSeconds: 2000 };
  expect(new Greedy(slow).choose(memoriesOf([0, 0], [1, 0]), TODAY)).toEqual([1, 0]);
});
