import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId } from '../../../src/model/ids.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from './support.js';

function rate(store: Store, at = 0): void {
  store.append(
    { kind: 'review', card: cardId('m1c0'), rating: 3, durationMs: 1, reviewKind: 'learn' },
    noon(20_000, at),
    CONFIG,
  );
}

function openWithReview(): { path: string; store: Store } {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [1]);
  rate(store);
  return { path, store };
}

describe('a database that is taken away while it is open', () => {
  test.each([
    ['deleted', (path: string) => rmSync(path)],
    ['moved', (path: string) => renameSync(path, `${path}.elsewhere`)],
    [
      'replaced',
      (path: string) => {
        copyFileSync(path, `${path}.other`);
        renameSync(`${path}.other`, path);
      },
    ],
    ['left without its log', (path: string) => rmSync(`${path}-wal`)],
  ])('%s: nothing is written to it, and what it held is saved', (_, take) => {
    const { path, store } = openWithReview();
    take(path);
    expect(() => rate(store, 1)).toThrow(
      expect.objectContaining({
        code: 'database-replaced',
        message: expect.stringContaining(`${path}.rescued`),
      }),
    );
    expect(() => rate(store, 2)).toThrow(expect.objectContaining({ code: 'database-replaced' }));
    expect(existsSync(`${path}.rescued-2`)).toBe(false);
    expect(statSync(`${path}.rescued`).mode & 0o777).toBe(0o600);
    const rescued = openTestStore(`${path}.rescued`);
    expect(rescued.history(cardId('m1c0'))).toHaveLength(1);
    expect(rescued.check()).toEqual([]);
  });

  test('its log is neither merged into another database nor deleted beside it', () => {
    const { path, store } = openWithReview();
    renameSync(path, `${path}.elsewhere`);
    renameSync(`${path}-wal`, `${path}.elsewhere-wal`);
    rmSync(`${path}-shm`);
    const fresh = openTestStore(path);
    importDeck(fresh, [1]);
    rate(fresh);
    rate(fresh, 1);
    store.close();
    expect(existsSync(`${path}-wal`)).toBe(true);
    const other = openTestStore(path);
    expect(other.history(cardId('m1c0'))).toHaveLength(2);
    expect(other.check()).toEqual([]);
  });

  test('a database that stays is written to', () => {
    const { path, store } = openWithReview();
    const other = openTestStore(path, { device: 'b', random: (n) => new Uint8Array(n).fill(9) });
    rate(other, 1);
    rate(store, 2);
    other.close();
    rate(store, 3);
    expect(store.history(cardId('m1c0'))).toHaveLength(4);
  });
});
