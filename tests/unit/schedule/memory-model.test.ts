import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { DEFAULT_WEIGHTS, schedulerConfig, settingsSchema } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { MemoryModel } from '../../../src/schedule/memory-model.js';
import { retrievability } from '../../../src/schedule/retrievability.js';

const config = schedulerConfig(settingsSchema.parse({ fuzz: false }));
const model = new MemoryModel(DEFAULT_WEIGHTS);
const card = cardId('0123456789ab');

/** One day with ts-fsrs: the rating, then Good until the card leaves its steps. */
function dayOf(memory: Memory, day: number, rating: Rating): Memory {
  const review = { card, at: day * DAY_MS, day: studyDay(day) };
  let next = applyReview(memory, { ...review, rating }, config);
  while (next.state !== 'review') next = applyReview(next, { ...review, rating: 3 }, config);
  return next;
}

const rating = fc.constantFrom<Rating[]>(1, 2, 3, 4);
const reviews = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 90 }), rating }), {
  maxLength: 12,
});

test('agrees with ts-fsrs over whole histories, learning steps included', () => {
  fc.assert(
    fc.property(rating, reviews, (first, later) => {
      let day = 20_000;
      let memory = dayOf(NEW_MEMORY, day, first);
      model.learn(first);
      for (const { gap, rating } of later) {
        day += gap;
        memory = dayOf(memory, day, rating);
        model.review(model.stability, model.difficulty, gap, rating);
      }
      expect(model.difficulty).toBeCloseTo(memory.difficulty!, 5);
      expect(model.stability / memory.stability!).toBeCloseTo(1, 4);
    }),
  );
});

test('agrees on recall with the forgetting curve of the schedule', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      fc.double({ min: 0, max: 400, noNaN: true }),
      (stability, days) => {
        const theirs = retrievability(
          { stability, lastAt: 0 },
          { now: days * DAY_MS },
          DEFAULT_WEIGHTS,
        );
        expect(model.recall(days, stability)).toBeCloseTo(theirs!, 6);
      },
    ),
  );
});

test('gives the outcomes of all ratings at once as it gives them one by one', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      fc.double({ min: 1, max: 10, noNaN: true }),
      fc.double({ min: 0.5, max: 90, noNaN: true }),
      (stability, difficulty, days) => {
        model.reviewAll(stability, difficulty, days);
        const together = [...model.stabilities];
        for (const rating of [1, 2, 3, 4]) {
          model.review(stability, difficulty, days, rating);
          expect(together[rating - 1]! / model.stability).toBeCloseTo(1, 9);
        }
      },
    ),
  );
});

test('an interval is the time after which recall has fallen to the retention', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.1, max: 1000, noNaN: true }),
      fc.double({ min: 0.7, max: 0.99, noNaN: true }),
      (stability, retention) => {
        const days = model.interval(stability, retention);
        expect(model.recall(days, stability)).toBeCloseTo(retention, 9);
      },
    ),
  );
});
