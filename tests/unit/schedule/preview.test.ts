import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { RATINGS } from '../../../src/model/rating.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { intervalText } from '../../../src/schedule/interval-text.js';
import { preview } from '../../../src/schedule/preview.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { anyStep, CARD, configWith, FIRST_DAY, memoryAfter, UTC } from './samples.js';

const fuzzy = configWith({ fuzz: true });

describe('preview', () => {
  it('shows what a new card would be given', () => {
    const moment = momentAt(FIRST_DAY * DAY_MS, UTC, 4);
    const outcomes = preview(CARD, NEW_MEMORY, moment, configWith());
    expect(RATINGS.map((rating) => intervalText(outcomes[rating]))).toEqual([
      '1m',
      '6m',
      '10m',
      '8d',
    ]);
    expect(outcomes[3]).toMatchObject({ dueAt: moment.now + 600_000, dueDay: null });
    expect(outcomes[4]).toMatchObject({ dueAt: null, dueDay: moment.today + 8, intervalDays: 8 });
  });

  it('is what the grade gives, at any later time of the same study day', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 15 }),
        fc.integer({ min: 0, max: 3000 }),
        fc.integer({ min: 0, max: DAY_MS }),
        (steps, hours, wait) => {
          const { memory, at } = memoryAfter(steps, fuzzy);
          const moment = momentAt(at + hours * 3_600_000, UTC, 0);
          const later = Math.min(moment.now + wait, moment.dayEnd - 1);
          const outcomes = preview(CARD, memory, moment, fuzzy);
          for (const rating of RATINGS) {
            const { memory: shown, intervalDays, delayMs } = outcomes[rating];
            const review = { card: CARD, at: moment.now, day: moment.today, rating };
            expect(shown).toEqual(applyReview(memory, review, fuzzy));
            const graded = applyReview(memory, { ...review, at: later }, fuzzy);
            expect(graded).toMatchObject({ intervalDays, dueDay: shown.dueDay });
            expect(delayMs).toBe(
              graded.dueAt === null ? intervalDays * DAY_MS : graded.dueAt - later,
            );
          }
        },
      ),
    );
  });

  it('never promises less for a better rating', () => {
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 15 }), fc.nat(3000), (steps, hours) => {
        const { memory, at } = memoryAfter(steps, fuzzy);
        const outcomes = preview(CARD, memory, momentAt(at + hours * 3_600_000, UTC, 4), fuzzy);
        if (memory.state !== 'review') return;
        const delays = RATINGS.map((rating) => outcomes[rating].delayMs);
        expect(delays).toEqual([...delays].sort((a, b) => a - b));
      }),
    );
  });
});
