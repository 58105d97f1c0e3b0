import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardRecord } from '../../../src/app/cards/ports.js';
import type { Store } from '../../../src/app/ports.js';
import type { Stars } from '../../../src/model/card.js';
import type { TickedPoints } from '../../../src/model/event.js';
import { studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import type { Query } from '../../../src/model/query.js';
import { RATINGS, type Rating } from '../../../src/model/rating.js';
import { formatQuery } from '../../../src/query/format.js';
import { parseQuery } from '../../../src/query/parse.js';
import { memoryRow } from '../../../src/store/tables/memory.js';
import { matches, type Queried } from '../../support/query/matches.js';
import { query, searchText } from '../../unit/query/samples.js';
import {
  type CardSpec,
  CONFIG,
  DAY,
  deckModule,
  importChange,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from './support.js';

const MOMENT = noon(TODAY);
const EVERY: Query = parseQuery('is:retired OR -is:retired');

const companies = fc.uniqueArray(
  fc.constantFrom('Google', 'OpenAI', 'Ångström', 'C++', 'Foo, Inc', '[x]?', '100%', 'under_score'),
  { maxLength: 3 },
);
const cardSpec: fc.Arbitrary<Omit<CardSpec, 'id'>> = fc.record({
  card: fc.record({
    question: searchText,
    answer: searchText,
    stars: fc.constantFrom<Stars>(1, 2, 3),
    companies,
    explicitId: fc.constantFrom(null, null, 'kv-1', 'm', 'KV-1'),
    defects: fc.constantFrom([], [], ['answer-truncated' as const]),
  }),
});

const day = (from: number, to: number) =>
  fc.integer({ min: TODAY + from, max: TODAY + to }).map(studyDay);
const held = {
  suspended: fc.boolean(),
  buriedUntil: fc.option(day(-1, 2), { freq: 4 }),
  flag: fc.constantFrom(0, 0, 3, 7),
  leech: fc.boolean(),
};
const learnt = {
  // Whole hours: far enough from every bound that a query names.
  lastAt: fc.integer({ min: 1, max: 900 }).map((hours) => MOMENT.now - hours * 3_600_000),
  stability: fc.constantFrom(0.5, 1, 3.7, 7, 30, 123_456.789),
  difficulty: fc.constantFrom(1, 3.7, 5.5, 10),
  reps: fc.integer({ min: 0, max: 8 }),
  lapses: fc.integer({ min: 0, max: 8 }),
  introducedDay: day(-40, 0),
  ...held,
};
const memory: fc.Arbitrary<Memory> = fc
  .oneof(
    fc.record(held),
    fc.record({
      ...learnt,
      state: fc.constant('review' as const),
      dueDay: day(-8, 8),
      intervalDays: fc.constantFrom(1, 7, 30, 100),
    }),
    fc.record({
      ...learnt,
      state: fc.constantFrom('learning' as const, 'relearning' as const),
      dueAt: fc.integer({ min: -50, max: 50 }).map((hours) => MOMENT.now + hours * 3_600_000),
    }),
  )
  .map((some): Memory => ({ ...NEW_MEMORY, ...some }));

/** Fills a store with cards and memories that the seed decides. */
function fill(path: string, store: Store, seed: number): void {
  const some = <T>(of: fc.Arbitrary<T>, count: number) => fc.sample(of, { numRuns: count, seed });
  const heads = [
    deckModule(22, { title: 'KV Cache', tags: ['systems'] }),
    deckModule(7, {
      title: 'Ångström [x]? 22',
      part: 'ÅNGSTRÖM',
      tags: ['none', 'C++', 'kv cache'],
    }),
    deckModule(null, { title: 'or, a_b 100%', part: '', tags: [] }),
  ];
  const specs = some(cardSpec, 60);
  const modules = heads.map((head, m) =>
    plannedModule(
      head,
      specs.slice(m * 20, m * 20 + 20).map((spec, n) => ({ ...spec, id: `m${m}c${n}abcdefgh` })),
    ),
  );
  modules.forEach((module, index) => {
    const collection = ['Google', 'mine'][index % 2] ?? 'mine';
    const at = MOMENT.now - index * 5 * DAY;
    store.applyImport(importChange([module], { collection, at }));
  });
  review(store, some(fc.tuple(fc.nat(59), fc.constantFrom(...RATINGS), fc.nat(39)), 80));
  // Whatever the reviews made of it: every kind of memory is to be met.
  const db = openRaw(path);
  some(memory, 60).forEach((one, index) => {
    const row = memoryRow(one);
    const columns = Object.keys(row).map((column) => `${column} = @${column}`);
    db.prepare(
      `UPDATE memory SET ${columns.join(', ')} WHERE card = (SELECT key FROM cards LIMIT 1 OFFSET ${index})`,
    ).run(row);
  });
  db.prepare('UPDATE cards SET retired_at = 1 WHERE key % 7 = 0').run();
}

function review(store: Store, reviews: readonly [number, 1 | 2 | 3 | 4, number][]): void {
  const cards = store.find({ kind: 'all' }, MOMENT);
  for (const [card, rating, ago] of reviews.toSorted((a, b) => b[2] - a[2])) {
    const id = cards[card]?.card.id;
    if (id === undefined) throw new Error('there is no such card');
    const at = noon(TODAY - ago);
    store.append(
      {
        kind: 'review',
        card: id,
        rating,
        durationMs: 1_000,
        reviewKind: 'review',
        ...(ago % 3 !== 0 && { points: ticked(rating) }),
      },
      at,
      CONFIG,
    );
    if (card % 5 === 0) store.undoLast(at);
  }
}

/** Three good points, of which a better rating names more. */
function ticked(rating: Rating): TickedPoints {
  const good = [0, 1, 2].slice(0, rating - 1);
  return { good, goodOf: 3, extra: [], extraOf: 0, wrong: [], wrongOf: 1 };
}

function withReviews(store: Store, record: CardRecord): Queried {
  const reviews = store
    .history(record.card.id)
    .flatMap(({ event, undone }) => (event.kind === 'review' && !undone ? [event] : []));
  return { ...record, reviews };
}

describe.each([1, 2, 3])('over the cards of seed %i', (seed) => {
  test('SQL and the predicate mean the same by any query', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    fill(path, store, seed);
    const records = store.find(EVERY, MOMENT).map((record) => withReviews(store, record));
    expect(records).toHaveLength(60);
    let found = 0;
    fc.assert(
      fc.property(query, (asked) => {
        const bySql = store.find(asked, MOMENT).map(({ card }) => card.id);
        const byPredicate = records
          .filter((record) => matches(asked, record, { moment: MOMENT }))
          .map(({ card }) => card.id);
        expect(bySql, formatQuery(asked)).toEqual(byPredicate);
        expect(store.count(asked, MOMENT)).toBe(bySql.length);
        found += bySql.length > 0 && bySql.length < 50 ? 1 : 0;
      }),
      { numRuns: 1_000 },
    );
    // Queries that find all or nothing would prove little.
    expect(found).toBeGreaterThan(200);
  });
});
