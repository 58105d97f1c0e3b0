import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { DEFAULT_SETTINGS, schedulerConfig } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { likelyConfig, likelyReviews } from '../../../src/schedule/likely-reviews.js';

const CARD = cardId('abcdefghjkmn');
const CONFIG = likelyConfig(schedulerConfig(DEFAULT_SETTINGS));
const TODAY = studyDay(20_000);

test('reviews lead to about the interval, due on the day', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.integer({ min: -500, max: 0 }),
      (days, ago) => {
        // Reviewed before today: an interval that ends no later than it can.
        const due = studyDay(TODAY + ago);
        const reviews = likelyReviews(CARD, due, days, TODAY, CONFIG);
        const memory = reviews.reduce(
          (before, day) =>
            applyReview(before, { card: CARD, at: day * DAY_MS, day, rating: 3 }, CONFIG),
          NEW_MEMORY,
        );
        expect(memory.dueDay).toBe(due);
        expect(Math.abs(Math.log(memory.intervalDays / days))).toBeLessThan(Math.log(3));
        expect([...reviews].sort((a, b) => a - b)).toEqual(reviews);
        expect(new Set(reviews).size).toBe(reviews.length);
      },
    ),
  );
});

test('none lies ahead', () => {
  const reviews = likelyReviews(CARD, studyDay(TODAY + 900), 3, TODAY, CONFIG);
  expect(reviews.at(-1)).toBe(TODAY);
});
