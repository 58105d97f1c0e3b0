import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId } from '../../../src/model/ids.js';
import type { ParameterOrigin } from '../../../src/model/parameters.js';
import type { Rating } from '../../../src/model/rating.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import {
  ALL,
  CONFIG,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  TODAY,
  temporaryPath,
} from './support.js';

const CARD = cardId('aaaaaaaaaaa1');
const OTHER = cardId('aaaaaaaaaaa2');
const ORIGIN: ParameterOrigin = { kind: 'chosen', set: null };
// Another stability after the first rating, and another forgetting curve.
const WEIGHTS = [5, 6, 7, 8, ...DEFAULT_WEIGHTS.slice(4, 20), 0.3];

function grade(store: Store, day: number, card = CARD, rating: Rating = 4, config = CONFIG) {
  const review = { kind: 'review', card, rating, durationMs: 5, reviewKind: 'learn' } as const;
  return store.append(review, noon(day), config).after;
}

function adopt(store: Store, weights: readonly number[] | null, day: number, reschedule = false) {
  return store.adopt({ weights, origin: ORIGIN, reschedule }, noon(day));
}

function importCards(store: Store) {
  importDeck(store, [2], 'viva', (_, n) => `aaaaaaaaaaa${n + 1}`);
}

function reviewed(path = temporaryPath()): Store {
  const store = openTestStore(path);
  importCards(store);
  grade(store, TODAY);
  grade(store, TODAY, OTHER, 3);
  return store;
}

describe('parameter sets', () => {
  test('none at first: the defaults are in force', () => {
    const store = reviewed();
    expect(store.weights()).toBeNull();
    expect(store.parameterSets()).toEqual([]);
    expect(store.rescheduled()).toBeNull();
  });

  test('the last one is in force, and earlier ones stay', () => {
    const store = reviewed();
    adopt(store, WEIGHTS, TODAY + 1);
    expect(store.weights()).toEqual(WEIGHTS);
    adopt(store, null, TODAY + 2);
    expect(store.weights()).toBeNull();
    expect(store.parameterSets().map(({ weights }) => weights)).toEqual([WEIGHTS, null]);
  });

  test('a clock that ran backwards keeps no set from being the last', () => {
    const store = reviewed();
    adopt(store, WEIGHTS, TODAY + 9);
    adopt(store, null, TODAY + 1);
    expect(store.weights()).toBeNull();
  });

  test('count scheduled reviews: no cram, none that was undone', () => {
    const store = reviewed();
    const cram = {
      kind: 'review',
      card: CARD,
      rating: 1,
      durationMs: 1,
      reviewKind: 'cram',
    } as const;
    store.append(cram, noon(TODAY, 9), CONFIG);
    grade(store, TODAY + 1);
    store.undoLast(noon(TODAY + 1, 9));
    expect(store.countReviews()).toBe(2);
    expect(adopt(store, WEIGHTS, TODAY + 1).set.reviews).toBe(2);
  });

  test('are refused where they are no weights', () => {
    expect(() => adopt(reviewed(), [1, 2, 3], TODAY)).toThrow();
  });
});

describe('without rescheduling', () => {
  test('memory stays, and a rebuild agrees', () => {
    const store = reviewed();
    const before = store.get(CARD, noon(TODAY))?.memory;
    expect(adopt(store, WEIGHTS, TODAY + 1).changed).toBe(0);
    expect(store.get(CARD, noon(TODAY))?.memory).toEqual(before);
    expect(store.rebuild()).toBe(0);
  });
});

