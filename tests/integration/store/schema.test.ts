import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { CONFIG, importDeck, noon, openRaw, openTestStore, temporaryPath } from './support.js';

/** Gives a connection to a database with two cards and one review. */
function database(): Database {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [2]);
  store.append(
    { kind: 'review', card: cardId('m1c0'), rating: 3, durationMs: 1, reviewKind: 'learn' },
    noon(20_000),
    CONFIG,
  );
  const db = openRaw(path);
  db.pragma('foreign_keys = ON');
  db.pragma('recursive_triggers = ON');
  return db;
}

describe('the journal is append-only', () => {
  test.each([
    'UPDATE events SET rating = 1',
    'DELETE FROM events',
    `INSERT OR REPLACE INTO events (seq, id, card, kind, at, day, device)
     SELECT seq, id, card, 'forget', at, day, device FROM events`,
  ])('%s', (sql) => {
    const db = database();
    const before = db.prepare('SELECT * FROM events').all();
    expect(() => db.exec(sql)).toThrow('the journal is append-only');
    expect(db.prepare('SELECT * FROM events').all()).toEqual(before);
  });
});

describe('an event has what its kind needs and nothing else', () => {
  const good = {
    id: '01ARZ3NDEKTSV4RRFFQ69G5FAV',
    card: 1,
    kind: 'suspend',
    at: 1,
    day: 1,
    device: 1,
    rating: null,
    duration_ms: null,
    review_kind: null,
    config: null,
    target: null,
    value: null,
  };
  const review = { kind: 'review', rating: 3, duration_ms: 1, review_kind: 'learn', config: 1 };
  const insert = (db: Database, row: object) =>
    db
      .prepare(
        `INSERT INTO events (${Object.keys(good).join(', ')})
         VALUES (${Object.keys(good).map((column) => `@${column}`)})`,
      )
      .run({ ...good, ...row });

  test.each([
    ['a suspend', {}],
    ['a review', review],
    ['a bury', { kind: 'bury', value: 20_001 }],
    ['a flag', { kind: 'flag', value: 7 }],
  ])('%s is taken', (_, row) => {
    expect(insert(database(), row).changes).toBe(1);
  });

  test.each([
    ['an unknown kind', { kind: 'sulk' }],
    ['a review without a rating', { ...review, rating: null }],
    ['a review rated 5', { ...review, rating: 5 }],
    ['a review without a duration', { ...review, duration_ms: null }],
    ['a review that took less than no time', { ...review, duration_ms: -1 }],
    ['a review without a kind', { ...review, review_kind: null }],
    ['a review of an unknown kind', { ...review, review_kind: 'sulk' }],
    ['a review without a configuration', { ...review, config: null }],
    ['a review of a configuration that is missing', { ...review, config: 99 }],
    ['a review with a target', { ...review, target: '01ARZ3NDEKTSV4RRFFQ69G5FAV' }],
    ['a suspend with a rating', { rating: 3 }],
    ['a suspend with a value', { value: 3 }],
    ['an undo of nothing', { kind: 'undo' }],
    ['an undo of an event that is missing', { kind: 'undo', target: 'x'.repeat(26) }],
    ['a bury without end', { kind: 'bury' }],
    ['a flag without a number', { kind: 'flag' }],
    ['a flag beyond 7', { kind: 'flag', value: 8 }],
    ['an id that is no ULID', { id: 'short' }],
    ['an event of a card that is missing', { card: 99 }],
    ['an event of a device that is missing', { device: 99 }],
  ])('%s is refused', (_, row) => {
    expect(() => insert(database(), row)).toThrow(/constraint failed/);
  });
});

test('every table is strict or virtual', () => {
  const loose = database()
    .prepare(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    )
    .pluck()
    .all();
  expect(loose).toEqual([]);
});

test('cards are numbered round by round, then by collection, then by module', () => {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [2, 1, 2]);
  importDeck(store, [], 'empty');
  const ids = openRaw(path)
    .prepare('SELECT c.id FROM memory y JOIN cards c ON c.key = y.card ORDER BY y.rank')
    .pluck()
    .all();
  expect(ids).toEqual(['m1c0', 'm2c0', 'm3c0', 'm1c1', 'm3c1']);
});
