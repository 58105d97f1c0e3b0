import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Belief } from '../../../src/plan/belief.js';
import { planDay } from '../../../src/plan/day.js';
import { DEFAULT_LEARNER } from '../../../src/schedule/fit/learner.js';
import { horizonOf, journalOf, NOW, newCards, nobody, seenCards, TODAY } from './world.js';

const { weights } = DEFAULT_LEARNER;

describe('a day of a plan', () => {
  test('is the same again', () => {
    const one = planDay(newCards(100), nobody(), horizonOf(10, 10));
    const other = planDay(newCards(100), nobody(), horizonOf(10, 10));
    expect(other.order).toEqual(one.order);
    expect(other.outlook).toEqual(one.outlook);
  });

  test('is never put off: with cards unseen it takes time on the first day and ever after', () => {
    for (const [cards, days, minutes] of [
      [35, 30, 30],
      [5, 60, 60],
      [1, 2, 10],
      [459, 14, 20],
    ] as const) {
      const { order, part } = planDay(newCards(cards), nobody(), horizonOf(days, minutes));
      expect(part).toBeGreaterThan(0);
      expect(order).toHaveLength(cards);
    }
  });

  test('takes all its minutes where they are short', () => {
    expect(planDay(newCards(459), nobody(), horizonOf(14, 20)).part).toBe(1);
  });

  test('takes fewer where more bring nothing, and none where nothing is gained', () => {
    const few = planDay(newCards(3), nobody(), horizonOf(10, 60));
    expect(few.part).toBeLessThan(1);
    const none = planDay(seenCards(20, 30_000, 1), nobody(), horizonOf(2, 30));
    expect(none.part).toBe(0);
  });

  test('takes all its minutes where less than 0.85 is expected, however few cards there are', () => {
    const onlyToday = horizonOf(5, 60, { shares: [1, 0, 0, 0, 0, 0] });
    const soon = planDay(newCards(3), nobody(), onlyToday);
    expect(soon.outlook.expected).toBeLessThan(0.85);
    expect(soon.part).toBe(1);
    // A target asks for its fewest minutes there, too.
    expect(planDay(newCards(3), nobody(), { ...onlyToday, target: 0.3 }).part).toBeLessThan(1);
  });

  test('stops at a target that most people reach', () => {
    const cards = seenCards(40, 60, 5);
    const stopped = planDay(cards, nobody(), horizonOf(10, 60, { target: 0.7 }));
    expect(stopped.part).toBe(0);
    expect(stopped.outlook.chance).toBeGreaterThan(0.8);
    expect(planDay(cards, nobody(), horizonOf(10, 60)).part).toBeGreaterThan(0);
  });

  test('leaves no card out: what was shown an hour ago comes last', () => {
    const cards = [...newCards(3, 900), ...seenCards(4, 2, 3), ...seenCards(2, 2, 0.04)];
    const keyed = cards.map((card, key) => ({ ...card, key: 900 + key }));
    const { order } = planDay(keyed, nobody(), horizonOf(3, 10));
    expect([...order].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect([...order.slice(-2)].sort()).toEqual([7, 8]);
  });

  test('has nothing to do without cards, or after the interview', () => {
    expect(planDay([], nobody(), horizonOf(10, 10))).toMatchObject({ order: [], part: 0 });
    expect(planDay(newCards(3), nobody(), horizonOf(0, 10)).order).toEqual([]);
  });
});

describe('what a plan expects', () => {
  const expected = (days: number, minutes: number, cards = 100) =>
    planDay(newCards(cards), nobody(), horizonOf(days, minutes)).outlook.expected;

  test('is next to nothing an instant before the interview', () => {
    const minute = horizonOf(1 / 1440, 1);
    expect(planDay(newCards(50), nobody(), minute).outlook.expected).toBeLessThan(0.1);
  });

  test('rises with minutes and days', () => {
    const byMinutes = [2, 5, 10, 20, 40].map((minutes) => expected(10, minutes));
    const byDays = [2, 5, 10, 20].map((days) => expected(days, 8));
    for (const rising of [byMinutes, byDays]) {
      expect([...rising].sort((a, b) => a - b)).toEqual(rising);
    }
  });

  test('is no less with more minutes, whatever the plan', () => {
    const plan = fc.record({
      seen: fc.boolean(),
      cards: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 120 })),
      days: fc.integer({ min: 1, max: 8 }),
      minutes: fc.integer({ min: 1, max: 60 }),
      more: fc.integer({ min: 1, max: 60 }),
    });
    fc.assert(
      fc.property(plan, ({ seen, cards, days, minutes, more }) => {
        const asked = seen ? seenCards(cards, 3, 2) : newCards(cards);
        const [less, all] = [minutes, minutes + more].map(
          (each) => planDay(asked, nobody(), horizonOf(days, each)).outlook.expected,
        );
        expect(all!).toBeGreaterThanOrEqual(less!);
      }),
      { numRuns: 20, seed: 7 },
    );
  });

  test('counts on no later session in the last twelve hours', () => {
    // In the evening of the day before there is today alone; a whole day ahead of it one more.
    const evening = planDay(newCards(30), nobody(), horizonOf(0.6, 5)).sample!.sessions;
    const morning = planDay(newCards(30), nobody(), horizonOf(1 + 2 / 24, 5)).sample!.sessions;
    const dayBefore = planDay(newCards(30), nobody(), horizonOf(1 + 14 / 24, 5)).sample!.sessions;
    const days = [evening, morning, dayBefore].map((each) => each.map(({ day }) => day));
    expect(days).toEqual([[0], [0], [0, 1]]);
  });

  test('is less where sessions are missed', () => {
    const kept = planDay(newCards(100), nobody(), horizonOf(10, 8)).outlook.expected;
    const missed = planDay(newCards(100), nobody(), horizonOf(10, 8, { missing: 0.4 })).outlook
      .expected;
    expect(missed).toBeLessThan(kept - 0.03);
  });

  test('of a person who forgets soon is less than of one who does not', () => {
    const of = (factor: number) => {
      const own = weights.map((weight, index) => (index < 4 ? weight * factor : weight));
      const belief = new Belief(journalOf(own, 60, [1, 3, 7]), weights);
      const cards = newCards(300, 1000);
      return planDay(cards, belief, horizonOf(20, 10)).outlook.expected;
    };
    expect(of(0.1)).toBeLessThan(of(3) - 0.05);
    expect(NOW).toBe(TODAY * 86_400_000);
  });
});
