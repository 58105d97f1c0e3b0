import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { schedulerConfig, settingsSchema } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';

const CONFIG = schedulerConfig(settingsSchema.parse({ fuzz: false }));
const CARD = cardId('aaaaaaaaaaa1');
const DAY = 86_400_000;
const INTERVAL = 30;

/** A card in review that is due thirty days after day 100. */
const MEMORY: Memory = {
  ...NEW_MEMORY,
  state: 'review',
  stability: INTERVAL,
  difficulty: 5,
  lastAt: 100 * DAY,
  lastDay: studyDay(100),
  dueDay: studyDay(100 + INTERVAL),
  intervalDays: INTERVAL,
  reps: 4,
  introducedDay: studyDay(50),
};

function reviewedAfter(elapsed: number, rating: 1 | 2 | 3 | 4 = 3): Memory {
  const day = 100 + elapsed;
  const review = { card: CARD, at: day * DAY, day: studyDay(day), rating };
  return applyReview(MEMORY, review, CONFIG);
}

// A plan for an interview reviews cards long before they are due.
describe('a review before its day', () => {
  test('strengthens the memory the less the earlier it comes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: INTERVAL - 1 }), (elapsed) => {
        const [early, later] = [reviewedAfter(elapsed), reviewedAfter(elapsed + 1)];
        expect(early.stability).toBeGreaterThan(INTERVAL);
        expect(early.stability).toBeLessThan(later.stability ?? 0);
      }),
    );
  });

  test('counts the next interval from its own day', () => {
    for (const elapsed of [1, 5, 15, 29]) {
      const memory = reviewedAfter(elapsed);
      expect(memory).toMatchObject({ state: 'review', lastDay: 100 + elapsed, reps: 5 });
      expect(memory.dueDay).toBe(100 + elapsed + memory.intervalDays);
      expect(memory.intervalDays).toBeGreaterThanOrEqual(INTERVAL);
    }
  });

  test('is a lapse like any other where the card is forgotten', () => {
    const memory = reviewedAfter(3, 1);
    expect(memory).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(memory.stability).toBeLessThan(INTERVAL);
  });

  test('on the day of the last one never weakens the memory', () => {
    expect(reviewedAfter(0).stability).toBeGreaterThanOrEqual(INTERVAL);
  });
});
