import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { importDecks } from '../../../src/app/import/import.js';
import type { Files, Library } from '../../../src/app/import/ports.js';
import type { Store } from '../../../src/app/ports.js';
import * as realFiles from '../../../src/platform/files.js';
import { moduleText } from '../../support/viva.js';
import { openRaw, openTestStore, temporaryFolder, temporaryPath } from '../store/support.js';

const QUESTIONS = Array.from({ length: 20 }, (_, n) => ({
  q: `What is thing number ${n}?`,
  a: `Thing ${n} it is.`,
}));

function deck(): string {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'a.md'), moduleText('Alpha', 1, QUESTIONS));
  return folder;
}

function request(path: string) {
  return {
    root: { kind: 'path' as const, path },
    as: 'deck',
    dryRun: false,
    edits: '/nowhere',
    now: 1_000,
  };
}

/** Files whose first reading gives somebody else the time for something. */
function interrupted(meanwhile: () => void): Files {
  let done = false;
  return {
    ...realFiles,
    readBytes(path) {
      if (!done) {
        done = true;
        meanwhile();
      }
      return realFiles.readBytes(path);
    },
  };
}

function cardsOf(store: Store) {
  return store.collections().map(({ name, cards, retired }) => ({ name, cards, retired }));
}

describe('two imports of one collection at once', () => {
  test('the same deck twice gives its cards once', () => {
    const path = temporaryPath();
    const folder = deck();
    const [first, second] = [openTestStore(path), openTestStore(path)];
    const report = importDecks(
      request(folder),
      first,
      interrupted(() => importDecks(request(folder), second, realFiles)),
    );
    expect(cardsOf(first)).toEqual([{ name: 'deck', cards: 20, retired: 0 }]);
    expect(report.cards).toMatchObject({ total: 20, added: 0 });
    expect(first.check()).toEqual([]);
  });

  test('a collection of that name from elsewhere is seen, and nothing is mixed up', () => {
    const path = temporaryPath();
    const [mine, theirs] = [deck(), deck()];
    const [first, second] = [openTestStore(path), openTestStore(path)];
    const named = (root: string) => ({ ...request(root), as: null });
    const meanwhile = interrupted(() =>
      second.applyImport({
        collection: mine.split('/').at(-1)!,
        source: theirs,
        at: 1,
        plan: { modules: [], retired: [], ambiguous: [] },
        files: [],
        goneFiles: [],
      }),
    );
    expect(() => importDecks(named(mine), first, meanwhile)).toThrow(
      expect.objectContaining({ code: 'collection-conflict' }),
    );
    expect(first.collections()[0]).toMatchObject({ source: theirs, cards: 0 });
  });

  test('reading takes no lock, pairing and writing are under one', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    const other = openRaw(path);
    const canWrite = () => {
      try {
        other.exec('BEGIN IMMEDIATE; ROLLBACK');
        return true;
      } catch {
        return false;
      }
    };
    const seen: boolean[] = [];
    const watched: Library = new Proxy(store, {
      get(target, name, receiver) {
        if (name === 'storedCards' || name === 'applyImport') seen.push(canWrite());
        return Reflect.get(target, name, receiver);
      },
    });
    const whileReading: boolean[] = [];
    importDecks(
      request(deck()),
      watched,
      interrupted(() => whileReading.push(canWrite())),
    );
    expect(whileReading).toEqual([true]);
    expect(seen).toEqual([false, false]);
  });

  test('an import that changes nothing takes no lock at all', () => {
    const path = temporaryPath();
    const folder = deck();
    const store = openTestStore(path);
    importDecks(request(folder), store, realFiles);
    const before = readFileSync(`${path}-wal`);
    openRaw(path).exec('BEGIN IMMEDIATE');
    const again = importDecks(request(folder), store, realFiles);
    expect(again.cards.unchanged).toBe(20);
    expect(statSync(`${path}-wal`).size).toBe(before.length);
  });
});
