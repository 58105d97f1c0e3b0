import { describe, expect, test } from 'vitest';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import type { ReviewLog } from '../../../src/plan/card-days.js';
import { LearnedMemory } from '../../../src/plan/learned-memory.js';
import { modelOf } from '../../../src/plan/learner.js';

const REVIEW = 8;
const FORGET = 0;
const CARDS = 60;
const SINCE = 1_000_000;
const CARD = { stability: 4, difficulty: 5, lastAt: SINCE - 1 };

type Row = readonly [card: number, day: number, code: number];

function learn(rows: readonly Row[]): LearnedMemory {
  const log: ReviewLog = {
    length: rows.length,
    card: rows.map(([card]) => card),
    day: rows.map(([, day]) => day),
    code: rows.map(([, , code]) => code),
    durationMs: rows.map(() => 20_000),
  };
  return new LearnedMemory(log, DEFAULT_WEIGHTS);
}

/** All cards, rated alike on each of some days. */
const alike = (rating: number): Row[] =>
  [0, 2, 9, 30].flatMap((day) =>
    Array.from({ length: CARDS }, (_, card): Row => [card, day, REVIEW + (day === 0 ? 3 : rating)]),
  );

describe('LearnedMemory', () => {
  test('of an empty journal is the person that the schedule believes in', () => {
    const learned = learn([]);
    expect(learned.learner.weights).toEqual([...DEFAULT_WEIGHTS]);
    expect(learned.read(CARD, 1, SINCE)).toBe(CARD);
  });

  test('who recalls all has stronger memories than who forgets all', () => {
    const [good, bad] = [learn(alike(3)), learn(alike(1))];
    const recall = ({ learner }: LearnedMemory) => {
      const model = modelOf(learner);
      model.learn(3);
      return model.recall(20, model.stability);
    };
    expect(recall(good)).toBeGreaterThan(recall(learn([])));
    expect(recall(bad)).toBeLessThan(recall(learn([])));
    const stability = (learned: LearnedMemory) => learned.read(CARD, 1, SINCE).stability;
    expect(stability(good)).toBeGreaterThan(stability(bad) ?? 0);
  });

  test('a card reviewed since the journal was read, or of no review, is left as it is', () => {
    const learned = learn(alike(3));
    const today = { ...CARD, lastAt: SINCE };
    expect(learned.read(today, 1, SINCE)).toBe(today);
    expect(learned.read(CARD, CARDS + 1, SINCE)).toBe(CARD);
    const fresh = { stability: null, difficulty: null, lastAt: null };
    expect(learned.read(fresh, 1, SINCE)).toBe(fresh);
  });

  test('a card that was made new begins anew', () => {
    const rows: Row[] = [...alike(3), [1, 31, FORGET], [1, 40, REVIEW + 3]];
    const begun = learn(rows).read(CARD, 1, SINCE);
    const other = learn(rows).read(CARD, 2, SINCE);
    expect(begun.stability).toBeLessThan(other.stability ?? 0);
  });
});
