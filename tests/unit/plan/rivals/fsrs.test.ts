import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../../src/model/settings.js';
import { Memories } from '../../../../src/plan/memories.js';
import { MemoryModel } from '../../../../src/plan/memory-model.js';
import { Fsrs } from '../../../../src/plan/rivals/fsrs.js';

const MODEL = new MemoryModel(DEFAULT_WEIGHTS);
const HABIT = { retention: 0.9, introduceBy: 0.5, aheadDays: 0 };
const on = (day: number) => ({ day, deadline: 20, seconds: 600, secondsPerDay: 600 });

/** Cards seen on day 0 with these stabilities, then so many new ones. */
function memoriesOf(stabilities: readonly number[], fresh: number): Memories {
  const memories = new Memories(stabilities.length + fresh);
  stabilities.forEach((stability, card) => {
    memories.stability[card] = stability;
    memories.difficulty[card] = 5;
  });
  return memories;
}

describe('Fsrs', () => {
  test('reviews what is due, the least likely to be recalled first', () => {
    const chosen = new Fsrs(MODEL, HABIT).choose(memoriesOf([8, 3, 30, 10], 0), on(10));
    expect(chosen).toEqual([1, 0, 3]);
  });

  test('spreads new cards evenly over its part of the days, the last of them then', () => {
    const fsrs = new Fsrs(MODEL, HABIT);
    expect(fsrs.choose(memoriesOf([], 40), on(0))).toHaveLength(4);
    expect(fsrs.choose(memoriesOf([], 12), on(9))).toHaveLength(12);
    expect(fsrs.choose(memoriesOf([], 12), on(15))).toHaveLength(12);
  });

  test('a higher retention makes due sooner', () => {
    const strict = new Fsrs(MODEL, { ...HABIT, retention: 0.97 });
    expect(strict.choose(memoriesOf([30], 0), on(10))).toEqual([0]);
  });

  test('reviews ahead on the last days alone: the weakest first, nothing twice', () => {
    const ahead = new Fsrs(MODEL, { ...HABIT, aheadDays: 2 });
    const memories = memoriesOf([900, 3, 300], 0);
    expect(ahead.choose(memories, on(17))).toEqual([1]);
    expect(ahead.choose(memories, on(18))).toEqual([1, 2, 0]);
  });
});
