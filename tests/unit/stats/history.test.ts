import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { REVIEW_KINDS, type ReviewKind } from '../../../src/model/event.js';
import { studyDay } from '../../../src/model/ids.js';
import { RATINGS, type Rating } from '../../../src/model/rating.js';
import { reviewCode } from '../../../src/model/review-code.js';
import { calendarOf, streaksOf } from '../../../src/stats/calendar.js';
import { countHistory } from '../../../src/stats/history.js';
import { localHours } from '../../../src/stats/local-hour.js';
import { hourStatistics, ratingStatistics } from '../../../src/stats/ratings.js';
import { retentionRows } from '../../../src/stats/retention.js';
import { ReviewColumns } from '../../../src/stats/review-columns.js';

const TODAY = studyDay(20_000);
const DAY = 86_400_000;
const CARDS = 6;

interface Review {
  readonly card: number;
  readonly day: number;
  readonly second: number;
  readonly kind: ReviewKind;
  readonly rating: Rating;
  readonly ms: number;
}

const review = fc.record<Review>({
  card: fc.integer({ min: 0, max: CARDS - 1 }),
  day: fc.integer({ min: TODAY - 300, max: TODAY }),
  second: fc.integer({ min: 0, max: 86_399 }),
  kind: fc.constantFrom(...REVIEW_KINDS),
  rating: fc.constantFrom(...RATINGS),
  ms: fc.integer({ min: 0, max: 5_000_000 }),
});
// No two at one instant: their order would be that of their coming.
const reviews = fc.uniqueArray(review, {
  maxLength: 60,
  selector: ({ day, second }) => day * 86_400 + second,
});

function count(
  list: readonly Review[],
  selected = new Uint8Array(CARDS).fill(1),
  since = -Infinity,
) {
  const columns = new ReviewColumns();
  for (const { card, day, second, kind, rating, ms } of list) {
    columns.push(card, day * DAY + second * 1000, day, reviewCode(kind, rating), ms);
  }
  columns.sort();
  const hourOf = localHours({ offsetMinutes: () => 330 });
  const request = { today: TODAY, since, until: TODAY, selected, hourOf };
  const history = countHistory(columns, request);
  return {
    calendar: calendarOf(history.days, since, TODAY),
    streak: streaksOf(history.days, TODAY),
    ratings: ratingStatistics(history),
    time: history.time.statistics(),
    hours: hourStatistics(history),
    retention: retentionRows(history.days, TODAY, { from: since, to: TODAY }),
    cardsToday: history.cardsToday,
  };
}

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

describe('the pass over reviews', () => {
  test('agrees with itself: calendar, ratings, time and hours count the same reviews', () => {
    fc.assert(
      fc.property(reviews, fc.integer({ min: 0, max: 300 }), (list, back) => {
        const { calendar, ratings, time, hours } = count(list, undefined, TODAY - back);
        const wanted = list.filter(({ day }) => day >= TODAY - back);
        expect(calendar.reviews).toBe(wanted.length);
        expect(ratings.total).toBe(wanted.length);
        expect(time.reviews).toBe(wanted.length);
        expect(sum(hours.map((hour) => hour.reviews))).toBe(wanted.length);
        expect(sum(time.histogram.bins.map((bin) => bin.count))).toBe(wanted.length);
        expect(ratings.passed).toBe(sum(hours.map((hour) => hour.passed)));
        expect(ratings.passed).toBe(sum(calendar.days.map((day) => day.passed)));
        expect(calendar.timeMs).toBe(time.totalMs);
      }),
    );
  });

  test('does not depend on the order in which reviews were written', () => {
    fc.assert(
      fc.property(
        reviews.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(count(shuffled)).toEqual(count(list));
        },
      ),
    );
  });

  test('adds up over parts of the cards', () => {
    fc.assert(
      fc.property(
        reviews,
        fc.array(fc.boolean(), { minLength: CARDS, maxLength: CARDS }),
        (list, some) => {
          const one = count(list, Uint8Array.from(some, Number));
          const other = count(
            list,
            Uint8Array.from(some, (is) => Number(!is)),
          );
          const all = count(list);
          expect(one.ratings.total + other.ratings.total).toBe(all.ratings.total);
          expect(one.cardsToday + other.cardsToday).toBe(all.cardsToday);
          all.retention.forEach((row, at) => {
            for (const age of ['young', 'mature', 'all'] as const) {
              const parts = [one, other].map(({ retention }) => retention[at]?.[age]);
              expect(sum(parts.map((cell) => cell?.passed ?? 0))).toBe(row[age].passed);
              expect(sum(parts.map((cell) => cell?.failed ?? 0))).toBe(row[age].failed);
            }
          });
        },
      ),
    );
  });

  test('counts at most one recall of a card a day, and young and mature make all', () => {
    fc.assert(
      fc.property(reviews, (list) => {
        for (const { young, mature, all } of count(list).retention) {
          expect(young.passed + mature.passed).toBe(all.passed);
          expect(young.failed + mature.failed).toBe(all.failed);
        }
        const ever = count(list).retention[5]?.all ?? { passed: 0, failed: 0 };
        const inReview = list.filter(({ kind }) => kind === 'review');
        const cardDays = new Set(inReview.map(({ card, day }) => `${card} ${day}`));
        expect(ever.passed + ever.failed).toBeLessThanOrEqual(cardDays.size);
      }),
    );
  });

  test('tells streaks as a plain walk over the days does', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: TODAY - 20, max: TODAY })), (days) => {
        const list = days.map(
          (day): Review => ({ card: 0, day, second: 0, kind: 'review', rating: 3, ms: 1 }),
        );
        const has = new Set(days);
        const runFrom = (day: number): number => (has.has(day) ? 1 + runFrom(day - 1) : 0);
        const { current, longest } = count(list).streak;
        expect(current).toBe(runFrom(has.has(TODAY) ? TODAY : TODAY - 1));
        expect(longest).toBe(Math.max(0, ...days.map(runFrom)));
      }),
    );
  });

  test('tells the hour of the local clock', () => {
    const hourOf = localHours({ offsetMinutes: (at) => (at < DAY ? 60 : -90) });
    expect([hourOf(23 * 3_600_000), hourOf(DAY), hourOf(0), hourOf(-3_600_001)]).toEqual([
      0, 22, 1, 23,
    ]);
  });
});
