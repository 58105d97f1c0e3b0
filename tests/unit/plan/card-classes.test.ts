import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classesOf } from '../../../src/plan/card-classes.js';
import { Dynamics } from '../../../src/plan/dynamics.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { stagesOf } from '../../../src/plan/stages.js';

const dynamics = new Dynamics(DEFAULT_LEARNER);
const STAGES = stagesOf(10);
const TIMES = { day: 0, deadline: 10 };

/** Memories of so many new cards, and of cards seen with these stabilities. */
function memoriesOf(fresh: number, stabilities: readonly number[]): Memories {
  const memories = new Memories(fresh + stabilities.length);
  stabilities.forEach((stability, index) => {
    memories.stability[fresh + index] = stability;
    memories.difficulty[fresh + index] = 5;
    memories.last[fresh + index] = -1;
  });
  return memories;
}
const classes = (fresh: number, stabilities: readonly number[]) =>
  classesOf(memoriesOf(fresh, stabilities), dynamics, STAGES, TIMES);

describe('classesOf', () => {
  test('of no card are none, and new cards are one', () => {
    expect(classes(0, [])).toEqual([]);
    expect(classes(7, [])).toEqual([{ count: 7, unreviewed: 0, outcomes: null }]);
  });

  test('hold every card once, weakest first, and never very many', () => {
    const stabilities = fc.array(fc.double({ min: 0.1, max: 500, noNaN: true }), {
      maxLength: 200,
    });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), stabilities, (fresh, stabilities) => {
        const found = classes(fresh, stabilities);
        const seen = found.filter(({ outcomes }) => outcomes !== null);
        const count = (of: typeof found) => of.reduce((sum, each) => sum + each.count, 0);
        expect(count(found)).toBe(fresh + stabilities.length);
        expect(count(seen)).toBe(stabilities.length);
        expect(found.length).toBeLessThanOrEqual(33);
        for (const [index, { unreviewed }] of seen.entries()) {
          expect(unreviewed).toBeGreaterThanOrEqual(seen[index - 1]?.unreviewed ?? 0);
        }
      }),
    );
  });

  test('expect the recall of their cards, nearly', () => {
    const stabilities = Array.from({ length: 150 }, (_, index) => 1 + index);
    const memories = memoriesOf(0, stabilities);
    const mean = classes(0, stabilities).reduce(
      (sum, { count, unreviewed }) => sum + (count * unreviewed) / stabilities.length,
      0,
    );
    expect(mean).toBeCloseTo(memories.meanRecall(dynamics.model, TIMES.deadline), 2);
  });

  test('know what a review leads to at each stage', () => {
    const [only] = classes(0, [20]);
    const recalls = STAGES.map(({ day }) => dynamics.model.recall(1 + day, 20));
    expect([...(only?.outcomes?.recall ?? [])]).toEqual(
      recalls.map((recall) => expect.closeTo(recall, 9)),
    );
  });
});
