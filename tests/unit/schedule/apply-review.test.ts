import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { CARD, configWith, FIRST_DAY } from './samples.js';

const config = configWith({ leechLapses: 3 });

function reviewOn(memory: Memory, dayNumber: number, rating: Rating, under = config): Memory {
  const day = studyDay(FIRST_DAY + dayNumber);
  return applyReview(memory, { card: CARD, at: day * DAY_MS, day, rating }, under);
}

/** A card in review that lapsed so often, relearned each time. */
function lapsed(times: number, under = config): Memory {
  let memory = reviewOn(NEW_MEMORY, 0, 4, under);
  for (let n = 0; n < times; n++) {
    memory = reviewOn(reviewOn(memory, 10 + 10 * n, 1, under), 10 + 10 * n, 3, under);
  }
  return memory;
}

describe('applyReview', () => {
  it('sets the time of the next step from the real time of the review', () => {
    const at = FIRST_DAY * DAY_MS + 12_345;
    const memory = applyReview(NEW_MEMORY, { card: CARD, at, day: FIRST_DAY, rating: 1 }, config);
    expect(memory).toMatchObject({
      state: 'learning',
      dueAt: at + 60_000,
      dueDay: null,
      lastAt: at,
      lastDay: FIRST_DAY,
      intervalDays: 0,
    });
  });

  it('keeps the day of the first review as the day of introduction', () => {
    const memory = reviewOn(reviewOn(NEW_MEMORY, 0, 1), 5, 3);
    expect(memory.introducedDay).toBe(FIRST_DAY);
    expect(memory.lastDay).toBe(FIRST_DAY + 5);
  });

  it('counts a lapse for Again in review, not within steps', () => {
    expect(reviewOn(NEW_MEMORY, 0, 1).lapses).toBe(0);
    const relearning = reviewOn(lapsed(0), 10, 1);
    expect(relearning).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(reviewOn(relearning, 10, 1).lapses).toBe(1);
  });

  it('marks a leech when lapses reach the threshold, and keeps the mark', () => {
    expect(lapsed(2)).toMatchObject({ lapses: 2, leech: false });
    expect(lapsed(3)).toMatchObject({ lapses: 3, leech: true });
    expect(reviewOn(lapsed(3), 60, 3).leech).toBe(true);
  });

  it('judges a leech by the configuration of its last lapse', () => {
    const lenient = configWith({ leechLapses: 10 });
    expect(reviewOn(lapsed(3), 60, 3, lenient).leech).toBe(true);
    expect(reviewOn(lapsed(3), 60, 1, lenient)).toMatchObject({ lapses: 4, leech: false });
    expect(reviewOn(lapsed(2, lenient), 60, 3, config).leech).toBe(false);
  });

  it('ends a bury and leaves suspension and flag alone', () => {
    const before: Memory = {
      ...lapsed(0),
      suspended: true,
      flag: 3,
      buriedUntil: studyDay(FIRST_DAY + 99),
    };
    expect(reviewOn(before, 10, 3)).toMatchObject({ suspended: true, flag: 3, buriedUntil: null });
  });

  it('goes on from the day shown where clock or traveller went back', () => {
    const before = lapsed(0);
    const memory = reviewOn(before, -1, 3);
    expect(memory.lastDay).toBe(FIRST_DAY - 1);
    expect(memory.dueDay).toBe(FIRST_DAY - 1 + memory.intervalDays);
  });
});
