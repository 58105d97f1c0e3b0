import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { QueueRequest } from '../../../src/app/review/ports.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Rating } from '../../../src/model/rating.js';
import { dailyShuffleKey } from '../../../src/schedule/order.js';
import {
  ALL,
  CONFIG,
  deckModule,
  importChange,
  NO_STEPS,
  newStore,
  noon,
  openTestStore,
  plannedModule,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

function pools(store: Store, more: Partial<QueueRequest> = {}) {
  const request = {
    query: ALL,
    moment: noon(TODAY),
    order: 'due',
    reviewLimit: 99,
    freshLimit: 99,
  };
  const { learning, reviews, fresh } = store.pools({ ...request, ...more } as QueueRequest);
  const ids = (pool: readonly { id: string }[]) => pool.map((card) => card.id);
  return { learning: ids(learning), reviews: ids(reviews), fresh: ids(fresh) };
}

describe('new cards', () => {
  test('come round by round over the modules, and introducing one moves no other', () => {
    const store = newStore([3, 1, 2]);
    expect(pools(store).fresh).toEqual(['m1c0', 'm2c0', 'm3c0', 'm1c1', 'm3c1', 'm1c2']);
    review(store, 'm2c0', TODAY);
    expect(pools(store).fresh).toEqual(['m1c0', 'm3c0', 'm1c1', 'm3c1', 'm1c2']);
  });

  test('go by module number, modules without a number last, one collection after another', () => {
    const store = newStore([]);
    const module = (number: number | null, id: string) =>
      plannedModule(deckModule(number, { title: `T${id}` }), [{ id: `${id}0` }, { id: `${id}1` }]);
    const first = [module(null, 'x'), module(9, 'i'), module(2, 'b')];
    store.applyImport(importChange(first));
    store.applyImport(importChange([module(1, 'a')], { collection: 'mine' }));
    expect(pools(store).fresh).toEqual(['b0', 'i0', 'x0', 'a0', 'b1', 'i1', 'x1', 'a1']);
  });

  test('are cut to the limit', () => {
    const store = newStore([3]);
    expect(pools(store, { freshLimit: 2 }).fresh).toEqual(['m1c0', 'm1c1']);
    expect(pools(store, { freshLimit: 0 }).fresh).toEqual([]);
    expect(pools(store, { freshLimit: -1 }).fresh).toEqual([]);
    expect(pools(store, { freshLimit: Number.POSITIVE_INFINITY }).fresh).toHaveLength(3);
  });
});

describe('reviews', () => {
  test('come by lowest retrievability, not by longest overdue', () => {
    const store = newStore([4]);
    // Easy gives 8 days or so, Good 2, Hard 1: the stronger card is overdue longer.
    review(store, 'm1c0', TODAY - 16, { rating: 4, config: NO_STEPS });
    review(store, 'm1c1', TODAY - 12, { config: NO_STEPS });
    review(store, 'm1c2', TODAY - 2, { rating: 2, config: NO_STEPS });
    review(store, 'm1c3', TODAY - 1, { rating: 4, config: NO_STEPS });
    const due = store.find(ALL, noon(TODAY)).filter(({ card }) => card.id !== 'm1c3');
    const byRecall = due.sort((a, b) => (a.retrievability ?? 1) - (b.retrievability ?? 1));
    expect(pools(store).reviews).toEqual(byRecall.map(({ card }) => card.id));
    expect(pools(store).reviews).toEqual(['m1c1', 'm1c0', 'm1c2']);
    expect(pools(store, { reviewLimit: 2 }).reviews).toEqual(['m1c1', 'm1c0']);
  });

  test('of equal retrievability keep one order', () => {
    const store = newStore([5]);
    for (const n of [3, 1, 4, 0, 2]) review(store, `m1c${n}`, TODAY - 9, { config: NO_STEPS });
    expect(pools(store).reviews).toEqual(['m1c0', 'm1c1', 'm1c2', 'm1c3', 'm1c4']);
  });
});

describe('learning cards', () => {
  test('on a step of days wait for its day, then come first and are due all day', () => {
    const store = newStore([2]);
    const config = { ...CONFIG, learningSteps: ['1d'] };
    const late = { ...noon(TODAY), now: noon(TODAY).now + 9 * 3_600_000 };
    const grade = (id: string, moment: typeof late, rating: Rating, by = config) =>
      store.append(
        { kind: 'review', card: cardId(id), rating, durationMs: 1, reviewKind: 'learn' },
        moment,
        by,
      );
    grade('m1c0', late, 1);
    expect(pools(store, { moment: late }).learning).toEqual([]);
    const morning = { ...noon(TODAY + 1), now: noon(TODAY + 1).dayStart };
    grade('m1c1', morning, 1, CONFIG);
    expect(pools(store, { moment: morning }).learning).toEqual(['m1c0', 'm1c1']);
    const due = store.find({ kind: 'is', word: 'due' }, morning).map(({ card }) => card.id);
    expect(due).toEqual(['m1c0']);
    expect(store.waiting(ALL, morning)).toMatchObject({ learning: 2 });
    expect(store.forecast(ALL, late, 3).map((day) => day.due)).toEqual([0, 2, 0]);
    expect(store.check()).toEqual([]);
  });

  test('come by due time, all of them, whatever the limits; those of tomorrow wait', () => {
    const store = newStore([3]);
    const at = (id: string, plus: number, rating: Rating) =>
      store.append(
        { kind: 'review', card: cardId(id), rating, durationMs: 1, reviewKind: 'learn' },
        noon(TODAY, plus),
        { ...CONFIG, learningSteps: ['1m', '10m', '2d'] },
      );
    const late = at('m1c0', 0, 3);
    const soon = at('m1c1', 1_000, 1);
    at('m1c2', 2_000, 3);
    at('m1c2', 3_000, 3);
    const { learning } = store.pools({
      query: ALL,
      moment: noon(TODAY, 4_000),
      order: 'random',
      reviewLimit: 0,
      freshLimit: 0,
    });
    expect(learning).toEqual([
      { id: 'm1c1', module: 1, dueAt: soon.after.dueAt },
      { id: 'm1c0', module: 1, dueAt: late.after.dueAt },
    ]);
  });
});

describe('what stays out', () => {
  test.each([
    ['suspended', { kind: 'suspend' as const }, false],
    ['buried until tomorrow', { kind: 'bury' as const, until: studyDay(TODAY + 1) }, true],
  ])('cards that are %s', (_, draft, backTomorrow) => {
    const store = newStore([4]);
    review(store, 'm1c0', TODAY - 9, { config: NO_STEPS });
    review(store, 'm1c1', TODAY);
    const ids = ['m1c0', 'm1c1', 'm1c2'];
    store.appendAll(
      ids.map((id) => ({ ...draft, card: cardId(id) })),
      noon(TODAY, 1),
      CONFIG,
    );
    expect(pools(store)).toEqual({ learning: [], reviews: [], fresh: ['m1c3'] });
    expect(store.waiting(ALL, noon(TODAY))).toEqual({ fresh: 1, learning: 0, review: 0 });
    const tomorrow = Object.values(pools(store, { moment: noon(TODAY + 1) })).flat();
    expect(tomorrow.length).toBe(backTomorrow ? 4 : 1);
  });

  test('cards that are retired', () => {
    const store = newStore([3]);
    review(store, 'm1c0', TODAY - 9, { config: NO_STEPS });
    review(store, 'm1c1', TODAY);
    store.applyImport(importChange([], { retired: store.storedCards('viva') }));
    expect(pools(store)).toEqual({ learning: [], reviews: [], fresh: [] });
  });
});

describe('orders', () => {
  function mixed(): Store {
    const store = openTestStore(temporaryPath());
    const stars = [3, 1, 2, 1] as const;
    const specs = (prefix: string) =>
      stars.map((of, n) => ({ id: `${prefix}${n}`, card: { stars: of } }));
    store.applyImport(
      importChange([
        plannedModule(deckModule(1), specs('n')),
        plannedModule(deckModule(2), specs('r')),
      ]),
    );
    // The later card was seen longer ago, so that it comes first by default.
    stars.forEach((_, n) => {
      review(store, `r${n}`, TODAY - 20 - n, { config: NO_STEPS });
    });
    return store;
  }

  test('difficulty: fewest stars first, then as by default', () => {
    expect(pools(mixed()).reviews).toEqual(['r3', 'r2', 'r1', 'r0']);
    const { reviews, fresh } = pools(mixed(), { order: 'difficulty' });
    expect(reviews).toEqual(['r3', 'r1', 'r2', 'r0']);
    expect(fresh).toEqual(['n1', 'n3', 'n2', 'n0']);
  });

  test('random: the same all day, another tomorrow, cut after the shuffle', () => {
    const store = newStore([40]);
    const shuffled = (day: number, freshLimit: number) =>
      pools(store, { order: 'random', moment: noon(day), freshLimit }).fresh;
    const whole = shuffled(TODAY, 99);
    const key = (id: string) => dailyShuffleKey(cardId(id), studyDay(TODAY));
    expect(whole).toEqual([...whole].sort((a, b) => key(a) - key(b)));
    expect(shuffled(TODAY, 5)).toEqual(whole.slice(0, 5));
    expect(shuffled(TODAY + 1, 99)).not.toEqual(whole);
    expect(new Set(whole).size).toBe(40);
  });
});

test('a query narrows every pool and keeps its order', () => {
  const store = openTestStore(temporaryPath());
  const google = { companies: ['Google'] };
  const specs = Array.from({ length: 8 }, (_, n) => ({
    id: `c${n}`,
    card: n % 2 === 0 ? google : {},
  }));
  store.applyImport(importChange([plannedModule(deckModule(1), specs)]));
  review(store, 'c0', TODAY);
  review(store, 'c1', TODAY);
  for (const n of [2, 3, 4]) review(store, `c${n}`, TODAY - 9 - n, { config: NO_STEPS });
  const query = { kind: 'company', name: 'google' } as const;
  expect(pools(store, { query })).toEqual({
    learning: ['c0'],
    reviews: ['c4', 'c2'],
    fresh: ['c6'],
  });
  expect(store.waiting(query, noon(TODAY))).toEqual({ fresh: 1, learning: 1, review: 2 });
});

test('candidate gives the module of a card', () => {
  const store = newStore([1, 1]);
  const [first, second] = store.pools({
    query: ALL,
    moment: noon(TODAY),
    order: 'due',
    reviewLimit: 0,
    freshLimit: 9,
  }).fresh;
  expect(store.candidate(cardId('m1c0'))).toEqual(first);
  expect(store.candidate(cardId('m2c0'))).toEqual(second);
  expect(first?.module).not.toBe(second?.module);
  expect(store.candidate(cardId('nobody'))).toBeNull();
});
