import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { configure } from '../../../src/store/file/connect.js';
import {
  ALL,
  CONFIG,
  GOOD,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  temporaryFolder,
  temporaryPath,
} from './support.js';

describe('opening', () => {
  test('makes folder and files for the person alone', () => {
    const folder = join(temporaryFolder(), 'data', 'viva');
    const path = join(folder, 'viva.db');
    importDeck(openTestStore(path), [1]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of [path, `${path}-wal`, `${path}-shm`]) {
      expect(statSync(file).mode & 0o777, file).toBe(0o600);
    }
  });

  test('keeps what was written', () => {
    const path = temporaryPath();
    const first = openTestStore(path);
    importDeck(first, [2]);
    const { after } = first.append(GOOD, noon(20_000), CONFIG);
    first.close();
    const second = openTestStore(path);
    expect(second.count(ALL, noon(20_000))).toBe(2);
    expect(second.get(cardId('m1c0'), noon(20_000))?.memory).toEqual(after);
  });

  test('every commit is on disk: write-ahead log, full synchronisation', () => {
    const db = openRaw(temporaryPath());
    configure(db);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(db.pragma('recursive_triggers', { simple: true })).toBe(1);
    expect(db.pragma('trusted_schema', { simple: true })).toBe(0);
  });

  test('another program sees a grade as soon as it is given', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    const { event } = store.append(GOOD, noon(20_000), CONFIG);
    const row = openRaw(path).prepare('SELECT id FROM events').get();
    expect(row).toEqual({ id: event.id });
  });
});

/** Fills the first page of a table with rubbish, after everything has been written. */
function damage(path: string, table: string): void {
  const db = openRaw(path);
  db.pragma('wal_checkpoint(TRUNCATE)');
  const page = db
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  const size = Number(db.pragma('page_size', { simple: true }));
  db.close();
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.alloc(size, 0xa5), 0, size, (page! - 1) * size);
  closeSync(file);
}

describe('trouble', () => {
  test('a database that another program writes to', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    const other = openRaw(path);
    other.exec('BEGIN IMMEDIATE');
    expect(() => store.append(GOOD, noon(20_000), CONFIG)).toThrow(
      expect.objectContaining({ code: 'database-locked', message: expect.stringContaining(path) }),
    );
    // Reading goes on meanwhile, and so does another start.
    expect(openTestStore(path).count(ALL, noon(20_000))).toBe(1);
    other.exec('ROLLBACK');
    expect(store.append(GOOD, noon(20_000), CONFIG).after.reps).toBe(1);
  });

  test('a file that is no database', () => {
    const path = temporaryPath();
    writeFileSync(path, 'shopping list: milk, bread, and a great many other things');
    expect(() => openTestStore(path)).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  test('a database whose pages are damaged', () => {
    const path = temporaryPath();
    importDeck(openTestStore(path), [200]);
    damage(path, 'meta');
    expect(() => openTestStore(path)).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
  });

  test('a column that holds JSON of another shape', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    openRaw(path).exec(`UPDATE cards SET defects = '["sulking"]'`);
    expect(() => store.find(ALL, noon(20_000))).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
  });

  test('rows of an iterator that turn out to be damaged', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    store.append(GOOD, noon(20_000), CONFIG);
    damage(path, 'events');
    const rows = openTestStore(path).all();
    expect(() => rows.next()).toThrow(expect.objectContaining({ code: 'database-damaged' }));
  });

  test('a folder that cannot be made, because a file is in its place', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => openTestStore(join(file, 'viva', 'viva.db'))).toThrow(
      expect.objectContaining({ code: 'data-folder-unwritable' }),
    );
  });

  test('a folder in place of the database', () => {
    const path = temporaryPath();
    mkdirSync(path);
    expect(() => openTestStore(path)).toThrow(
      expect.objectContaining({ code: 'data-folder-unwritable' }),
    );
  });
});
