import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ownDecks } from '../../../../src/app/import/own-decks.js';
import * as files from '../../../../src/platform/files.js';

let folder: string;
let own: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'viva-own-'));
  own = join(folder, 'data', 'decks');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An installed package with these decks; gives their folder. */
function installed(version: string, decks: Record<string, string>): string {
  const root = join(folder, version, 'decks');
  for (const [name, text] of Object.entries(decks)) {
    mkdirSync(join(root, name, '..'), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  return root;
}

const ownText = (name: string) => readFileSync(join(own, name), 'utf8');

test('the copy is a person’s: edits and deletions survive an upgrade, all else follows it', () => {
  const one = installed('1', { 'a/1.md': 'one', 'a/2.md': 'two', 'b/3.md': 'three' });
  expect(ownDecks(one, own, files)).toBe(own);
  writeFileSync(join(own, 'a/2.md'), 'mine');
  rmSync(join(own, 'b/3.md'));
  const two = installed('2', {
    'a/1.md': 'ONE',
    'a/2.md': 'TWO',
    'b/3.md': 'THREE',
    'c.md': 'new',
  });
  for (const again of [two, two]) {
    ownDecks(again, own, files);
    expect(ownText('a/1.md')).toBe('ONE');
    expect(ownText('a/2.md')).toBe('mine');
    expect(existsSync(join(own, 'b/3.md'))).toBe(false);
    expect(ownText('c.md')).toBe('new');
  }
});

test('nothing of a person’s is lost where the list of what was copied is damaged', () => {
  const one = installed('1', { 'a.md': 'one' });
  ownDecks(one, own, files);
  writeFileSync(join(own, '.bundled.json'), '{"a.md": 5');
  writeFileSync(join(own, 'a.md'), 'mine');
  ownDecks(installed('2', { 'a.md': 'two' }), own, files);
  expect(ownText('a.md')).toBe('mine');
});
