import * as fc from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { RATINGS } from '../../../src/model/rating.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { gradeCard } from '../../../src/schedule/grade.js';
import { retrievability } from '../../../src/schedule/retrievability.js';
import { anyRating, anyStep, CARD, configWith, FIRST_DAY, memoryAfter } from './samples.js';

const day = (n: number) => studyDay(FIRST_DAY + n);

/** A card in review, last seen on the first day. */
function inReview(changes: Partial<Memory> = {}): Memory {
  return {
    ...NEW_MEMORY,
    state: 'review',
    stability: 30,
    difficulty: 5,
    lastAt: 0,
    lastDay: day(0),
    dueDay: day(30),
    intervalDays: 30,
    reps: 4,
    introducedDay: day(0),
    ...changes,
  };
}

describe('learning steps', () => {
  it('are taken one by one until the card is in review', () => {
    const config = configWith();
    const first = gradeCard(config, CARD, NEW_MEMORY, day(0), 3);
    expect(first).toMatchObject({ state: 'learning', step: 1, delayMs: 600_000, intervalDays: 0 });
    const { memory } = memoryAfter([{ hours: 0, rating: 3 }], config);
    const second = gradeCard(config, CARD, memory, day(0), 3);
    expect(second).toMatchObject({ state: 'review', step: 0, delayMs: null, intervalDays: 2 });
  });

  it('may be none at all', () => {
    const config = configWith({ learningSteps: [], relearningSteps: [] });
    for (const rating of RATINGS) {
      const learned = gradeCard(config, CARD, NEW_MEMORY, day(0), rating);
      expect(learned).toMatchObject({ state: 'review', delayMs: null });
      expect(learned.intervalDays).toBeGreaterThanOrEqual(1);
      expect(gradeCard(config, CARD, inReview(), day(30), rating).state).toBe('review');
    }
  });

  it('of a day or more are counted in days, and the card stays on them', () => {
    const config = configWith({ learningSteps: ['10m', '3d'], relearningSteps: ['36h'] });
    const learned = gradeCard(config, CARD, NEW_MEMORY, day(0), 3);
    expect(learned).toMatchObject({ state: 'learning', step: 1, delayMs: null, intervalDays: 3 });
    const lapsed = gradeCard(config, CARD, inReview(), day(30), 1);
    expect(lapsed).toMatchObject({ state: 'relearning', intervalDays: 1, lapses: 1 });
  });

  it('still come after a lapse of a card whose last step was of days', () => {
    const long = configWith({ learningSteps: ['10m', '3d'], relearningSteps: ['10m'] });
    const steps = [0, 72].map((hours) => ({ hours, rating: 3 as const }));
    const { memory } = memoryAfter(steps, long);
    const lapsed = gradeCard(long, CARD, memory, day(20), 1);
    expect(lapsed).toMatchObject({ state: 'relearning', delayMs: 600_000 });
  });

  it('hold a card that stands beyond the last of a shortened list', () => {
    const { memory } = memoryAfter([{ hours: 0, rating: 3 }], configWith());
    const shorter = configWith({ learningSteps: ['5m'] });
    expect(memory.step).toBe(1);
    expect(gradeCard(shorter, CARD, memory, day(0), 1)).toMatchObject({
      state: 'learning',
      step: 0,
      delayMs: 300_000,
    });
    expect(gradeCard(shorter, CARD, memory, day(0), 3).state).toBe('review');
  });
});

describe('clocks', () => {
  it('that run backwards count as the same day', () => {
    const config = configWith();
    for (const rating of RATINGS) {
      const back = gradeCard(config, CARD, inReview(), day(-400), rating);
      expect(back).toEqual(gradeCard(config, CARD, inReview(), day(0), rating));
    }
  });
});

describe('the maximum interval', () => {
  it('holds for every rating', () => {
    const config = configWith({ maximumInterval: 30 });
    for (const rating of RATINGS) {
      const grading = gradeCard(config, CARD, inReview({ stability: 400 }), day(300), rating);
      expect(grading.intervalDays).toBeLessThanOrEqual(30);
    }
    const shortest = configWith({ maximumInterval: 1, learningSteps: [] });
    expect(gradeCard(shortest, CARD, NEW_MEMORY, day(0), 4).intervalDays).toBe(1);
  });
});

