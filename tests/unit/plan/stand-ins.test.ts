import { expect, test } from 'vitest';
import { standIns } from '../../../src/plan/stand-ins.js';
import { NOW, newCards, nobody, seenCards } from './world.js';

const { likeliest } = nobody();
const memoriesOf = (cards: Parameters<ReturnType<typeof nobody>['memories']>[0]) =>
  nobody().memories(cards, likeliest, NOW);

test('a few cards stand for themselves', () => {
  const { cards, of } = standIns(memoriesOf(newCards(5)), likeliest.model, 10, 10);
  expect([...cards].sort()).toEqual([0, 1, 2, 3, 4]);
  expect([...of].map((index) => cards[index])).toEqual([0, 1, 2, 3, 4]);
});

test('of many there are as many of each kind as it has a part of', () => {
  const memories = memoriesOf([...newCards(300, 1000), ...seenCards(100, 5, 2)]);
  const { cards, of } = standIns(memories, likeliest.model, 10, 10);
  expect(cards).toHaveLength(64);
  expect(cards.filter((card) => card < 300)).toHaveLength(48);
  for (const card of [0, 299, 300, 399]) {
    expect(memories.isNew(cards[of[card]!]!)).toBe(memories.isNew(card));
  }
});

test('of a long preparation there are fewer', () => {
  const { cards } = standIns(memoriesOf(newCards(300, 1000)), likeliest.model, 200, 200);
  expect(cards).toHaveLength(16);
});
