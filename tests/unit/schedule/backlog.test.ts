import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { type Ahead, backlogOf, clearedOn } from '../../../src/schedule/backlog.js';
import { breakCalendar } from '../../../src/schedule/breaks.js';

const TODAY = studyDay(20_000);
const AUTO = { reviewsPerDay: 200, backlogPerDay: 0 };
const QUIET: Ahead = { today: TODAY, doneToday: 0, falling: [], returning: [] };

/** What is to come: some cards a day, of which a share comes back after some days. */
const anyAhead = fc
  .record({
    falling: fc.array(fc.nat({ max: 30 }), { maxLength: 120 }),
    after: fc.integer({ min: 1, max: 200 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ falling, after, share }): Ahead => {
    const returning = Array.from({ length: after + 1 }, (_, n) => (n === after ? share : 0));
    return { ...QUIET, falling, returning };
  });
const overdue = fc.integer({ min: 1, max: 3000 });
const perDay = fc.integer({ min: 1, max: 200 });

describe('backlogOf', () => {
  it('is none for a few reviews, nor for two days of the usual load', () => {
    expect(backlogOf(20, 0, AUTO)).toBeNull();
    expect(backlogOf(300, 150, AUTO)).toBeNull();
    expect(backlogOf(301, 150, AUTO)).not.toBeNull();
  });

  it('takes twice the usual load a day, in steps of five, within 20 and the limit', () => {
    expect(backlogOf(312, 18, AUTO)).toEqual({ overdue: 312, perDay: 40 });
    expect(backlogOf(312, 1, AUTO)?.perDay).toBe(20);
    expect(backlogOf(5000, 300, AUTO)?.perDay).toBe(200);
    expect(backlogOf(312, 18, { ...AUTO, backlogPerDay: 60 })?.perDay).toBe(60);
    expect(backlogOf(312, 18, { reviewsPerDay: 30, backlogPerDay: 60 })?.perDay).toBe(30);
  });
});

describe('clearedOn', () => {
  it('counts the days of the portion where nothing else comes', () => {
    fc.assert(
      fc.property(overdue, perDay, (count, portion) => {
        const day = clearedOn({ overdue: count, perDay: portion }, QUIET);
        const days = Math.ceil(count / portion);
        expect(day).toBe(days <= 365 ? TODAY + days - 1 : null);
      }),
    );
  });

  it('takes in what falls due meanwhile, and what comes back', () => {
    const backlog = { overdue: 100, perDay: 20 };
    expect(clearedOn(backlog, { ...QUIET, falling: new Array(100).fill(10) })).toBe(TODAY + 9);
    expect(clearedOn(backlog, { ...QUIET, falling: new Array(400).fill(20) })).toBeNull();
    // Every review comes back the day after: nothing is ever gained.
    expect(clearedOn(backlog, { ...QUIET, returning: [0, 1] })).toBeNull();
    // Half of them do: 20 reviews a day take 10 from it.
    expect(clearedOn(backlog, { ...QUIET, returning: [0, 0.5] })).toBe(TODAY + 8);
  });

  it('is never later for more a day or for less to do', () => {
    fc.assert(
      fc.property(overdue, perDay, fc.nat({ max: 50 }), anyAhead, (count, portion, more, ahead) => {
        const day = clearedOn({ overdue: count, perDay: portion }, ahead) ?? Infinity;
        const fewer = clearedOn({ overdue: Math.ceil(count / 2), perDay: portion }, ahead);
        expect(fewer ?? Infinity).toBeLessThanOrEqual(day);
        const quiet = { ...ahead, returning: [] };
        const faster = clearedOn({ overdue: count, perDay: portion + more }, quiet) ?? Infinity;
        const plain = clearedOn({ overdue: count, perDay: portion }, quiet) ?? Infinity;
        expect(faster).toBeLessThanOrEqual(plain);
      }),
    );
  });

  it('counts what is done today, and passes over a break', () => {
    const backlog = { overdue: 60, perDay: 20 };
    expect(clearedOn(backlog, { ...QUIET, doneToday: 20 })).toBe(TODAY + 3);
    const off = { from: studyDay(TODAY + 1), to: studyDay(TODAY + 4), since: TODAY };
    expect(clearedOn(backlog, { ...QUIET, breaks: breakCalendar([off]) })).toBe(TODAY + 6);
  });
});
