import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { Query } from '../../../src/model/query.js';
import { parseQuery } from '../../../src/query/parse.js';
import { compileQuery } from '../../../src/store/query/sql.js';
import { CARD_TABLES } from '../../../src/store/tables/card-record.js';
import {
  type CardSpec,
  deckModule,
  importChange,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  temporaryPath,
} from './support.js';

const MOMENT = noon(20_000);
const compile = (query: Query | string) =>
  compileQuery(typeof query === 'string' ? parseQuery(query) : query, {
    moment: MOMENT,
    decay: 0.1542,
  });

function storeOf(...cards: CardSpec['card'][]): Store {
  const store = openTestStore(temporaryPath());
  const specs = cards.map((card, n) => ({ id: `c${n}`, ...(card && { card }) }));
  store.applyImport(importChange([plannedModule(deckModule(1), specs)]));
  return store;
}

const ids = (store: Store, query: Query | string) =>
  store
    .find(typeof query === 'string' ? parseQuery(query) : query, MOMENT)
    .map(({ card }) => card.id as string);

test('tags of a module and of a card are found alike, and counted once a card', () => {
  const store = openTestStore(temporaryPath());
  const specs = [{ id: 'both', card: { tags: ['Exam', 'Lab'] } }, { id: 'none' }];
  store.applyImport(importChange([plannedModule(deckModule(1, { tags: [] }), specs)]));
  const tagged = plannedModule(deckModule(2, { tags: ['exam'] }), [
    { id: 'module' },
    { id: 'twice', card: { tags: ['EXAM', 'x'] } },
  ]);
  store.applyImport(importChange([tagged], { collection: 'other' }));

  for (const [query, found] of [
    ['tag:exam', ['both', 'module', 'twice']],
    ['tag:l*', ['both']],
    ['-tag:lab', ['none', 'module', 'twice']],
    ['tag:none', ['none']],
    ['-tag:none', ['both', 'module', 'twice']],
  ] as const) {
    expect(ids(store, query)).toEqual(found);
  }
  expect(store.names('tag')).toEqual([
    { name: 'EXAM', cards: 3 },
    { name: 'Lab', cards: 1 },
    { name: 'x', cards: 1 },
  ]);

  const change = plannedModule(deckModule(2, { tags: [] }), [
    { id: 'module', status: 'edited', card: { tags: ['new'] } },
    { id: 'twice', status: 'edited' },
  ]);
  store.applyImport(importChange([change], { collection: 'other' }));
  expect(ids(store, 'tag:exam')).toEqual(['both']);
  expect(ids(store, 'tag:new')).toEqual(['module']);
  expect(store.check()).toEqual([]);
});

describe('values', () => {
  test('are bound, never part of the SQL', () => {
    const text = fc.string({ unit: 'binary', minLength: 1 }).map((some) => `§${some}§`);
    fc.assert(
      fc.property(text, (some) => {
        for (const query of [
          { kind: 'text', text: some },
          { kind: 'company', name: some },
          { kind: 'tag', name: some },
          { kind: 'module-title', title: some },
          { kind: 'id', id: some },
        ] as const) {
          expect(compile(query).where).not.toContain('§');
        }
      }),
    );
  });

  test('of any characters break nothing', () => {
    const store = storeOf({ question: 'Why?' });
    const piece = fc.constantFrom(
      '"',
      "'",
      '*',
      '(',
      ')',
      '[',
      ']',
      '?',
      '%',
      '_',
      '\\',
      ':',
      '^',
      '-',
      '+',
      '{',
      '}',
      ';',
      '--',
      'AND',
      'OR',
      'NOT',
      'NEAR',
      'a',
      'แ',
      '缓',
      '存',
      ' ',
      '\n',
      '\u{1f600}',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const text = pieces.join('');
        for (const query of [
          { kind: 'text', text },
          { kind: 'company', name: text },
          { kind: 'part', name: text },
          { kind: 'tag', name: text },
          { kind: 'collection', name: text },
          { kind: 'module-title', title: text },
          { kind: 'id', id: text },
        ] as const) {
          expect(Array.isArray(ids(store, query))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('have names of their own, that no statement around them uses', () => {
    const { params } = compile(
      'a company:b,c is:due rated:7:1 interval:>3 r OR module:x* added:2 tag:t',
    );
    const names = Object.keys(params);
    expect(names.length).toBeGreaterThan(10);
    for (const name of names) expect(name).toMatch(/^q\d+$/);
  });
});

describe('signs that SQLite gives a meaning have none', () => {
  const cards = [
    { question: 'One', companies: ['[a]?'] },
    { question: 'Two', companies: ['a_b'] },
    { question: '100% of C++ \\ done', companies: ['100%'] },
    { question: 'Four "NEAR" five', companies: ['axb'] },
  ];
  test.each([
    ['company:[a]?', ['c0']],
    ['company:[*', ['c0']],
    ['company:a_b', ['c1']],
    ['company:*_*', ['c1']],
    ['company:a?b', []],
    ['company:a*b', ['c1', 'c3']],
    ['company:100%', ['c2']],
    ['company:1%', []],
    ['"%"', ['c2']],
    ['"++"', ['c2']],
    ['"\\\\"', ['c2']],
    ['_', []],
    ['NEAR', ['c3']],
    ['"near" five', ['c3']],
    ['fo*', ['c3']],
  ])('%s', (query, expected) => {
    expect(ids(storeOf(...cards), query)).toEqual(expected);
  });
});

describe('a large query', () => {
  test('of a thousand terms is no trouble', () => {
    const store = storeOf({ question: 'w7 w8' });
    const words = Array.from({ length: 999 }, (_, n) => `w${n}`);
    expect(ids(store, words.join(' OR '))).toEqual(['c0']);
    expect(ids(store, words.map((word) => `-${word}x`).join(' '))).toEqual(['c0']);
    expect(ids(store, `company:${words.join(',')}`)).toEqual([]);
    expect(ids(store, words.join(' '))).toEqual([]);
    expect(ids(storeOf({ question: words.join(' ') }), words.join(' '))).toEqual(['c0']);
  });

  test('nested as deep as parsing lets it is none either', () => {
    const store = storeOf({ question: 'a' });
    const deep = `${'-(b OR '.repeat(24)}a${')'.repeat(24)}`;
    expect(ids(store, deep)).toEqual(['c0']);
  });
});

describe('indexes', () => {
  function planOf(query: string): string {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [300, 300, 300, 300]);
    store.close();
    const db = openRaw(path);
    db.exec('ANALYZE');
    const { where, params } = compile(query);
    return db
      .prepare<[object], { detail: string }>(
        `EXPLAIN QUERY PLAN SELECT c.id FROM ${CARD_TABLES} WHERE ${where}`,
      )
      .all(params)
      .map(({ detail }) => detail)
      .join('\n');
  }

  test.each([
    ['company:google', 'card_companies_by_name (name_folded=?)'],
    ['company:goo*', 'card_companies_by_name (name_folded>? AND name_folded<?)'],
    ['is:due', 'memory_learning'],
    ['is:due', 'memory_reviews'],
    ['attention', 'cards_fts VIRTUAL TABLE INDEX'],
    ['内存缓存', 'cards_trigram VIRTUAL TABLE INDEX'],
    ['rated:7:1', 'events_by_day'],
    ['id:7k2p', 'sqlite_autoindex_cards_1'],
    ['id:7k2p', 'cards_by_explicit_id'],
  ])('are used by %s: %s', (query, index) => {
    expect(planOf(query)).toContain(index);
  });
});
