import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { backUpNow, dailyBackup, listBackups } from '../../../src/app/upkeep/backup.js';
import { restoreBackup } from '../../../src/app/upkeep/restore.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { formatStudyDay } from '../../../src/schedule/study-day.js';
import { APPLICATION_ID } from '../../../src/store/file/migrate.js';
import { backupFolder } from '../../../src/store/upkeep/backup-folder.js';
import { openCopier } from '../../../src/store/upkeep/copier.js';
import { CONFIG, importDeck, noon, openRaw, openTestStore, temporaryPath } from './support.js';

const TODAY = studyDay(20_781);
/** Another machine's viva, whose random numbers are its own. */
const DESKTOP = { device: 'desktop', random: (bytes: number) => new Uint8Array(bytes).fill(77) };

function rate(store: Store, card: string, day = 20_000): void {
  store.append(
    { kind: 'review', card: cardId(card), rating: 3, durationMs: 1, reviewKind: 'learn' },
    noon(day),
    CONFIG,
  );
}

/** A database with two cards, one of them reviewed, and the folder of its backups. */
function world() {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [2]);
  rate(store, 'm1c0');
  return { path, store, folder: backupFolder(path) };
}

describe('a copy', () => {
  test('stands by itself, for the person alone, and holds everything written', async () => {
    const { store, folder } = world();
    const path = await backUpNow(store, folder, 'manual', TODAY);
    expect(readdirSync(folder.path)).toEqual([`viva-${formatStudyDay(TODAY)}-manual.db`]);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(folder.path).mode & 0o777).toBe(0o700);
    expect(folder.inspect(path)).toEqual({
      problem: null,
      cards: 2,
      reviews: 1,
      newestAt: noon(20_000).now,
    });
    // Looking at it leaves nothing beside it.
    expect(readdirSync(folder.path)).toHaveLength(1);
    expect(openTestStore(path).history(cardId('m1c0'))).toHaveLength(1);
  });

  test('of a database that another viva writes to meanwhile is whole', async () => {
    const { path, store, folder } = world();
    const other = openTestStore(path, DESKTOP);
    const copying = backUpNow(store, folder, 'manual', TODAY);
    rate(other, 'm1c1');
    rate(store, 'm1c0');
    const { problem, reviews } = folder.inspect(await copying);
    expect(problem).toBeNull();
    expect(reviews).toBeGreaterThanOrEqual(1);
  });

  test('of a thread beside a review is of the moment it began with: no rating has it begin anew', async () => {
    const { path, store, folder } = world();
    const copier = openCopier(path);
    const copying = dailyBackup(copier, folder, TODAY);
    for (let time = 0; time < 20; time++) {
      rate(store, 'm1c1', 20_001 + time);
      await new Promise((done) => setImmediate(done));
    }
    const made = await copying;
    copier.close();
    expect(folder.inspect(made ?? '')).toMatchObject({ problem: null, cards: 2, reviews: 1 });
    expect(store.history(cardId('m1c1'))).toHaveLength(20);
    expect(openTestStore(made ?? '').check()).toEqual([]);
  });

  test('never overwrites a file', async () => {
    const { store, folder } = world();
    const first = await backUpNow(store, folder, 'manual', TODAY);
    const second = await backUpNow(store, folder, 'manual', TODAY);
    expect(second).not.toBe(first);
    await expect(store.copyTo(first)).rejects.toMatchObject({ code: 'file-exists' });
  });

  test('that was not finished is swept away, and its name is never taken for a backup', async () => {
    const { store, folder } = world();
    await backUpNow(store, folder, 'manual', TODAY);
    const left = join(folder.path, '.viva-2026-11-20.db.999999999.unfinished');
    writeFileSync(left, 'half a datab');
    expect(listBackups(folder)).toHaveLength(1);
    expect(existsSync(left)).toBe(false);
  });
});

describe('the automatic backup', () => {
  test('is made once a study day', async () => {
    const { store, folder } = world();
    expect(await dailyBackup(store, folder, TODAY)).toBe(
      join(folder.path, `viva-${formatStudyDay(TODAY)}.db`),
    );
    expect(await dailyBackup(store, folder, TODAY)).toBeNull();
    expect(await dailyBackup(store, folder, studyDay(TODAY + 1))).not.toBeNull();
  });

  test('is not made of an empty database', async () => {
    const path = temporaryPath();
    const folder = backupFolder(path);
    expect(await dailyBackup(openTestStore(path), folder, TODAY)).toBeNull();
    expect(existsSync(folder.path)).toBe(false);
  });

  test('rotates automatic backups and leaves those that somebody asked for', async () => {
    const { store, folder } = world();
    for (let day = 20_700; day <= TODAY; day++) await dailyBackup(store, folder, studyDay(day));
    await backUpNow(store, folder, 'manual', studyDay(20_700));
    await dailyBackup(store, folder, studyDay(TODAY + 1));
    const names = folder.names();
    expect(names).toContain('viva-2026-09-04-manual.db');
    // 7 days, the Sundays of the weeks before, the ends of August(none) to October.
    expect(names.filter((name) => !name.includes('manual'))).toEqual([
      'viva-2026-09-30.db',
      'viva-2026-10-31.db',
      'viva-2026-11-08.db',
      'viva-2026-11-15.db',
      'viva-2026-11-19.db',
      'viva-2026-11-20.db',
      'viva-2026-11-21.db',
      'viva-2026-11-22.db',
      'viva-2026-11-23.db',
      'viva-2026-11-24.db',
      'viva-2026-11-25.db',
    ]);
  });

  test('counts no backup that is damaged, and never lets a good one go for it', async () => {
    const { store, folder } = world();
    const path = (day: number) => join(folder.path, `viva-${formatStudyDay(studyDay(day))}.db`);
    for (let day = 20_000; day < 20_007; day++) await dailyBackup(store, folder, studyDay(day));
    for (let day = 20_004; day < 20_007; day++) truncateSync(path(day), 5_000);
    for (let day = 20_007; day < 20_011; day++) await dailyBackup(store, folder, studyDay(day));
    // Seven good days: three from before the damage, four after it.
    for (const day of [20_001, 20_002, 20_003, 20_007, 20_010]) {
      expect(existsSync(path(day)), String(day)).toBe(true);
    }
    const problems = listBackups(folder).filter(({ problem }) => problem !== null);
    expect(problems).toHaveLength(3);
  });

  test.each([
    ['cut off', (path: string) => truncateSync(path, 8_192)],
    ['no database', (path: string) => writeFileSync(path, 'something else')],
    ['empty', (path: string) => writeFileSync(path, '')],
    [
      'of another program',
      (path: string) => {
        const db = openRaw(path);
        db.pragma('application_id = 7');
        db.close();
      },
    ],
  ])('is made again where that of today is %s', async (_, spoil) => {
    const { store, folder } = world();
    const path = (await dailyBackup(store, folder, TODAY))!;
    spoil(path);
    expect(folder.inspect(path).problem).not.toBeNull();
    expect(await dailyBackup(store, folder, TODAY)).toBe(path);
    expect(folder.inspect(path).problem).toBeNull();
  });
});

