import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { peekInto } from '../../../src/store/library/peek.js';
import { MIGRATIONS } from '../../../src/store/migrations/list.js';
import { openRaw, openTestStore, temporaryFolder, temporaryPath } from './support.js';

test('looks names up and changes nothing', () => {
  const path = temporaryPath();
  openTestStore(path).close();
  const before = readFileSync(path);
  const peek = peekInto(path);
  expect(peek?.names('company')).toEqual([]);
  expect(peek?.cards('')).toEqual([]);
  peek?.close();
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(readdirSync(dirname(path))).toEqual(['viva.db']);
});

test('makes neither a database nor its folder', () => {
  const folder = temporaryFolder();
  expect(peekInto(join(folder, 'none', 'viva.db'))).toBeNull();
  expect(existsSync(join(folder, 'none'))).toBe(false);
});

test('gives nothing of a database that would have to be migrated, and leaves it as it is', () => {
  const path = temporaryPath();
  openTestStore(path).close();
  const db = openRaw(path);
  db.pragma(`user_version = ${MIGRATIONS.length - 1}`);
  db.close();
  const before = readFileSync(path);
  expect(peekInto(path)).toBeNull();
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('throws for what is no database of this viva', () => {
  const path = join(temporaryFolder(), 'viva.db');
  writeFileSync(path, 'not a database, but long enough to be looked at'.repeat(100));
  expect(() => peekInto(path)).toThrow();
  const foreign = temporaryPath();
  openRaw(foreign).exec('CREATE TABLE theirs (x)');
  expect(() => peekInto(foreign)).toThrow('another program');
});
