import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { copyEmptyDatabase } from '../../../../src/store/file/empty-database.js';

const root = mkdtempSync(join(tmpdir(), 'viva-empty-'));
const EMPTY = join(root, 'empty.db');
writeFileSync(EMPTY, 'an empty database');
afterAll(() => rmSync(root, { recursive: true }));

function folder(): string {
  return mkdtempSync(join(root, 'data-'));
}

test('a new database is a copy of the empty one, for the person alone, and nothing is beside it', () => {
  const data = folder();
  copyEmptyDatabase(join(data, 'viva.db'), EMPTY);
  expect(readdirSync(data)).toEqual(['viva.db']);
  expect(readFileSync(join(data, 'viva.db'), 'utf8')).toBe('an empty database');
  expect(statSync(join(data, 'viva.db')).mode & 0o777).toBe(0o600);
});

test('one that another viva has just made stays', () => {
  const data = folder();
  writeFileSync(join(data, 'viva.db'), 'another');
  copyEmptyDatabase(join(data, 'viva.db'), EMPTY);
  expect(readdirSync(data)).toEqual(['viva.db']);
  expect(readFileSync(join(data, 'viva.db'), 'utf8')).toBe('another');
});

test('where there is none to copy, or no folder to write to, nothing is made', () => {
  const data = folder();
  copyEmptyDatabase(join(data, 'viva.db'), join(root, 'missing.db'));
  expect(readdirSync(data)).toEqual([]);
  expect(() => copyEmptyDatabase(join(data, 'gone', 'viva.db'), EMPTY)).not.toThrow();
});
