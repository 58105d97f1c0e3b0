import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { Memories } from '../../../src/plan/memories.js';
import { ReviewHistory } from '../../../src/plan/review-history.js';
import { MemoryModel } from '../../../src/schedule/memory-model.js';

const model = new MemoryModel(DEFAULT_WEIGHTS);

function historyOf(...rows: (readonly [number, number, number])[]): ReviewHistory {
  const history = new ReviewHistory();
  for (const [card, day, rating] of rows) history.add(card, day, rating);
  return history;
}

test('a replay leads to the memories that the reviews led to, from those at its start', () => {
  const rows = [
    [0, 0, 1],
    [1, 0, 3],
    [0, 1, 3],
    [1, 4, 1],
  ] as const;
  const start = new Memories(3);
  const memories = start.copy();
  for (const [card, day, rating] of rows) memories.rate(model, card, day, rating);
  const replayed = historyOf(...rows).replay(start.copy(), model);
  expect(replayed.stability).toEqual(memories.stability);
  expect(replayed.difficulty).toEqual(memories.difficulty);
  expect(replayed.last).toEqual(memories.last);
});

test('what was foreseen is the chance of recall before each review, -1 for new cards', () => {
  const history = historyOf([0, 0, 3], [0, 5, 1]);
  const foreseen = new Float64Array(history.length);
  history.replay(new Memories(1), model, foreseen);
  model.learn(3);
  expect([...foreseen]).toEqual([-1, model.recall(5, model.stability)]);
  expect([history.recalled(0), history.recalled(1)]).toEqual([true, false]);
});

test('some cards are taken under other numbers', () => {
  const history = historyOf([4, 0, 3], [1, 0, 1], [4, 2, 3]);
  const part = history.renumbered((card) => (card === 4 ? 0 : -1));
  expect(part.length).toBe(2);
  const model = new MemoryModel(DEFAULT_WEIGHTS);
  const memories = part.replay(new Memories(1), model);
  const whole = history.replay(new Memories(5), model);
  expect(memories.stability[0]).toBe(whole.stability[4]);
});
