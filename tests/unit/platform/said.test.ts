import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sayings } from '../../../src/platform/said.js';
import { tempFolder } from '../../support/home.js';

test('what was said is remembered, each by itself', () => {
  const database = join(tempFolder(), 'viva.db');
  expect(sayings(database).lastSaid('welcome')).toBeNull();
  sayings(database).noteSaid('welcome', 5);
  sayings(database).noteSaid('optimize', 7);
  expect(sayings(database).lastSaid('welcome')).toBe(5);
  expect(sayings(database).lastSaid('optimize')).toBe(7);
});

test('a damaged file says nothing, and one that cannot be written is no error', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'viva-said.json'), '{"welcome": "yes"');
  expect(sayings(join(folder, 'viva.db')).lastSaid('welcome')).toBeNull();
  writeFileSync(join(folder, 'file'), '');
  chmodSync(join(folder, 'file'), 0o400);
  expect(() => sayings(join(folder, 'file', 'viva.db')).noteSaid('welcome', 1)).not.toThrow();
});
