import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { backUpNow } from '../../../src/app/upkeep/backup.js';
import { diagnose } from '../../../src/app/upkeep/doctor.js';
import type { DoctorPorts } from '../../../src/app/upkeep/finding.js';
import { repair } from '../../../src/app/upkeep/repair.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import * as files from '../../../src/platform/files.js';
import { randomSource } from '../../../src/platform/random.js';
import { parseQuery } from '../../../src/query/parse.js';
import { openStore } from '../../../src/store/open.js';
import { backupFolder } from '../../../src/store/upkeep/backup-folder.js';
import { createDatabaseFiles } from '../../../src/store/upkeep/database-files.js';
import { CONFIG, importDeck, noon, openRaw, openTestStore, temporaryPath } from './support.js';

const ALL_CARDS = parseQuery('');
const PAGE = 4_096;
const CARDS = 300;

function rate(store: Store, n: number, at = n): void {
  store.append(
    {
      kind: 'review',
      card: cardId(idOf(n)),
      rating: ((n % 4) + 1) as 1 | 2 | 3 | 4,
      durationMs: 1,
      reviewKind: 'learn',
    },
    noon(20_000, at),
    CONFIG,
  );
}

/** Ids of the form that viva gives: 12 digits of its base 32. */
const idOf = (n: number) => `card${String(n).padStart(8, '0')}`.replace('card', 'c4rd');

/** A database of 300 cards with a review each; `backedUp` of them are in its backup. */
async function world(backedUp: number | null) {
  const path = temporaryPath();
  const store = openTestStore(path, { random: randomSource });
  importDeck(store, [CARDS], 'viva', (_, n) => idOf(n));
  for (let n = 0; n < (backedUp ?? 0); n++) rate(store, n);
  const folder = backupFolder(path);
  const backup =
    backedUp === null ? null : await backUpNow(store, folder, 'manual', studyDay(20_000));
  for (let n = backedUp ?? 0; n < CARDS; n++) rate(store, n);
  const ids = [...store.all()].map(({ event }) => event.id);
  store.close();
  const ports: DoctorPorts = {
    databaseFiles: createDatabaseFiles(path, (file) =>
      openStore({ path: file, device: 'laptop', random: randomSource }),
    ),
    rights: { readableByOthers: () => [], closeToOthers: () => undefined },
    folder,
    files,
    checkSettings: () => undefined,
    now: noon(20_000).now,
  };
  return { path, ports, backup, ids };
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+');
  writeSync(file, bytes, 0, bytes.length, at);
  closeSync(file);
}

/** Numbers of the leaf pages of a table, through SQLite's own table of pages. */
function pagesOf(path: string, table: string): number[] {
  const db = openRaw(path);
  try {
    return db
      .prepare<[string], number>("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'")
      .pluck()
      .all(table);
  } finally {
    db.close();
  }
}

const rubbish = Buffer.alloc(PAGE, 0xa5);
const errors = (ports: DoctorPorts) => diagnose(ports).filter(({ state }) => state === 'error');

function eventIds(path: string): string[] {
  const store = openTestStore(path);
  return [...store.all()].map(({ event }) => event.id);
}

