import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { APPLICATION_ID } from '../../../src/store/file/migrate.js';
import { MIGRATIONS } from '../../../src/store/migrations/list.js';
import type { Migration } from '../../../src/store/migrations/migration.js';
import { LATEST_VERSION } from '../../../src/store/migrations/migration.js';
import { CONFIG, importDeck, noon, openRaw, openTestStore, temporaryPath } from './support.js';

const latest = MIGRATIONS.length;
const nextMigration: Migration = {
  version: latest + 1,
  apply: (db) => db.exec('CREATE TABLE extra (name TEXT) STRICT'),
};
const NEXT = [...MIGRATIONS, nextMigration];

/** Makes a database of the present version with one review in it. */
function databaseWithReview(): string {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [1]);
  store.append(
    { kind: 'review', card: cardId('m1c0'), rating: 3, durationMs: 1, reviewKind: 'learn' },
    noon(20_000),
    CONFIG,
  );
  store.close();
  return path;
}

function versionOf(path: string): unknown {
  return openRaw(path).pragma('user_version', { simple: true });
}

describe('migrating', () => {
  test('the list counts up from 1', () => {
    expect(MIGRATIONS.map((migration) => migration.version)).toEqual(
      MIGRATIONS.map((_, index) => index + 1),
    );
    expect(LATEST_VERSION).toBe(MIGRATIONS.length);
  });

  test('a new database gets the newest version and the mark of viva, and no copy', () => {
    const path = temporaryPath();
    openTestStore(path).close();
    expect(versionOf(path)).toBe(latest);
    expect(openRaw(path).pragma('application_id', { simple: true })).toBe(APPLICATION_ID);
    expect(readdirSync(dirname(path)).filter((name) => name.includes('backup'))).toEqual([]);
  });

  test('an older database is copied, then migrated', () => {
    const path = databaseWithReview();
    const store = openTestStore(path, { migrations: NEXT });
    expect(versionOf(path)).toBe(latest + 1);
    expect(store.history(cardId('m1c0'))).toHaveLength(1);

    const copy = `${path}.v${latest}-backup`;
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(versionOf(copy)).toBe(latest);
    // The copy opens by itself, its review in it.
    expect(openTestStore(copy).history(cardId('m1c0'))).toHaveLength(1);
  });

  test('a copy that exists is never overwritten', () => {
    const path = databaseWithReview();
    const taken = `${path}.v${latest}-backup`;
    writeFileSync(taken, 'mine');
    openTestStore(path, { migrations: NEXT });
    expect(readFileSync(taken, 'utf8')).toBe('mine');
    expect(versionOf(`${taken}-2`)).toBe(latest);
  });

  test('a migration that fails changes nothing', () => {
    const path = databaseWithReview();
    const failing: Migration = {
      version: latest + 1,
      apply(db) {
        db.exec('CREATE TABLE extra (name TEXT) STRICT; DELETE FROM card_companies');
        throw new Error('half-way');
      },
    };
    expect(() => openTestStore(path, { migrations: [...MIGRATIONS, failing] })).toThrow('half-way');
    expect(versionOf(path)).toBe(latest);
    expect(openRaw(path).prepare("SELECT 1 FROM sqlite_schema WHERE name = 'extra'").get()).toBe(
      undefined,
    );
    expect(openTestStore(path).history(cardId('m1c0'))).toHaveLength(1);
  });

  test('a migration that breaks references is taken back', () => {
    const path = databaseWithReview();
    const breaking: Migration = {
      version: latest + 1,
      apply: (db) => db.exec('DELETE FROM cards'),
    };
    expect(() => openTestStore(path, { migrations: [...MIGRATIONS, breaking] })).toThrow(
      'foreign keys',
    );
    expect(openTestStore(path).history(cardId('m1c0'))).toHaveLength(1);
  });

  test('a database of a newer viva is refused and stays as it is', () => {
    const path = databaseWithReview();
    openTestStore(path, { migrations: NEXT }).close();
    const before = readFileSync(path);
    expect(() => openTestStore(path)).toThrow(
      expect.objectContaining({
        code: 'database-newer',
        message: `${path} was written by a newer viva (database version ${latest + 1}; this viva knows ${latest}).`,
        hint: expect.stringContaining('Update viva'),
      }),
    );
    expect(readFileSync(path)).toEqual(before);
  });

  test("another program's database is refused and stays as it is", () => {
    const path = temporaryPath();
    const other = openRaw(path);
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = readFileSync(path);
    expect(() => openTestStore(path)).toThrow(
      expect.objectContaining({
        code: 'database-damaged',
        message: expect.stringContaining(`${basename(path)} is a database of another program`),
      }),
    );
    expect(readFileSync(path)).toEqual(before);
    expect(existsSync(`${path}-wal`)).toBe(false);
  });
});

describe('the version of the fold', () => {
  test('memory computed by another one is rebuilt on opening', () => {
    const path = databaseWithReview();
    const raw = openRaw(path);
    raw.exec("UPDATE memory SET reps = 7; UPDATE meta SET value = '0' WHERE name = 'projection'");
    raw.close();
    expect(openTestStore(path).get(cardId('m1c0'), noon(20_000))?.memory.reps).toBe(1);
  });

  test('memory of the same one is taken as it is', () => {
    const path = databaseWithReview();
    openRaw(path).exec('UPDATE memory SET reps = 7');
    expect(openTestStore(path).get(cardId('m1c0'), noon(20_000))?.memory.reps).toBe(7);
  });
});