describe('rescheduling', () => {
  test('gives the memory that the same reviews make under the new weights', () => {
    const store = reviewed();
    expect(adopt(store, WEIGHTS, TODAY + 1, true).changed).toBe(2);
    const fresh = openTestStore(temporaryPath());
    importCards(fresh);
    const under = { ...CONFIG, weights: [...WEIGHTS] };
    expect(store.get(CARD, noon(TODAY))?.memory).toEqual(grade(fresh, TODAY, CARD, 4, under));
    expect(store.get(OTHER, noon(TODAY))?.memory).toEqual(grade(fresh, TODAY, OTHER, 3, under));
  });

  test('is what doctor, a rebuild and each later review say too', () => {
    const store = reviewed();
    adopt(store, WEIGHTS, TODAY + 1, true);
    expect(store.check()).toEqual([]);
    expect(store.rebuild()).toBe(0);
    const under = { ...CONFIG, weights: [...WEIGHTS] };
    grade(store, TODAY + 8, CARD, 3, under);
    expect(store.rebuild()).toBe(0);
    const fresh = openTestStore(temporaryPath());
    importCards(fresh);
    grade(fresh, TODAY, CARD, 4, under);
    const straight = grade(fresh, TODAY + 8, CARD, 3, under);
    expect(store.get(CARD, noon(TODAY))?.memory).toEqual(straight);
  });

  test('spares reviews after it, and goes back with an earlier set', () => {
    const store = reviewed();
    const before = store.get(CARD, noon(TODAY))?.memory;
    adopt(store, WEIGHTS, TODAY + 1, true);
    expect(store.get(CARD, noon(TODAY))?.memory).not.toEqual(before);
    expect(adopt(store, null, TODAY + 2, true).changed).toBe(2);
    expect(store.get(CARD, noon(TODAY))?.memory).toEqual(before);
    expect(store.check()).toEqual([]);
  });

  test('takes every review of that moment, also those of a clock that was ahead', () => {
    const store = reviewed();
    grade(store, TODAY + 30);
    adopt(store, WEIGHTS, TODAY + 1, true);
    const [set] = store.parameterSets();
    expect(set?.reschedulesBefore).toBeGreaterThan(noon(TODAY + 30).now);
    expect(store.check()).toEqual([]);
  });
});

describe('leaving and coming back', () => {
  test('an archive carries the sets and what they reschedule', () => {
    const store = reviewed();
    adopt(store, WEIGHTS, TODAY + 1, true);
    adopt(store, null, TODAY + 2);
    const copy = openTestStore(temporaryPath());
    copy.mergeArchive([...store.archive(ALL, noon(TODAY))], false);
    expect(copy.parameterSets()).toEqual(store.parameterSets());
    expect(copy.get(CARD, noon(TODAY))).toEqual(store.get(CARD, noon(TODAY)));
    expect(copy.check()).toEqual([]);
    copy.mergeArchive([...store.archive(ALL, noon(TODAY))], false);
    expect(copy.parameterSets()).toHaveLength(2);
  });

  test('an archive that reschedules folds every card anew', () => {
    const laptop = reviewed();
    const phone = openTestStore(temporaryPath());
    phone.mergeArchive([...laptop.archive(ALL, noon(TODAY))], false);
    adopt(laptop, WEIGHTS, TODAY + 1, true);
    phone.mergeArchive([...laptop.archive(ALL, noon(TODAY))], false);
    expect(phone.get(CARD, noon(TODAY))).toEqual(laptop.get(CARD, noon(TODAY)));
  });

  test('an archive of some cards leaves them out', () => {
    const store = reviewed();
    adopt(store, WEIGHTS, TODAY + 1);
    const some = [...store.archive({ kind: 'id', id: CARD }, noon(TODAY))];
    expect(some.filter(({ type }) => type === 'parameters')).toEqual([]);
  });

  test('a rescue takes them in, and leaves out what cannot be read', () => {
    const path = temporaryPath();
    const store = reviewed(path);
    adopt(store, WEIGHTS, TODAY + 1, true);
    adopt(store, null, TODAY + 2);
    openRaw(path).prepare(`UPDATE parameters SET origin = '{}' WHERE weights IS NULL`).run();
    const rescued = openTestStore(temporaryPath());
    rescued.takeIn(path, false);
    rescued.takeIn(path, false);
    expect(rescued.parameterSets().map(({ weights }) => weights)).toEqual([WEIGHTS]);
    expect(rescued.get(CARD, noon(TODAY))?.memory).toEqual(store.get(CARD, noon(TODAY))?.memory);
    expect(rescued.check()).toEqual([]);
  });
});
