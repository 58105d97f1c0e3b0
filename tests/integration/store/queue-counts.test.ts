import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { Stars } from '../../../src/model/card.js';
import { VivaError } from '../../../src/model/error.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Query } from '../../../src/model/query.js';
import type { Rating } from '../../../src/model/rating.js';
import {
  ALL,
  CONFIG,
  deckModule,
  importChange,
  importDeck,
  newStore,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const IDS = ['a', 'b', 'c', 'd'];

/** Every card too, but in a way for which no counts are kept. */
const COUNTED: Query = { kind: 'not', term: { kind: 'is', word: 'suspended' } };

interface Text {
  readonly module: number;
  readonly stars: Stars;
  readonly companies: readonly string[];
}

const text: fc.Arbitrary<Text> = fc.record({
  module: fc.constantFrom(1, 2),
  stars: fc.constantFrom(1, 2, 3),
  companies: fc.subarray(['Google', 'Meta', 'OpenAI']),
});
const id = fc.constantFrom(...IDS);

/** What a deck says of each card: null where it is not in it. */
const deck = fc.tuple(...IDS.map(() => fc.option(text)));
const step = fc.oneof(
  fc.tuple(deck, fc.constantFrom('Part 1', 'Part 2')).map(
    ([cards, part]) =>
      (store: Store) =>
        importCards(store, cards, part),
  ),
  // Easy brings a new card into review at once.
  fc.tuple(id, fc.constantFrom<Rating[]>(1, 3, 4)).map(
    ([card, rating]) =>
      (store: Store) =>
        void review(store, card, TODAY, { rating }),
  ),
  fc.constant((store: Store) => void store.undoLast(noon(TODAY, 1))),
  fc.tuple(id, fc.constantFrom('suspend' as const, 'resume' as const, 'forget' as const)).map(
    ([card, kind]) =>
      (store: Store) =>
        append(store, { kind, card: cardId(card) }),
  ),
  fc.tuple(id, fc.nat({ max: 2 })).map(
    ([card, days]) =>
      (store: Store) =>
        append(store, { kind: 'bury', card: cardId(card), until: studyDay(TODAY + days) }),
  ),
);

function append(store: Store, draft: Parameters<Store['append']>[0]): void {
  store.append(draft, noon(TODAY), CONFIG);
}

/** Imports two modules; the second belongs to the part of that name. */
function importCards(store: Store, cards: readonly (Text | null)[], part = 'Part 2'): void {
  const stored = new Map(store.storedCards('viva').map((card) => [String(card.id), card]));
  const modules = [1, 2].map((number) => {
    const own = cards.flatMap((card, at) => {
      const name = IDS[at] ?? '';
      if (card?.module !== number) return [];
      const { stars, companies } = card;
      const before = stored.get(name) ?? null;
      const status = before === null ? ('added' as const) : ('edited' as const);
      return [{ id: name, card: { stars, companies }, status, before }];
    });
    return plannedModule(deckModule(number, { part: number === 1 ? 'Part 1' : part }), own);
  });
  const gone = IDS.filter((_, at) => cards[at] === null).flatMap((name) => stored.get(name) ?? []);
  store.applyImport(importChange(modules, { retired: gone }));
}

/** A card that is not in the deck at that time cannot be reviewed. */
function attempt(take: () => void): void {
  try {
    take();
  } catch (error) {
    if (!(error instanceof VivaError && error.code === 'card-unknown')) throw error;
  }
}

function counts(store: Store, query: Query) {
  // Later some cards have fallen due.
  return [TODAY, TODAY + 1, TODAY + 9].map((number) => {
    const moment = noon(studyDay(number));
    const groups = store.waitingBy(query, moment);
    return { all: store.waiting(query, moment), groups, ahead: store.forecast(query, moment, 60) };
  });
}

test('the counts that are kept are those that counting gives, whatever happened', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const store = newStore();
      const whole = { module: 1, stars: 2, companies: ['Google', 'Meta'] } as const;
      importCards(
        store,
        IDS.map(() => whole),
      );
      for (const take of steps) attempt(() => take(store));
      expect(counts(store, ALL)).toEqual(counts(store, COUNTED));
      expect(store.check()).toEqual([]);
      expect(store.rebuild()).toBe(0);
    }),
    { numRuns: 30 },
  );
});

test('wrong counts are found and mended', () => {
  const path = temporaryPath();
  const store = openTestStore(path);
  importCards(
    store,
    IDS.map(() => ({ module: 1, stars: 1, companies: ['Google'] })),
  );
  openRaw(path).exec(
    `UPDATE queue_counts SET cards = 7 WHERE kind = 'stars';
     DELETE FROM queue_counts WHERE kind = 'company'`,
  );
  expect(store.waiting(ALL, noon(TODAY)).fresh).toBe(7);
  expect(store.check()).toEqual(['Wrong counts of waiting cards: 2.']);
  expect(store.rebuild()).toBe(2);
  expect(store.check()).toEqual([]);
  expect(counts(store, ALL)).toEqual(counts(store, COUNTED));
});

const triggersOf = (path: string) =>
  openRaw(path)
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY name`)
    .all();

test('a first merge and a rebuild of many rows count once, and are kept up with after it', () => {
  const [from, to] = [temporaryPath(), temporaryPath()];
  const store = openTestStore(from);
  importDeck(store, [400, 300]);
  const ids = Array.from({ length: 300 }, (_, n) => `m2c${n}`);
  for (const name of ids.slice(0, 20)) review(store, name, TODAY, { rating: 4 });
  const copy = openTestStore(to);
  const triggers = triggersOf(to);
  copy.mergeArchive(store.archive(ALL, noon(TODAY, 99)), false);
  openRaw(to).exec(`UPDATE memory SET state = 'review', due_day = card % 40 + ${TODAY}`);
  expect(copy.rebuild()).toBeGreaterThan(600);
  expect(triggersOf(to)).toEqual(triggers);
  expect(counts(copy, ALL)).toEqual(counts(store, ALL));
  expect(counts(copy, ALL)).toEqual(counts(copy, COUNTED));
  review(copy, 'm1c7', TODAY, { rating: 4 });
  expect(counts(copy, ALL)).toEqual(counts(copy, COUNTED));
  expect(copy.check()).toEqual([]);
});

test('a first merge that fails leaves the counts as they were kept', () => {
  const path = temporaryPath();
  const store = openTestStore(path);
  const triggers = triggersOf(path);
  const other = newStore([3]);
  const records = [...other.archive(ALL, noon(TODAY))];
  const broken = [...records, ...records.slice(-1).map((record) => ({ ...record, type: 'x' }))];
  expect(() => store.mergeArchive(broken as typeof records, false)).toThrow();
  expect(triggersOf(path)).toEqual(triggers);
  importDeck(store, [2]);
  expect(counts(store, ALL)).toEqual(counts(store, COUNTED));
});
