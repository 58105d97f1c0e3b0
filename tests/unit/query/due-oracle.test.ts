import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { isDue, isWithheld } from '../../support/query/due.js';

const today = studyDay(100);
const moment = { now: 5000, today };
const learning: Memory = { ...NEW_MEMORY, state: 'learning', dueAt: 5000 };
const review: Memory = { ...NEW_MEMORY, state: 'review', dueDay: today };

describe('isDue', () => {
  it('is never said of a new card', () => {
    expect(isDue(NEW_MEMORY, moment)).toBe(false);
  });

  it('goes by the time within learning steps', () => {
    expect(isDue(learning, moment)).toBe(true);
    expect(isDue({ ...learning, dueAt: 5001 }, moment)).toBe(false);
    expect(isDue({ ...learning, state: 'relearning' }, moment)).toBe(true);
  });

  it('goes by the study day in review', () => {
    expect(isDue(review, moment)).toBe(true);
    expect(isDue({ ...review, dueDay: studyDay(99) }, moment)).toBe(true);
    expect(isDue({ ...review, dueDay: studyDay(101) }, moment)).toBe(false);
  });

  it('is not said of a card withheld', () => {
    for (const card of [learning, review]) {
      expect(isDue({ ...card, suspended: true }, moment)).toBe(false);
      expect(isDue({ ...card, buriedUntil: studyDay(101) }, moment)).toBe(false);
      expect(isDue({ ...card, buriedUntil: today }, moment)).toBe(true);
    }
  });
});

describe('isWithheld', () => {
  it('covers suspended cards, and buried ones before their day', () => {
    expect(isWithheld(NEW_MEMORY, moment)).toBe(false);
    expect(isWithheld({ suspended: true, buriedUntil: null }, moment)).toBe(true);
    expect(isWithheld({ suspended: false, buriedUntil: studyDay(101) }, moment)).toBe(true);
    expect(isWithheld({ suspended: false, buriedUntil: today }, moment)).toBe(false);
  });
});
