import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { RATINGS } from '../../../src/model/rating.js';
import { breakCalendar } from '../../../src/schedule/breaks.js';
import {
  chooseIntervals,
  type DaysAhead,
  NO_CHOICE,
} from '../../../src/schedule/choose-intervals.js';
import { EVERY_DAY_FULL, weekShares } from '../../../src/schedule/easy-days.js';
import { fuzzRange } from '../../../src/schedule/grade.js';
import { preview } from '../../../src/schedule/preview.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { anyStep, CARD, configWith, FIRST_DAY, memoryAfter, UTC } from './samples.js';

const config = configWith({ fuzz: true });
const NO_LOAD: DaysAhead = {
  shares: EVERY_DAY_FULL,
  dueCounts: (first, last) => Array.from({ length: last - first + 1 }, () => 0),
};

/** A card after any history, on a day on which it is reviewed once more. */
const anyRated = fc
  .tuple(fc.array(anyStep, { maxLength: 12 }), fc.nat({ max: 400 }))
  .map(([steps, wait]) => {
    const { memory, at } = memoryAfter(steps, config);
    return { memory, day: studyDay(Math.floor(at / DAY_MS) + wait), card: CARD, config };
  });
/** Counts that depend on the day. */
const anyLoad = fc
  .tuple(fc.array(fc.nat({ max: 300 }), { minLength: 7, maxLength: 7 }), fc.boolean())
  .map(
    ([week, easy]): DaysAhead => ({
      shares: easy ? weekShares(['sat', 'sun=0']) : EVERY_DAY_FULL,
      dueCounts: (first, last) =>
        Array.from({ length: last - first + 1 }, (_, n) => week[(first + n) % 7] ?? 0),
    }),
  );

describe('chooseIntervals', () => {
  it('stays in the range of fuzz, or as near to it as the order of the ratings lets it', () => {
    fc.assert(
      fc.property(anyRated, anyLoad, (rated, ahead) => {
        const chosen = chooseIntervals(rated, ahead);
        const moment = momentAt(rated.day * DAY_MS, UTC, 0);
        const outcomes = preview(CARD, rated.memory, moment, config, chosen);
        let least = 0;
        for (const rating of RATINGS) {
          const range = fuzzRange(config, CARD, rated.memory, rated.day, rating);
          const days = range === null ? null : chosen[rating];
          if (range !== null && days !== null) {
            expect(days).toBeGreaterThanOrEqual(range.from);
            expect(days).toBeLessThanOrEqual(Math.max(range.to, least));
          }
          // Also where nothing was chosen, the configuration's interval being right.
          least = outcomes[rating].intervalDays + 1;
        }
      }),
    );
  });

  it('keeps Hard before Good before Easy, and says nothing where the configuration says the same', () => {
    fc.assert(
      fc.property(anyRated, anyLoad, (rated, ahead) => {
        const moment = momentAt(rated.day * DAY_MS, UTC, 0);
        const chosen = chooseIntervals(rated, ahead);
        const plain = preview(CARD, rated.memory, moment, config);
        const outcomes = preview(CARD, rated.memory, moment, config, chosen);
        for (const rating of RATINGS) {
          expect(chosen[rating]).not.toBe(plain[rating].intervalDays);
          if (chosen[rating] !== null) expect(outcomes[rating].intervalDays).toBe(chosen[rating]);
          expect(outcomes[rating].dueAt).toBe(plain[rating].dueAt);
        }
        const [, hard, good, easy] = RATINGS.map((rating) => outcomes[rating].intervalDays);
        if (hard! > 0) expect(good).toBeGreaterThan(hard!);
        if (good! > 0) expect(easy).toBeGreaterThan(good!);
      }),
    );
  });

  it('is the same for the same card, day and load', () => {
    fc.assert(
      fc.property(anyRated, anyLoad, (rated, ahead) => {
        expect(chooseIntervals(rated, ahead)).toEqual(chooseIntervals({ ...rated }, ahead));
      }),
    );
  });

  it('chooses nothing without fuzz, and leaves steps of days alone', () => {
    const { memory, at } = memoryAfter([{ hours: 0, rating: 4 }], config);
    const day = studyDay(Math.floor(at / DAY_MS) + 8);
    const sharp = configWith({ fuzz: false });
    expect(chooseIntervals({ card: CARD, memory, day, config: sharp }, NO_LOAD)).toEqual(NO_CHOICE);
    const steps = configWith({ fuzz: true, learningSteps: ['10m', '5d'] });
    const fresh = { card: CARD, memory: NEW_MEMORY, day: FIRST_DAY, config: steps };
    expect(chooseIntervals(fresh, NO_LOAD)).toMatchObject({ 1: null, 2: null, 3: null });
  });

  it('keeps clear of a break where the range, or as much again, leaves it', () => {
    fc.assert(
      fc.property(anyRated, fc.nat({ max: 3 }), fc.nat({ max: 8 }), (rated, rating, length) => {
        const range = fuzzRange(config, CARD, rated.memory, rated.day, RATINGS[rating]!);
        fc.pre(range !== null && range.from > 2);
        const from = studyDay(rated.day + range.from);
        const to = studyDay(Math.min(from + length, rated.day + range.to + 1));
        const breaks = breakCalendar([{ from, to, since: rated.day }]);
        const day = chooseIntervals(rated, { ...NO_LOAD, breaks })[RATINGS[rating]!];
        // What the configuration gives may be clear of it too.
        const plain = preview(CARD, rated.memory, momentAt(rated.day * DAY_MS, UTC, 0), config);
        const due = rated.day + (day ?? plain[RATINGS[rating]!].intervalDays);
        expect(due < from || due > to).toBe(true);
      }),
    );
  });

  it('evens out the days of cards that come up together', () => {
    const due = new Map<number, number>();
    const ahead: DaysAhead = {
      ...NO_LOAD,
      dueCounts: (first, last) =>
        Array.from({ length: last - first + 1 }, (_, n) => due.get(first + n) ?? 0),
    };
    const { memory } = memoryAfter([{ hours: 0, rating: 4 }], config);
    const day = studyDay(FIRST_DAY + 8);
    for (let n = 0; n < 300; n++) {
      const rated = { card: `c${n}` as typeof CARD, memory, day, config };
      const moment = momentAt(day * DAY_MS, UTC, 0);
      const chosen = chooseIntervals(rated, ahead);
      const { dueDay } = preview(rated.card, memory, moment, config, chosen)[3];
      due.set(dueDay!, (due.get(dueDay!) ?? 0) + 1);
    }
    const range = fuzzRange(config, CARD, memory, day, 3)!;
    const even = 300 / (range.to - range.from + 1);
    for (let n = range.from; n <= range.to; n++) {
      expect(Math.abs((due.get(day + n) ?? 0) - even)).toBeLessThan(even * 0.2);
    }
  });
});