describe('the doctor', () => {
  test('finds nothing wrong with a healthy database, and mends nothing of it', async () => {
    const { path, ports } = await world(100);
    const before = readFileSync(path);
    expect(diagnose(ports).filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(repair(ports)).toEqual([]);
    expect(readFileSync(path)).toEqual(before);
  });

  test('computes memory, queue and search again from what they follow from', async () => {
    const { path, ports } = await world(null);
    const db = openRaw(path);
    db.exec(`UPDATE memory SET reps = 7, active = 0 WHERE card < 9;
      INSERT INTO cards_fts (cards_fts, rowid, question, answer)
        SELECT 'delete', key, question, answer FROM cards WHERE key = 3;`);
    db.close();
    expect(errors(ports).length).toBeGreaterThan(1);
    expect(errors(ports)[0]?.hint).toContain('--repair');
    expect(repair(ports)).toHaveLength(1);
    expect(errors(ports)).toEqual([]);
    expect(existsSync(`${path}.damaged`)).toBe(false);
    const found = openTestStore(path).find(ALL_CARDS, noon(20_001));
    expect(found).toHaveLength(CARDS);
  });
});

describe('a damaged database is made again', () => {
  test('from backup and what can be read: no event of either is lost', async () => {
    const { path, ports, ids, backup } = await world(200);
    // Pages of cards are lost; the journal can be read.
    for (const page of pagesOf(path, 'cards').slice(0, 5)) {
      overwrite(path, (page - 1) * PAGE, rubbish);
    }
    const damaged = readFileSync(path);
    expect(errors(ports)).not.toEqual([]);
    const done = repair(ports);
    expect(done[0]).toContain(backup!);
    expect(done[1]).toContain(`${path}.damaged`);
    expect(readFileSync(`${path}.damaged`)).toEqual(damaged);
    expect(errors(ports)).toEqual([]);
    expect(eventIds(path).sort()).toEqual([...ids].sort());
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('without a backup: cards whose text is lost keep their history for its return', async () => {
    const { path, ports, ids } = await world(null);
    const pages = pagesOf(path, 'cards');
    for (const page of pages.slice(0, 3)) overwrite(path, (page - 1) * PAGE, rubbish);
    repair(ports);
    expect(errors(ports)).toEqual([]);
    expect(eventIds(path).sort()).toEqual([...ids].sort());
    const store = openTestStore(path, { random: randomSource });
    const left = store.count(ALL_CARDS, noon(20_001));
    expect(left).toBeLessThan(CARDS);
    expect(store.isTaken(cardId(idOf(0)))).toBe(false);
    expect(store.collections().map(({ name }) => name)).toEqual(['viva']);
    // Their deck is imported again.
    const lost = Array.from({ length: CARDS }, (_, n) => idOf(n)).filter(
      (id) => !store.isTaken(cardId(id)),
    );
    expect(lost.length).toBe(CARDS - left);
    importDeck(store, [lost.length], 'viva', (_, n) => lost[n]!);
    expect(store.count(ALL_CARDS, noon(20_001))).toBe(CARDS);
    expect(store.history(cardId(idOf(0)))).toHaveLength(1);
    expect(store.get(cardId(idOf(0)), noon(20_001))?.memory.reps).toBe(1);
    expect(store.check()).toEqual([]);
  });

  test('with its first page gone', async () => {
    const { path, ports, ids } = await world(10);
    overwrite(path, 0, rubbish);
    repair(ports);
    expect(errors(ports)).toEqual([]);
    expect(eventIds(path).sort()).toEqual([...ids].sort());
  });

  test('with its whole schema gone, and no backup', async () => {
    const { path, ports, ids } = await world(null);
    for (const page of [1, ...pagesOf(path, 'sqlite_schema')])
      overwrite(path, (page - 1) * PAGE, rubbish);
    repair(ports);
    expect(errors(ports)).toEqual([]);
    expect(eventIds(path).sort()).toEqual([...ids].sort());
  });

  test('cut off: what stood in front of the cut, and the backup', async () => {
    const { path, ports, ids } = await world(150);
    truncateSync(path, Math.floor(statSync(path).size / PAGE / 2) * PAGE);
    repair(ports);
    expect(errors(ports)).toEqual([]);
    const kept = new Set(eventIds(path));
    for (const id of ids.slice(0, 150)) expect(kept.has(id)).toBe(true);
  });

  test('gone altogether: the backup', async () => {
    const { path, ports, ids } = await world(150);
    rmSync(path);
    expect(errors(ports)[0]?.message).toContain('The database is gone');
    repair(ports);
    expect(eventIds(path)).toEqual(ids.slice(0, 150));
  });

  test('with rubbish anywhere in it: always healthy after, and never less than the backup', async () => {
    const { path, ports, ids } = await world(150);
    const whole = readFileSync(path);
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(whole.length - 1), fc.uint8Array({ minLength: 1, maxLength: 3_000 })),
          { minLength: 1, maxLength: 6 },
        ),
        (spots) => {
          const bytes = Buffer.from(whole);
          for (const [at, rubbish] of spots) Buffer.from(rubbish).copy(bytes, at);
          for (const companion of ['', '-wal', '-shm', '.damaged']) {
            rmSync(path + companion, { force: true });
          }
          writeFileSync(path, bytes);
          repair(ports);
          expect(errors(ports)).toEqual([]);
          const kept = new Set(eventIds(path));
          for (const id of ids.slice(0, 150)) expect(kept.has(id)).toBe(true);
        },
      ),
      { numRuns: 25 },
    );
  });

  test('of which nothing is left, without a backup: left as it is, and said so', async () => {
    const path = temporaryPath();
    writeFileSync(path, 'my diary');
    const { ports } = await world(null);
    const databaseFiles = createDatabaseFiles(path, () => openTestStore(temporaryPath()));
    const only = {
      ...ports,
      folder: backupFolder(path),
      databaseFiles: { ...databaseFiles, open: throwing(path) },
    };
    expect(() => repair(only)).toThrow(expect.objectContaining({ code: 'doctor-failed' }));
    expect(readFileSync(path, 'utf8')).toBe('my diary');
    expect(existsSync(`${path}.damaged`)).toBe(false);
  });

  test("another program's database is left alone", async () => {
    const { ports } = await world(null);
    const path = temporaryPath();
    const other = openRaw(path);
    other.exec('CREATE TABLE bookmarks (url TEXT)');
    other.close();
    const before = readFileSync(path);
    const databaseFiles = createDatabaseFiles(path, (file) =>
      openStore({ path: file, device: 'laptop', random: randomSource }),
    );
    expect(() => repair({ ...ports, folder: backupFolder(path), databaseFiles })).toThrow(
      expect.objectContaining({ code: 'database-damaged' }),
    );
    expect(readFileSync(path)).toEqual(before);
  });
});

