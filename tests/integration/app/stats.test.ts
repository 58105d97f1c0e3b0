import { beforeEach, describe, expect, test } from 'vitest';
import { computeStatistics } from '../../../src/app/export/stats.js';
import { type PlansToday, planToday } from '../../../src/app/plan/today.js';
import type { Store } from '../../../src/app/ports.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Query } from '../../../src/model/query.js';
import { DEFAULT_WEIGHTS, settingsSchema } from '../../../src/model/settings.js';
import { formatStudyDay } from '../../../src/schedule/study-day.js';
import type { Statistics } from '../../../src/stats/statistics.js';
import { HistoryWriter } from '../store/history.js';
import {
  CONFIG,
  DAY,
  deckModule,
  importChange,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  temporaryPath,
} from '../store/support.js';

const TODAY = 20_000;
const MOMENT = noon(TODAY);
const date = (day: number) => formatStudyDay(studyDay(day));

let store: Store;
let history: HistoryWriter;

function stats(
  query: Query = { kind: 'all' },
  since?: number,
  until?: number,
  plans?: PlansToday,
): Statistics {
  return computeStatistics(
    {
      query,
      since: since === undefined ? null : studyDay(since),
      until: until === undefined ? null : studyDay(until),
      moment: MOMENT,
      zone: { offsetMinutes: () => 0 },
      settings: settingsSchema.parse({}),
      weights: DEFAULT_WEIGHTS,
      plans,
    },
    store,
  );
}

/** Cards a, b and c of the part Inference, d (new) of the part Training, and e, retired. */
function openWithHistory(): void {
  const path = temporaryPath();
  store = openTestStore(path);
  const google = { companies: ['Google'] };
  store.applyImport(
    importChange([
      plannedModule(deckModule(1), [
        { id: 'a', card: { ...google, stars: 1 } },
        { id: 'b', card: google },
        { id: 'c', card: { companies: ['Meta', 'Google'], stars: 3 } },
      ]),
      plannedModule(deckModule(2, { part: 'Training' }), [{ id: 'd' }]),
    ]),
  );
  store.applyImport(
    importChange([plannedModule(deckModule(9), [{ id: 'e' }])], { collection: 'gone' }),
  );
  store.removeCollection('gone', 2_000);
  history = new HistoryWriter(openRaw(path));
  writeReviews();
  writeMemory();
}

function writeReviews(): void {
  // Written card by card, so not by time: the pass must sort them.
  history.review('a', TODAY - 40, 10, 'learn', 3, 10);
  history.review('a', TODAY - 10, 10, 'review', 3, 8); // 30 days after: mature, passed
  history.review('a', TODAY, 6, 'review', 1, 20); // 10 days after: young, failed
  history.review('a', TODAY, 6, 'relearn', 3, 4);
  history.review('b', TODAY - 1, 9, 'learn', 1, 6);
  history.review('b', TODAY - 1, 9, 'learn', 3, 6);
  history.review('b', TODAY, 9, 'review', 4, 2); // 1 day after: young, passed
  history.review('c', TODAY - 5, 23, 'learn', 3, 12);
  history.review('c', TODAY - 2, 10, 'cram', 1, 5); // cramming: no scheduled review
  history.review('c', TODAY - 1, 10, 'review', 2, 30); // 4 days after the learning: young, passed
  history.undo('c', TODAY - 1, history.review('c', TODAY - 1, 11, 'review', 1, 99));
  history.review('e', TODAY - 1, 10, 'learn', 3, 3); // retired since; the work stays done
}

function writeMemory(): void {
  const { now } = MOMENT;
  // After as many days as its stability a card's retrievability is 0.9, by definition.
  history.memory('a', {
    state: 'review',
    stability: 10,
    difficulty: 5,
    last_at: now - 10 * DAY,
    last_day: TODAY - 10,
    due_day: TODAY,
    interval_days: 20,
    reps: 4,
    lapses: 2,
    introduced_day: TODAY - 40,
    leech: 1,
  });
  history.memory('b', {
    state: 'review',
    stability: 100,
    difficulty: 3,
    last_at: now,
    last_day: TODAY,
    due_day: TODAY + 21,
    interval_days: 21,
    reps: 3,
    introduced_day: TODAY,
  });
  history.memory('c', {
    state: 'learning',
    stability: 2,
    difficulty: 9.5,
    last_at: now - 2 * DAY,
    last_day: TODAY - 2,
    due_at: now + DAY,
    reps: 2,
    lapses: 2,
    introduced_day: TODAY - 5,
    suspended: 1,
  });
}