describe('desired retention', () => {
  it.each([0.7, 0.8, 0.9, 0.97])('of %d is met on the due day', (retention) => {
    const { stability, intervalDays } = gradeCard(
      configWith({ retention }),
      CARD,
      inReview({ stability: 300 }),
      day(300),
      3,
    );
    const memory = { stability, lastAt: 0 };
    const now = intervalDays * DAY_MS;
    expect(retrievability(memory, { now }, DEFAULT_WEIGHTS)).toBeCloseTo(retention, 3);
  });
});

describe('any history', () => {
  it('keeps stability, difficulty and interval in their bounds', () => {
    const configs = [
      configWith(),
      configWith({ fuzz: true, retention: 0.99, maximumInterval: 50 }),
      configWith({ learningSteps: [], relearningSteps: ['1d', '10m'], retention: 0.7 }),
    ];
    fc.assert(
      fc.property(
        fc.array(anyStep, { minLength: 1, maxLength: 30 }),
        fc.constantFrom(...configs),
        (steps, config) => {
          const { memory, at } = memoryAfter(steps, config);
          expect(memory.stability).toBeGreaterThanOrEqual(0.001);
          expect(memory.stability).toBeLessThanOrEqual(36_500);
          expect(memory.difficulty).toBeGreaterThanOrEqual(1);
          expect(memory.difficulty).toBeLessThanOrEqual(10);
          expect(memory.intervalDays).toBeLessThanOrEqual(config.maximumInterval);
          expect(memory.reps).toBe(steps.length);
          // A card waits for a time or for a day, never for both or neither.
          if (memory.dueAt === null) {
            expect(memory.intervalDays).toBeGreaterThanOrEqual(1);
            expect(memory.dueDay).toBe(memory.lastDay! + memory.intervalDays);
          } else {
            expect(memory.state).not.toBe('review');
            expect(memory.dueAt).toBeGreaterThan(at);
            expect(memory).toMatchObject({ dueDay: null, intervalDays: 0 });
          }
        },
      ),
    );
  });
});

describe('fuzz', () => {
  const fuzzy = configWith({ fuzz: true });
  const intervalOf = (card: string, memory: Memory, on = day(30)) =>
    gradeCard(fuzzy, cardId(card), memory, on, 3).intervalDays;

  it('depends on neither date nor hour of the review', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -10_000, max: 10_000 }),
        fc.integer(),
        anyRating,
        (shift, at, rating) => {
          const moved = inReview({
            lastAt: at,
            lastDay: day(shift),
            dueDay: day(shift + 30),
            introducedDay: day(shift),
          });
          expect(gradeCard(fuzzy, CARD, moved, day(shift + 30), rating)).toEqual(
            gradeCard(fuzzy, CARD, inReview(), day(30), rating),
          );
        },
      ),
    );
  });

  it('differs between cards and between the reviews of one', () => {
    const cards = Array.from({ length: 40 }, (_, n) => `card${n}`);
    const byCard = new Set(cards.map((card) => intervalOf(card, inReview())));
    const byReview = new Set(cards.map((_, reps) => intervalOf(CARD, inReview({ reps }))));
    expect(byCard.size).toBeGreaterThan(5);
    expect(byReview.size).toBeGreaterThan(5);
  });

  it('stays in the range of FSRS and reaches both its ends', () => {
    const plain = gradeCard(configWith(), CARD, inReview(), day(30), 3).intervalDays;
    const range = get_fuzz_range(plain, 30, 36_500);
    const got = Array.from({ length: 2000 }, (_, n) => intervalOf(`card${n}`, inReview()));
    expect(Math.min(...got)).toBe(range.min_ivl);
    expect(Math.max(...got)).toBe(range.max_ivl);
  });

  it('is off when the configuration says so', () => {
    const intervals = Array.from({ length: 20 }, (_, n) =>
      gradeCard(configWith(), cardId(`card${n}`), inReview(), day(30), 3),
    );
    expect(new Set(intervals.map((grading) => grading.intervalDays)).size).toBe(1);
  });
});
