import { describe, expect, test } from 'vitest';
import { TRUTHS } from '../../../../../bench/plan/truths/list.js';
import type { Mind, Truth } from '../../../../../bench/plan/truths/truth.js';
import { seededRandom } from '../../../../../src/schedule/seeded-random.js';

const CARDS = 20;
const at = (days: number) => ({ days, studied: 0 });

/** Mean recall of people's cards some days after looks on days, the first a miss, then hits. */
function recallAfter(truth: Truth, looks: readonly number[], later: number): number {
  const people = Array.from({ length: 20 }, (_, seed) => truth.draw(CARDS, seededRandom(seed)));
  const means = people.map(({ mind }) => {
    for (const [index, day] of looks.entries()) {
      for (let card = 0; card < CARDS; card++) mind.look(card, at(day), index === 0 ? 1 : 3);
    }
    return meanRecall(mind, (looks.at(-1) ?? 0) + later);
  });
  return means.reduce((sum, mean) => sum + mean, 0) / means.length;
}

function meanRecall(mind: Mind, days: number): number {
  const cards = Array.from({ length: CARDS }, (_, card) => mind.recall(card, at(days)));
  return cards.reduce((sum, recall) => sum + recall, 0) / CARDS;
}

describe.each(TRUTHS.map((truth) => [truth.name, truth] as const))('%s', (name, truth) => {
  test('recall falls with time and rises with looks', () => {
    const after = [0.01, 1, 7, 30, 90].map((days) => recallAfter(truth, [0, 1, 3], days));
    for (const [index, recall] of after.entries()) {
      expect(recall).toBeGreaterThan(0);
      expect(recall).toBeLessThanOrEqual(1);
      // MCM's recall has a ceiling.
      if (index > 0) expect(recall).toBeLessThanOrEqual(after[index - 1]!);
    }
    expect(after.at(-1)).toBeLessThan(after[0]! - 0.05);
    expect(recallAfter(truth, [0, 1, 14], 30)).toBeGreaterThan(recallAfter(truth, [0, 1], 43));
  });

  test('looks further apart are remembered longer, but by half-life', () => {
    const [close, apart] = [recallAfter(truth, [0, 1, 2], 40), recallAfter(truth, [0, 6, 14], 40)];
    if (name === 'half-life') expect(apart).toBeCloseTo(close, 9);
    else expect(apart).toBeGreaterThan(close + 0.01);
  });

  test('people differ, and the same seed is the same person', () => {
    const recallOf = (seed: number) => {
      const { mind, unknown } = truth.draw(CARDS, seededRandom(seed));
      for (let card = 0; card < CARDS; card++) mind.look(card, at(0), 1);
      return [unknown, meanRecall(mind, 5)];
    };
    expect(recallOf(1)).toEqual(recallOf(1));
    expect(recallOf(1)[0]).not.toBe(recallOf(2)[0]);
    expect(recallOf(1)[1]).not.toBe(recallOf(2)[1]);
  });

  test('a miss is Again, a hit never', () => {
    const random = seededRandom(3);
    const { mind } = truth.draw(CARDS, random);
    const buttons = (recall: number) =>
      new Set(Array.from({ length: 300 }, () => mind.button(0, recall, true, false, random)));
    expect(mind.button(0, 0.9, false, false, random)).toBe(1);
    expect([...buttons(0.9)].sort()).toEqual([2, 3, 4]);
  });
});
