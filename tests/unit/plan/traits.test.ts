import { expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { TRAITS, withTraits } from '../../../src/plan/traits.js';
import { MemoryModel } from '../../../src/schedule/memory-model.js';

const traits = (at: number, value: number) => {
  const all = Array.from({ length: TRAITS }, () => 0);
  all[at] = value;
  return all;
};
const modelWith = (at: number, value: number) =>
  new MemoryModel(withTraits(DEFAULT_WEIGHTS, traits(at, value)));

test('no trait is the believed person', () => {
  expect(withTraits(DEFAULT_WEIGHTS, [0, 0, 0, 0])).toEqual([...DEFAULT_WEIGHTS]);
});

test('each trait moves what it is named for', () => {
  const [initial, decay, growth, forgetting] = [0, 1, 2, 3].map((at) => [
    modelWith(at, -1),
    modelWith(at, 1),
  ]);
  const first = initial!.map((model) => {
    model.learn(3);
    return model.stability;
  });
  expect(first[1]!).toBeGreaterThan(first[0]! * 2);
  const late = decay!.map((model) => model.recall(60, 5));
  expect(late[1]!).toBeLessThan(late[0]!);
  const after = (rating: number) => (model: MemoryModel) => {
    model.review(5, 5, 5, rating);
    return model.stability;
  };
  const recalled = growth!.map(after(3));
  expect(recalled[1]!).toBeGreaterThan(recalled[0]!);
  const forgotten = forgetting!.map(after(1));
  expect(forgotten[1]!).toBeGreaterThan(forgotten[0]!);
});

test('the decay stays within its bounds', () => {
  expect(withTraits(DEFAULT_WEIGHTS, traits(1, 20))[20]).toBe(0.8);
  expect(withTraits(DEFAULT_WEIGHTS, traits(1, -20))[20]).toBe(0.1);
});
