import { copyFileSync, symlinkSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import { LogFlush } from '../../../src/store/file/log-flush.js';
import {
  ALL,
  CONFIG,
  GOOD,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  temporaryPath,
} from './support.js';

function openAside() {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [2]);
  return { path, store, pending: store.flushAside() };
}

describe('commits that are flushed aside', () => {
  test('are pending until they are on disk', async () => {
    const { store, pending } = openAside();
    expect(pending()).toBeNull();
    store.append(GOOD, noon(20_000), CONFIG);
    await pending();
    expect(pending()).toBeNull();
  });

  test('are waited for together: the last one ends it', async () => {
    const { store, pending } = openAside();
    store.append(GOOD, noon(20_000), CONFIG);
    const first = pending();
    store.append({ ...GOOD, card: cardId('m1c1') }, noon(20_000), CONFIG);
    const both = pending();
    expect(both).not.toBe(first);
    await first;
    expect(pending()).toBe(both);
    await both;
    expect(pending()).toBeNull();
  });

  test('are seen by another program, and kept when the database is closed at once', () => {
    const { path, store } = openAside();
    store.append(GOOD, noon(20_000), CONFIG);
    const other = openRaw(path);
    expect(other.prepare('SELECT count(*) FROM events').pluck().get()).toBe(1);
    other.close();
    store.close();
    const again = openTestStore(path);
    expect(again.get(GOOD.card, noon(20_000))?.memory.reps).toBe(1);
    expect(again.count(ALL, noon(20_000))).toBe(2);
  });

  test('go from the log to the database before SQLite would do it under a key', async () => {
    const { path, store, pending } = openAside();
    for (let at = 0; at < 50; at++) {
      store.append({ kind: 'flag', card: GOOD.card, value: at % 2 }, noon(20_000), CONFIG);
    }
    await pending();
    const inTheFileItself = () => {
      const copy = temporaryPath();
      copyFileSync(path, copy);
      const db = openRaw(copy);
      const events = db.prepare('SELECT count(*) FROM events').pluck().get();
      db.close();
      return events;
    };
    // Without its log it is no database of viva's yet.
    expect(inTheFileItself).toThrow('no such table');
    await expect.poll(inTheFileItself).toBe(50);
  });

  test('say what the disk says', async () => {
    const path = temporaryPath();
    symlinkSync('/dev/null', `${path}-wal`);
    const flush = new LogFlush(openRaw(temporaryPath()), path);
    flush.begin();
    flush.committed();
    await expect(flush.pending()).rejects.toMatchObject({ code: 'EINVAL' });
    expect(() => flush.end()).toThrow();
  });
});