/** Opens the path as the real ports do. */
function throwing(path: string): () => Store {
  return () => openStore({ path, device: 'laptop', random: randomSource });
}

describe('a copy that a sync program left', () => {
  test.each([
    'viva.sync-conflict-20261124-080000-ABCDEFG.db',
    "viva (laptop's conflicted copy 2026-11-24).db",
    'viva (conflicted copy 2026-11-24 080000).db',
    'viva (1).db',
    'viva 2.db',
    'viva.db.rescued',
  ])('%s is found, and what it has more is taken in once', async (name) => {
    const { path, ports, backup, ids } = await world(200);
    const copy = path.replace('viva.db', name);
    renameSync(path, copy);
    copyFileSync(backup!, path);
    expect(diagnose(ports).find(({ check }) => check === 'copies')).toMatchObject({
      state: 'warning',
      message: expect.stringContaining('100 events that the database lacks'),
    });
    expect(repair(ports)).toHaveLength(1);
    expect(eventIds(path).sort()).toEqual([...ids].sort());
    expect(errors(ports)).toEqual([]);
    expect(repair(ports)).toEqual([]);
    expect(diagnose(ports).find(({ check }) => check === 'copies')?.hint).toContain('nothing new');
  });

  test('the database itself, its log and other files are no copies', async () => {
    const { path, ports } = await world(null);
    for (const name of ['viva.db.damaged', 'viva.db.v1-backup', 'vivarium.db', 'other.db']) {
      writeFileSync(path.replace('viva.db', name), '');
    }
    expect(ports.databaseFiles.copiesBeside()).toEqual([]);
  });
});
