import { expect, test } from 'vitest';
import { findList } from '../../../src/app/browse/find-list.js';
import type { CardRecord } from '../../../src/app/cards/ports.js';
import type { Store } from '../../../src/app/ports.js';
import { type CardSort, SORT_KEYS, type SortKey } from '../../../src/model/card-sort.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Moment } from '../../../src/model/moment.js';
import { dueInstant } from '../../../src/schedule/due.js';
import { openReader } from '../../../src/store/reader.js';
import {
  ALL,
  CONFIG,
  importDeck,
  NO_STEPS,
  noon,
  openTestStore,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const AT = noon(TODAY);
const UTC = { offsetMinutes: () => 0 };

/** Cards of every kind: new, within steps, in review, lapsed, suspended, retired. */
function filled(path = temporaryPath()): Store {
  const store = openTestStore(path);
  importDeck(store, [9, 7]);
  importDeck(store, [3], 'other', (_, n) => `other${n}`);
  for (let n = 0; n < 6; n++) review(store, `m1c${n}`, TODAY - 20 - n, { config: NO_STEPS });
  review(store, 'm1c1', TODAY - 3, { rating: 1, config: NO_STEPS });
  review(store, 'm1c2', TODAY - 2, { rating: 4, config: NO_STEPS });
  review(store, 'm2c0', TODAY, { rating: 1 });
  const suspended = { kind: 'suspend', card: cardId('m1c0') } as const;
  store.append(suspended, AT, CONFIG);
  store.removeCollection('other', AT.now);
  return store;
}

const sorted = (by: SortKey, more: Partial<CardSort> = {}): CardSort => ({
  by,
  reversed: false,
  seed: 1,
  ...more,
});

const idsOf = (store: Store, sort: CardSort, moment: Moment = AT, query = ALL) =>
  store.recordsOf([...store.keysOf(query, sort, moment)], moment).map(({ card }) => card.id);

const LAST = Number.POSITIVE_INFINITY;

/** What each sort puts first, lowest first; ties are left out of the comparison. */
const PLACES: Readonly<Record<Exclude<SortKey, 'module' | 'random'>, (r: CardRecord) => number[]>> =
  {
    due: ({ memory }) => [memory.suspended ? 1 : 0, dueInstant(memory, UTC, 4) ?? LAST],
    recall: ({ retrievability }) => [retrievability ?? LAST],
    lapses: ({ memory }) => [-memory.lapses, -memory.reps],
    added: ({ card }) => [-card.addedAt],
  };

test.each(Object.entries(PLACES))('by %s', (by, placeOf) => {
  const store = filled();
  const keys = [...store.keysOf(ALL, sorted(by as SortKey), AT)];
  const places = store.recordsOf(keys, AT).map(placeOf);
  expect(places).toHaveLength(16);
  const compare = (a: number[], b: number[]) =>
    a.reduce((found, value, at) => found || Math.sign(value - (b[at] ?? 0)) || 0, 0);
  expect(places).toEqual([...places].sort(compare));
  expect(new Set(places.map((place) => place.join())).size).toBeGreaterThan(by === 'added' ? 0 : 2);
});

test('by module, as a list on the command line has them', () => {
  const store = filled();
  expect(idsOf(store, sorted('module'))).toEqual(store.find(ALL, AT).map(({ card }) => card.id));
});

test('a break moves what falls due in it', () => {
  const store = filled();
  const off = { from: studyDay(TODAY - 30), to: studyDay(TODAY + 60), before: [] };
  const breaks = [{ ...off, after: [studyDay(TODAY + 61)] }];
  const ids = idsOf(store, sorted('due'), { ...AT, breaks });
  // Its step is due by the minute; all in review are due behind the break.
  expect(ids[0]).toBe('m2c0');
  const first = store.keysOf(ALL, sorted('due'), { ...AT, breaks }, 9);
  expect(first).toEqual(store.keysOf(ALL, sorted('due'), { ...AT, breaks }).slice(0, 9));
});

test('at random: another order for another seed, and the same one in a narrower list', () => {
  const store = filled();
  const all = idsOf(store, sorted('random', { seed: 7 }));
  expect(idsOf(store, sorted('random', { seed: 7 }))).toEqual(all);
  expect(idsOf(store, sorted('random', { seed: 8 }))).not.toEqual(all);
  const narrow = idsOf(store, sorted('random', { seed: 7 }), AT, { kind: 'module', number: 2 });
  expect(narrow).toEqual(all.filter((id) => id.startsWith('m2')));
});

test('every sort turned round is itself backwards, and its first cards are those of the whole', () => {
  const store = filled();
  for (const by of SORT_KEYS) {
    const whole = [...store.keysOf(ALL, sorted(by), AT)];
    expect([...store.keysOf(ALL, sorted(by, { reversed: true }), AT)]).toEqual(whole.toReversed());
    for (const reversed of [false, true]) {
      for (let limit = 1; limit <= 18; limit++) {
        const first = [...store.keysOf(ALL, sorted(by, { reversed }), AT, limit)];
        expect(first).toEqual((reversed ? whole.toReversed() : whole).slice(0, limit));
      }
    }
  }
});

test('records come in the order of their keys, however often one is asked for', () => {
  const store = filled();
  const [a = 0, b = 0] = store.keysOf(ALL, sorted('module'), AT);
  expect(store.recordsOf([b, a, b], AT).map(({ card }) => card.id)).toEqual([
    'm1c1',
    'm1c0',
    'm1c1',
  ]);
  expect(store.recordsOf([], AT)).toEqual([]);
});

test('retired cards are listed where the query asks for them', () => {
  const store = filled();
  expect(idsOf(store, sorted('due'), AT, { kind: 'is', word: 'retired' })).toHaveLength(3);
});

test('a reader sees what another connection writes, and names what it was asked for', () => {
  const path = temporaryPath();
  const store = filled(path);
  const reader = openReader(path);
  const find = (text: string) => findList({ text, sort: sorted('due'), moment: AT }, reader);
  expect(find('is:suspended')).toMatchObject({ keys: { length: 1 } });
  store.append({ kind: 'suspend', card: cardId('m1c1') }, AT, CONFIG);
  expect(find('is:suspended')).toMatchObject({ keys: { length: 2 } });
  expect(find('m1c3')).toMatchObject({ keys: { length: 1 } });
  expect(find('company:nobody')).toMatchObject({
    error: { message: expect.stringContaining('nobody') },
  });
  expect(find('is:')).toMatchObject({ error: { hint: expect.stringContaining('Write is:') } });
  expect(reader.allNames().part).toEqual([{ name: 'Inference', cards: 16 }]);
  reader.close();
});