test('is made where the search index is damaged: that is made anew of the cards', async () => {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, [2]);
  const raw = openRaw(path).unsafeMode();
  raw.exec('UPDATE cards_fts_data SET block = zeroblob(9) WHERE id > 10');
  const folder = backupFolder(path);
  const made = await backUpNow(store, folder, 'manual', studyDay(20_000));
  expect(folder.inspect(made)).toMatchObject({ problem: null, cards: 2 });
});

test('a backup with damaged pages, of a newer viva or of another program is no good', async () => {
  const { store, folder } = world();
  const path = await backUpNow(store, folder, 'manual', TODAY);
  const spoiled = (spoil: (bytes: Buffer) => void) => {
    const copy = join(dirname(path), 'spoiled.db');
    const bytes = readFileSync(path);
    spoil(bytes);
    writeFileSync(copy, bytes);
    return folder.inspect(copy).problem;
  };
  expect(spoiled(() => undefined)).toBeNull();
  expect(spoiled((bytes) => bytes.fill(0xa5, 8_192, 12_288))).toMatch(/damaged|malformed/);
  expect(spoiled((bytes) => bytes.writeUInt32BE(999, 60))).toContain('newer viva');
  expect(spoiled((bytes) => bytes.writeUInt32BE(APPLICATION_ID + 1, 68))).toContain(
    'another program',
  );
});

describe('restoring', () => {
  test('backs up what it replaces, and another viva sees the restored cards', async () => {
    const { path, store, folder } = world();
    const other = openTestStore(path, DESKTOP);
    const backup = await backUpNow(store, folder, 'manual', TODAY);
    rate(other, 'm1c1');
    const { backedUpTo, movedTo } = await restoreBackup(
      { path: backup, ...folder.inspect(backup) },
      store,
      folder,
      TODAY,
    );
    expect(movedTo).toBeNull();
    expect(folder.inspect(backedUpTo!)).toMatchObject({ problem: null, reviews: 2 });
    for (const open of [store, other, openTestStore(path)]) {
      expect(open.history(cardId('m1c0'))).toHaveLength(1);
      expect(open.history(cardId('m1c1'))).toHaveLength(0);
      expect(open.check()).toEqual([]);
    }
    rate(other, 'm1c1', 20_001);
    expect(store.history(cardId('m1c1'))).toHaveLength(1);
  });

  test('waits for another writer, then says so and changes nothing', async () => {
    const { path, store, folder } = world();
    const backup = await backUpNow(store, folder, 'manual', TODAY);
    rate(store, 'm1c1');
    const raw = openRaw(path);
    raw.exec('BEGIN IMMEDIATE');
    await expect(folder.restoreContent(backup)).rejects.toMatchObject({ code: 'database-locked' });
    raw.exec('ROLLBACK');
    expect(store.history(cardId('m1c1'))).toHaveLength(1);
    await folder.restoreContent(backup);
    expect(store.history(cardId('m1c1'))).toHaveLength(0);
  });

  test('moves a damaged database aside as it is, its log with it', async () => {
    const { path, store, folder } = world();
    const backup = await backUpNow(store, folder, 'manual', TODAY);
    rate(store, 'm1c1');
    const log = join(dirname(path), 'log');
    copyFileSync(`${path}-wal`, log);
    store.close();
    copyFileSync(log, `${path}-wal`);
    writeFileSync(path, 'no longer a database');
    const { movedTo } = await restoreBackup(
      { path: backup, ...folder.inspect(backup) },
      null,
      folder,
      TODAY,
    );
    expect(movedTo).toBe(`${path}.damaged`);
    expect(readFileSync(movedTo!, 'utf8')).toBe('no longer a database');
    expect(readFileSync(`${movedTo}-wal`)).toEqual(readFileSync(log));
    const restored = openTestStore(path);
    expect(restored.check()).toEqual([]);
    expect(restored.history(cardId('m1c1'))).toHaveLength(0);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });
});
