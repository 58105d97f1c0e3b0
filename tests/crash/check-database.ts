import { createRequire } from 'node:module';
import { expect } from 'vitest';
import type { Store } from '../../src/app/ports.js';
import { listBackups } from '../../src/app/upkeep/backup.js';
import { randomSource } from '../../src/platform/random.js';
import { openStore } from '../../src/store/open.js';
import { backupFolder } from '../../src/store/upkeep/backup-folder.js';

const Sqlite: typeof import('better-sqlite3') = createRequire(import.meta.url)('better-sqlite3');

/**
 * Holds a database after a kill to what viva promises: its pages are whole,
 * everything computed equals what a rebuild from the journal gives, and every
 * backup there is opens. Then runs `look` on it.
 */
export function checkDatabase<T>(path: string, look: (store: Store) => T): T {
  const raw = new Sqlite(path);
  try {
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
  } finally {
    raw.close();
  }
  const store = openStore({ path, device: 'check', random: randomSource });
  try {
    expect(store.check()).toEqual([]);
    const bad = listBackups(backupFolder(path)).filter(({ problem }) => problem !== null);
    expect(bad).toEqual([]);
    return look(store);
  } finally {
    store.close();
  }
}
