import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Break, breakOn, effectiveDueDay, nextOpenDay } from '../../../src/model/break.js';
import { studyDay } from '../../../src/model/ids.js';
import { breakCalendar } from '../../../src/schedule/breaks.js';

const D = 20_000;
const off = (from: number, length: number, since = 0): Break => ({
  from: studyDay(D + from),
  to: studyDay(D + from + length - 1),
  since: studyDay(D + since),
});

const anyBreak = fc
  .record({
    from: fc.integer({ min: 1, max: 120 }),
    length: fc.integer({ min: 1, max: 45 }),
    since: fc.nat({ max: 40 }),
  })
  .map(({ from, length, since }) => off(from, length, Math.min(from, since)));
const anyBreaks = fc.array(anyBreak, { maxLength: 4 });
const anyCard = fc
  .record({
    due: fc.integer({ min: 0, max: 200 }),
    interval: fc.integer({ min: 1, max: 400 }),
    at: fc.nat({ max: 2 ** 45 }),
  })
  .map(({ due, interval, at }) => ({
    due: studyDay(D + due),
    lastDay: studyDay(D + due - interval),
    lastAt: at,
  }));

describe('breakCalendar', () => {
  it('joins breaks that overlap or touch, in order', () => {
    fc.assert(
      fc.property(anyBreaks, (breaks) => {
        const calendar = breakCalendar(breaks);
        calendar.slice(1).forEach((each, at) => {
          expect(each.from).toBeGreaterThan((calendar[at]?.to ?? 0) + 1);
        });
        const isOff = (day: number) => breaks.some(({ from, to }) => from <= day && day <= to);
        for (let day = D; day < D + 200; day++) {
          expect(breakOn(studyDay(day), calendar) !== undefined).toBe(isOff(day));
        }
      }),
    );
  });

  it('gives days that are in no break, in order, and none before it was entered', () => {
    fc.assert(
      fc.property(anyBreaks, (breaks) => {
        const calendar = breakCalendar(breaks);
        for (const { from, to, before, after } of calendar) {
          const days = [...before, ...after];
          expect(days).toEqual([...new Set(days)].sort((a, b) => a - b));
          expect(days.filter((day) => breakOn(day, calendar))).toEqual([]);
          expect(before.every((day) => day < from)).toBe(true);
          expect(after.length).toBeGreaterThan(0);
          expect(after.every((day) => day > to)).toBe(true);
        }
      }),
    );
    const [christmas] = breakCalendar([off(10, 4, 8)]);
    expect(christmas).toEqual({
      from: D + 10,
      to: D + 13,
      before: [D + 8, D + 9],
      after: [D + 14, D + 15, D + 16, D + 17],
    });
  });
});

describe('effectiveDueDay', () => {
  it('puts no card into a break, and moves no card that is due outside of one', () => {
    fc.assert(
      fc.property(anyBreaks, anyCard, (breaks, card) => {
        const calendar = breakCalendar(breaks);
        const day = effectiveDueDay(card.due, card, calendar);
        expect(breakOn(day, calendar)).toBeUndefined();
        if (breakOn(card.due, calendar) === undefined) expect(day).toBe(card.due);
      }),
    );
  });

  it('brings no card before half of its interval, nor before the break was entered', () => {
    fc.assert(
      fc.property(anyBreaks, anyCard, (breaks, card) => {
        const calendar = breakCalendar(breaks);
        const day = effectiveDueDay(card.due, card, calendar);
        if (day >= card.due) return;
        expect(2 * (day - card.lastDay)).toBeGreaterThanOrEqual(card.due - card.lastDay);
        const since = Math.min(...breaks.map((each) => each.since));
        expect(day).toBeGreaterThanOrEqual(since);
      }),
    );
  });

  it('keeps the order of the due days among cards with time to come early', () => {
    fc.assert(
      fc.property(anyBreak, fc.nat(), fc.nat(), anyCard, anyCard, (pause, m, n, a, b) => {
        const calendar = breakCalendar([{ ...pause, since: studyDay(D) }]);
        const length = pause.to - pause.from + 1;
        const [early, late] = [m % length, n % length].sort((x, y) => x - y);
        if (early === late) return;
        const dayOf = ({ lastAt }: typeof a, place: number) =>
          effectiveDueDay(
            studyDay(pause.from + place),
            { lastAt, lastDay: studyDay(D - 1000) },
            calendar,
          );
        expect(dayOf(a, early!)).toBeLessThanOrEqual(dayOf(b, late!));
      }),
    );
  });

  it('adds no more than a day of load to any day', () => {
    const PER_DAY = 400;
    for (const length of [1, 2, 5, 7, 10, 14, 21, 30, 45]) {
      const pause = off(100, length);
      const load = new Map<number, number>();
      for (let due = pause.from; due <= pause.to; due++) {
        for (let n = 0; n < PER_DAY; n++) {
          const memory = { lastDay: studyDay(D - 1000), lastAt: due * 86_400_000 + n * 7919 };
          const day = effectiveDueDay(studyDay(due), memory, breakCalendar([pause]));
          load.set(day, (load.get(day) ?? 0) + 1);
        }
      }
      expect(Math.max(...load.values()), `${length} days`).toBeLessThan(PER_DAY * 1.15);
      expect([...load.values()].reduce((sum, n) => sum + n)).toBe(length * PER_DAY);
    }
  });
});

describe('nextOpenDay', () => {
  it('is the day itself or the first after its break', () => {
    const calendar = breakCalendar([off(10, 4), off(14, 2)]);
    expect(nextOpenDay(studyDay(D + 9), calendar)).toBe(D + 9);
    expect(nextOpenDay(studyDay(D + 10), calendar)).toBe(D + 16);
    expect(nextOpenDay(studyDay(D + 10), undefined)).toBe(D + 10);
  });
});
