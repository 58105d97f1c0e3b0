import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
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

describe('dayCounts', () => {
  test('count the day over all sessions, cramming left out', () => {
    const store = newStore([3]);
    review(store, 'm1c0', TODAY - 1);
    review(store, 'm1c1', TODAY);
    review(store, 'm1c1', TODAY, { reviewKind: 'learn' });
    review(store, 'm1c0', TODAY, { reviewKind: 'review' });
    review(store, 'm1c0', TODAY, { reviewKind: 'relearn' });
    review(store, 'm1c2', TODAY, { reviewKind: 'cram' });
    expect(store.dayCounts(studyDay(TODAY))).toEqual({ fresh: 1, reviews: 1, total: 4 });
    expect(store.dayCounts(studyDay(TODAY - 1))).toEqual({ fresh: 1, reviews: 0, total: 1 });
    expect(store.dayCounts(studyDay(TODAY + 1))).toEqual({ fresh: 0, reviews: 0, total: 0 });
  });

  test('leave out what was undone', () => {
    const store = newStore([2]);
    review(store, 'm1c0', TODAY, { reviewKind: 'review' });
    review(store, 'm1c1', TODAY);
    store.undoLast(noon(TODAY, 1));
    store.undoLast(noon(TODAY, 2));
    expect(store.dayCounts(studyDay(TODAY))).toEqual({ fresh: 0, reviews: 0, total: 0 });
  });
});

test('lastModule is that of the newest review that is not undone', () => {
  const store = newStore([1, 1]);
  expect(store.lastModule()).toBeNull();
  review(store, 'm1c0', TODAY);
  review(store, 'm2c0', TODAY);
  store.append({ kind: 'suspend', card: cardId('m1c0') }, noon(TODAY), CONFIG);
  expect(store.lastModule()).toBe(store.candidate(cardId('m2c0'))?.module);
  store.undoLast(noon(TODAY, 1));
  store.undoLast(noon(TODAY, 2));
  expect(store.lastModule()).toBe(store.candidate(cardId('m1c0'))?.module);
});

test('reviewDays are the days with a review that is not undone, newest first', () => {
  const store = newStore([2]);
  for (const day of [TODAY - 9, TODAY - 3, TODAY - 3, TODAY - 2]) review(store, 'm1c0', day);
  store.append({ kind: 'suspend', card: cardId('m1c0') }, noon(TODAY - 1), CONFIG);
  review(store, 'm1c1', TODAY);
  store.undoLast(noon(TODAY, 1));
  expect(store.reviewDays(99)).toEqual([TODAY - 2, TODAY - 3, TODAY - 9]);
  expect(store.reviewDays(2)).toEqual([TODAY - 2, TODAY - 3]);
  expect(store.reviewDays(0)).toEqual([]);
});

describe('forecast', () => {
  test('counts overdue cards today, learning cards on the day of their step', () => {
    const store = newStore([6]);
    const twoDays = { ...CONFIG, learningSteps: ['2d'] };
    review(store, 'm1c0', TODAY - 30, { config: NO_STEPS });
    review(store, 'm1c1', TODAY);
    review(store, 'm1c2', TODAY, { rating: 1, config: twoDays });
    const easy = review(store, 'm1c3', TODAY, { rating: 4, config: NO_STEPS });
    review(store, 'm1c4', TODAY - 30, { config: NO_STEPS });
    store.append({ kind: 'suspend', card: cardId('m1c4') }, noon(TODAY), CONFIG);

    const forecast = store.forecast(ALL, noon(TODAY), 15);
    expect(forecast.map(({ day }) => day - TODAY)).toEqual([...Array(15).keys()]);
    const counts = new Map(forecast.map(({ day, due }) => [day - TODAY, due]));
    const expected = new Map([...Array(15).keys()].map((n) => [n, 0]));
    for (const [n, due] of [
      [0, 2],
      [2, 1],
      [easy.after.intervalDays, 1],
    ] as const) {
      expected.set(n, due);
    }
    expect(counts).toEqual(expected);
    expect(store.forecast(ALL, noon(TODAY), 0)).toEqual([]);
  });

  test('counts a buried card on the day it comes back', () => {
    const store = newStore([1]);
    review(store, 'm1c0', TODAY - 30, { config: NO_STEPS });
    store.append(
      { kind: 'bury', card: cardId('m1c0'), until: studyDay(TODAY + 1) },
      noon(TODAY),
      CONFIG,
    );
    expect(store.forecast(ALL, noon(TODAY), 3).map(({ due }) => due)).toEqual([0, 1, 0]);
  });
});

describe('waitingBy', () => {
  function grouped(): Store {
    const store = openTestStore(temporaryPath());
    const card = (companies: string[], stars: 1 | 2 | 3) => ({ companies, stars });
    store.applyImport(
      importChange([
        plannedModule(deckModule(2, { part: 'Training' }), [
          { id: 'a', card: card(['Google', 'Meta'], 1) },
          { id: 'b', card: card(['GOOGLE'], 3) },
        ]),
        plannedModule(deckModule(1, { part: 'Inference' }), [
          { id: 'c', card: card(['Google'], 3) },
          { id: 'd', card: card([], 2) },
          { id: 'e', card: card(['Cohere'], 2) },
        ]),
      ]),
    );
    review(store, 'b', TODAY);
    review(store, 'c', TODAY - 9, { config: NO_STEPS });
    review(store, 'e', TODAY, { rating: 4, config: NO_STEPS });
    return store;
  }

  test('company: a card of two counts for both, in the spelling that came first', () => {
    expect(grouped().waitingBy(ALL, noon(TODAY)).company).toEqual([
      { name: 'Google', fresh: 1, learning: 1, review: 1 },
      { name: 'Meta', fresh: 1, learning: 0, review: 0 },
    ]);
  });

  test('stars: fewest first', () => {
    expect(grouped().waitingBy(ALL, noon(TODAY)).stars).toEqual([
      { name: '1', fresh: 1, learning: 0, review: 0 },
      { name: '2', fresh: 1, learning: 0, review: 0 },
      { name: '3', fresh: 0, learning: 1, review: 1 },
    ]);
  });

  test('part: in the order of the syllabus, under a query too', () => {
    const store = grouped();
    expect(store.waitingBy(ALL, noon(TODAY)).part).toEqual([
      { name: 'Inference', fresh: 1, learning: 0, review: 1 },
      { name: 'Training', fresh: 1, learning: 1, review: 0 },
    ]);
    const query = { kind: 'company', name: 'google' } as const;
    expect(store.waitingBy(query, noon(TODAY)).part).toEqual([
      { name: 'Inference', fresh: 0, learning: 0, review: 1 },
      { name: 'Training', fresh: 1, learning: 1, review: 0 },
    ]);
  });
});