beforeEach(openWithHistory);

describe('a history worked out by hand', () => {
  test('cards', () => {
    expect(stats().cards).toEqual({
      total: 4,
      new: 1,
      learning: 1,
      review: 2,
      relearning: 0,
      young: 1, // a: 20 days
      mature: 1, // b: 21 days
      suspended: 1,
      buried: 0,
      leeches: 1,
      flagged: 0,
    });
  });

  test('today', () => {
    // a Again 20 s, a Good 4 s, b Easy 2 s.
    expect(stats().day).toEqual({
      reviews: 3,
      cards: 2,
      introduced: 1,
      timeMs: 26_000,
      passed: 2,
      accuracy: 2 / 3,
      // d is new, a is due; c is suspended.
      left: { new: 1, learning: 0, review: 1, total: 2 },
    });
  });

  test('what is left today is what plans want, and of other cards what is due', () => {
    const plan = {
      name: 'Training',
      query: 'part:Training',
      deadlineAt: MOMENT.now + 0.9 * DAY,
      deadlineDay: studyDay(TODAY + 1),
      minutesPerDay: 10,
      target: 0.99,
      createdAt: 1,
    };
    const left = () => stats({ kind: 'all' }, undefined, undefined, plansOf()).day.left;
    const plansOf = () => planToday(store, CONFIG, settingsSchema.parse({}), MOMENT);
    store.addPlan(plan);
    expect(left()).toEqual({ new: 1, learning: 0, review: 1, total: 2 });
    // For half of the recall of a and b with d nothing needs to be done: the ordinary queue goes on.
    store.addPlan({
      ...plan,
      name: 'All',
      query: '',
      target: 0.5,
      deadlineAt: plan.deadlineAt - 1,
    });
    expect(left()).toEqual({ new: 1, learning: 0, review: 1, total: 2 });
  });

  test('streak', () => {
    // Days with reviews: -40, -10, -5, and -2, -1, 0 in a row.
    expect(stats().streak).toEqual({ current: 3, longest: 3, longestEnd: date(TODAY) });
  });

  test('calendar', () => {
    const { calendar } = stats();
    expect(calendar).toMatchObject({ reviews: 11, timeMs: 106_000, activeDays: 6 });
    expect(calendar.days).toHaveLength(365);
    expect([calendar.from, calendar.to]).toEqual([date(TODAY - 364), date(TODAY)]);
    // Yesterday: b Again and Good, c Hard, e Good; 6 + 6 + 30 + 3 s.
    expect(calendar.days.at(-2)).toEqual({
      date: date(TODAY - 1),
      reviews: 4,
      passed: 3,
      timeMs: 45_000,
    });
  });

  test('forecast', () => {
    const { forecast } = stats();
    expect(forecast.days).toHaveLength(30);
    expect(forecast.days[0]).toEqual({ date: date(TODAY), due: 1 });
    expect(forecast.days[21]).toEqual({ date: date(TODAY + 21), due: 1 });
    expect(forecast.total).toBe(2);
  });

  test('true retention', () => {
    const { desired, rows } = stats().retention;
    expect(desired).toBe(0.9);
    const none = { passed: 0, failed: 0, retention: null };
    const young = (passed: number, failed: number) => ({
      passed,
      failed,
      retention: passed / (passed + failed),
    });
    const mature = { passed: 1, failed: 0, retention: 1 };
    expect(rows).toEqual([
      { window: 'today', young: young(1, 1), mature: none, all: young(1, 1) },
      { window: 'yesterday', young: young(1, 0), mature: none, all: young(1, 0) },
      { window: 'week', young: young(2, 1), mature: none, all: young(2, 1) },
      { window: 'month', young: young(2, 1), mature, all: young(3, 1) },
      { window: 'year', young: young(2, 1), mature, all: young(3, 1) },
      { window: 'ever', young: young(2, 1), mature, all: young(3, 1) },
      { window: 'period', young: young(2, 1), mature, all: young(3, 1) },
    ]);
  });

  test('ratings by state', () => {
    const { groups, total, passed } = stats().ratings;
    const rows = groups.map(({ group, again, hard, good, easy }) => [
      group,
      again,
      hard,
      good,
      easy,
    ]);
    expect(rows).toEqual([
      ['learn', 1, 0, 4, 0], // a; b Again, b; c; e
      ['young', 1, 1, 0, 1], // a Again, c Hard, b Easy
      ['mature', 0, 0, 1, 0], // a
      ['relearn', 0, 0, 1, 0], // a
      ['cram', 1, 0, 0, 0], // c
    ]);
    expect([total, passed]).toEqual([11, 8]);
  });

  test('time', () => {
    // 2 3 4 | 5 6 6 8 | 10 12 | 20 | 30: 106 s over 11, the sixth is 6 s.
    const { time } = stats();
    expect(time).toMatchObject({ reviews: 11, totalMs: 106_000, medianMs: 6_000 });
    expect(time.meanMs).toBeCloseTo(106_000 / 11);
    expect(time.histogram.bins.map(({ count }) => count)).toEqual([3, 4, 2, 1, 1, 0, 0, 0]);
  });

  test('hours', () => {
    const busy = stats().hours.filter(({ reviews }) => reviews > 0);
    expect(busy.map(({ hour, reviews, passed }) => [hour, reviews, passed])).toEqual([
      [6, 2, 1], // a today
      [9, 3, 2], // b
      [10, 5, 4], // a twice, c crammed (failed), c, e
      [23, 1, 1], // c
    ]);
  });

  test('knowledge and distributions', () => {
    // a 0.9, b 1, c 0.9, d (new) 0.
    const { knowledge, distributions } = stats();
    expect(knowledge).toMatchObject({ seen: 3, cards: 4 });
    expect(knowledge.known).toBeCloseTo(2.8);
    expect(knowledge.meanSeen).toBeCloseTo(2.8 / 3);
    expect(knowledge.meanAll).toBeCloseTo(0.7);
    expect(distributions.interval).toMatchObject({ count: 2, mean: 20.5, median: 20.5 });
    expect(distributions.stability).toMatchObject({ count: 3, median: 10 });
    expect(distributions.difficulty.bins.map(({ count }) => count)).toEqual([
      0, 0, 1, 0, 1, 0, 0, 0, 1,
    ]);
    expect(distributions.retrievability.bins.at(-1)).toEqual({ from: 0.9, to: 1, count: 3 });
  });

  test('readiness', () => {
    const { all, companies, parts, modules, stars } = stats().readiness;
    expect(all).toMatchObject({ cards: 4, seen: 3, above90: 1, share: 0.25 });
    expect(all.readiness).toBeCloseTo(0.7);
    expect(companies).toMatchObject([
      { name: 'Google', cards: 3, seen: 3, above90: 1 },
      { name: 'Meta', cards: 1, seen: 1, above90: 0, share: 0 },
    ]);
    expect(companies[0]?.readiness).toBeCloseTo(2.8 / 3);
    expect(parts).toMatchObject([
      { name: 'Inference', cards: 3 },
      { name: 'Training', cards: 1, seen: 0, readiness: 0 },
    ]);
    expect(modules.map(({ name, number, cards }) => [name, number, cards])).toEqual([
      ['Module 1', 1, 3],
      ['Module 2', 2, 1],
    ]);
    // a has one star, b and d two, c three.
    expect(stars.map(({ name, cards }) => [name, cards])).toEqual([
      ['1', 1],
      ['2', 2],
      ['3', 1],
    ]);
  });

  test('hardest cards and leeches', () => {
    const { hardest, leeches } = stats();
    // a and c lapsed twice, c is the more difficult; d is new.
    expect(hardest.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    expect(leeches.map(({ id }) => id)).toEqual(['a']);
    expect(hardest[0]).toMatchObject({ question: 'Question c', module: 'Module 1', lapses: 2 });
  });
});

describe('a period', () => {
  test('limits what is counted of reviews, and nothing else', () => {
    const all = stats();
    const part = stats({ kind: 'all' }, TODAY - 2, TODAY - 1);
    // c crammed, b twice, c Hard, e.
    expect(part.ratings.total).toBe(5);
    expect(part.calendar).toMatchObject({ from: date(TODAY - 2), to: date(TODAY - 1), reviews: 5 });
    expect(part.calendar.days).toHaveLength(2);
    expect(part.retention.rows.at(-1)).toMatchObject({
      window: 'period',
      young: { passed: 1, failed: 0 },
    });
    expect(part.retention.rows.slice(0, -1)).toEqual(all.retention.rows.slice(0, -1));
    expect(part.period).toEqual({ since: date(TODAY - 2), until: date(TODAY - 1) });
    expect([part.day, part.streak, part.knowledge]).toEqual([all.day, all.streak, all.knowledge]);
  });
});

describe('a query', () => {
  const google: Query = { kind: 'company', name: 'google' };

  test('and its opposite add up to everything', () => {
    const [all, one, other] = [stats(), stats(google), stats({ kind: 'not', term: google })];
    const sums = (pick: (of: Statistics) => number) => [pick(one) + pick(other), pick(all)];
    for (const pick of [
      (of: Statistics) => of.cards.total,
      (of: Statistics) => of.ratings.total,
      (of: Statistics) => of.calendar.timeMs,
      (of: Statistics) => of.day.reviews,
      (of: Statistics) => of.forecast.total,
      (of: Statistics) => of.retention.rows[5]?.all.passed ?? Number.NaN,
      (of: Statistics) => of.readiness.all.above90,
      (of: Statistics) => of.distributions.stability.count,
    ]) {
      const [sum, whole] = sums(pick);
      expect(sum).toBe(whole);
    }
    expect(one.knowledge.known + other.knowledge.known).toBeCloseTo(all.knowledge.known);
    expect(one.query).toBe('company:google');
  });

  test('of retired cards shows them as cards, too', () => {
    const { cards, ratings } = stats({ kind: 'is', word: 'retired' });
    expect([cards.total, ratings.total]).toEqual([1, 1]);
  });

  test('of few cards reads their reviews alone, with the same outcome', () => {
    const reviewsOf = (cards: readonly number[] | null) => {
      const rows: number[][] = [];
      store.scanReviews(cards, (...row) => void rows.push(row));
      return rows.filter(([card]) => card === 1);
    };
    expect(reviewsOf([1])).toEqual(reviewsOf(null));
    expect(reviewsOf(null)).toHaveLength(4);
  });
});

describe('what happened to a card since', () => {
  test('after a relink the reviews count for the card they went to', () => {
    const id = store.relink(cardId('e'), cardId('d'));
    const { ratings } = stats({ kind: 'id', id });
    expect(ratings.total).toBe(1);
    expect(stats().ratings.total).toBe(11);
  });

  test('after a "forget" no review lies before the next', () => {
    // 30 days after its learning a was mature; forgotten in between it is not.
    history.forget('a', TODAY - 20);
    expect(stats().ratings.groups.map(({ total }) => total)).toEqual([5, 4, 0, 1, 1]);
  });
});

test('counts the points missed by module and company, of ticked reviews that count', () => {
  openWithHistory();
  const draft = { kind: 'review', rating: 3, durationMs: 1, reviewKind: 'review' } as const;
  const points = { good: [0], goodOf: 3, extra: [], extraOf: 1, wrong: [0], wrongOf: 1 };
  const tick = (card: string, day: number) =>
    store.append({ ...draft, card: cardId(card), points }, noon(day), CONFIG);
  tick('a', TODAY - 9);
  tick('b', TODAY - 1);
  tick('c', TODAY);
  store.undoLast(noon(TODAY));
  const all = stats().points;
  expect(all).toMatchObject({ reviews: 2, missed: 4, of: 6, wrong: 2 });
  expect(all.modules).toEqual([
    { name: expect.stringContaining('1 '), missed: 4, of: 6, share: 4 / 6 },
  ]);
  expect(all.companies).toEqual([{ name: 'Google', missed: 4, of: 6, share: 4 / 6 }]);
  expect(stats(undefined, TODAY - 2).points).toMatchObject({ reviews: 1, missed: 2 });
  expect(stats({ kind: 'id', id: 'c' }).points).toMatchObject({ reviews: 0, modules: [] });
});
