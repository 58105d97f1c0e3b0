import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { shownNotices } from '../../../src/platform/shown-notices.js';
import { tempFolder } from '../../support/home.js';

test('what was said is remembered, each by itself', () => {
  const database = join(tempFolder(), 'viva.db');
  expect(shownNotices(database).lastShown('welcome')).toBeNull();
  shownNotices(database).noteShown('welcome', 5);
  shownNotices(database).noteShown('optimize', 7);
  expect(shownNotices(database).lastShown('welcome')).toBe(5);
  expect(shownNotices(database).lastShown('optimize')).toBe(7);
});

test('a damaged file says nothing, and one that cannot be written is no error', () => {
  const folder = tempFolder();
  writeFileSync(join(folder, 'viva-said.json'), '{"welcome": "yes"');
  expect(shownNotices(join(folder, 'viva.db')).lastShown('welcome')).toBeNull();
  writeFileSync(join(folder, 'file'), '');
  chmodSync(join(folder, 'file'), 0o400);
  expect(() => shownNotices(join(folder, 'file', 'viva.db')).noteShown('welcome', 1)).not.toThrow();
});
