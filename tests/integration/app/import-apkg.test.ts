import { join } from 'node:path';
import { expect, test } from 'vitest';
import { importPackage, type PackageRequest } from '../../../src/app/anki/import-package.js';
import type { Store } from '../../../src/app/ports.js';
import * as files from '../../../src/platform/files.js';
import { parseQuery } from '../../../src/query/parse.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { COLLECTION } from '../../support/anki-collections.js';
import { CONFIG, openTestStore, temporaryFolder, temporaryPath } from '../store/support.js';

const NOW = 1_764_000_000_000;
const UTC = { offsetMinutes: () => 0 };

function request(folder: string): PackageRequest {
  const paths = { folder: join(folder, 'out'), ownFolder: join(folder, 'own') };
  const where = { file: join(folder, 'a.apkg'), ...paths, as: null };
  const how = { dryRun: false, now: NOW, zone: UTC, dayStart: 4, config: CONFIG };
  return { ...where, ...how, edits: '/nowhere' };
}

const packages = {
  checkSize: () => {},
  read: () => ({ collection: COLLECTION, mediaFiles: 0, pictures: () => [] }),
};
const readable = {
  ...files,
  readBytes: (path: string) => bytesOf(path),
  statFile: (path: string) =>
    path.endsWith('.apkg') ? { path, size: 0, mtimeMs: 0 } : files.statFile(path),
};
const bytesOf = (path: string) =>
  path.endsWith('.apkg') ? new Uint8Array() : files.readBytes(path);

test('a package whose history cannot be written leaves no card without its history', () => {
  const store = openTestStore(temporaryPath());
  const folder = temporaryFolder();
  const failing: Store = new Proxy(store, {
    get(target, name, receiver) {
      if (name !== 'appendPast') return Reflect.get(target, name, receiver);
      return () => {
        throw new Error('cut off');
      };
    },
  });
  const cards = () => store.find(parseQuery(''), momentAt(NOW, UTC, 4));
  expect(() => importPackage(request(folder), failing, readable, packages)).toThrow('cut off');
  expect(cards()).toEqual([]);
  expect(store.collections()).toEqual([]);

  const done = importPackage(request(folder), store, readable, packages);
  expect([done.reviews, done.marks, done.report?.cards.added]).toEqual([1, 2, 1]);
  expect(cards().map(({ memory }) => memory.reps)).toEqual([1]);
  expect(store.check()).toEqual([]);
});
