import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { ALL, CONFIG, noon, openRaw, openTestStore, temporaryPath } from './support.js';

const MOMENT = noon(20_800);

/** Gives a copy of a database in which devices are hosts' names, and the name in it. */
function oldDatabase(): { path: string; host: string } {
  const path = temporaryPath();
  writeFileSync(path, gunzipSync(readFileSync(resolve('tests/fixtures/databases/v4.db.gz'))));
  const host = openRaw(path).prepare('SELECT name FROM devices').pluck().get() as string;
  return { path, host };
}

function undoAll(store: ReturnType<typeof openTestStore>): number {
  let undone = 0;
  for (; store.undoLast(MOMENT).length > 0; undone += 1);
  return undone;
}

describe('events that stand under the host name', () => {
  test('are taken back one by one by the device that the host has become', () => {
    const { path, host } = oldDatabase();
    const store = openTestStore(path, { device: 'a1', hostName: host });
    const standing = [...store.all()].filter(
      ({ event, undone }) => event.kind !== 'undo' && !undone,
    ).length;
    const [card] = store.find(ALL, MOMENT);
    store.append({ kind: 'flag', card: card!.card.id, value: 1 }, MOMENT, CONFIG);
    expect(store.undoLast(MOMENT)).toMatchObject([{ kind: 'flag', device: 'a1' }]);
    expect(store.undoLast(MOMENT)).toMatchObject([{ device: host }]);
    expect(undoAll(store)).toBe(standing - 1);
    expect(store.check()).toEqual([]);
  });

  test('stay its own when the host is renamed, and are nobody else’s', () => {
    const { path, host } = oldDatabase();
    openTestStore(path, { device: 'a1', hostName: host }).close();
    const other = openTestStore(path, { device: 'b2', hostName: host });
    expect(undoAll(other)).toBe(0);
    other.close();
    const renamed = openTestStore(path, { device: 'a1', hostName: 'elsewhere' });
    expect(undoAll(renamed)).toBeGreaterThan(5);
  });

  test('are another machine’s where they come under that name later', () => {
    const { path, host } = oldDatabase();
    const store = openTestStore(path, { device: 'a1', hostName: host });
    const mine = undoAll(store);
    const away = oldDatabase();
    const theirs = openTestStore(away.path, {
      device: host,
      hostName: '',
      random: (bytes) => new Uint8Array(bytes).fill(99),
    });
    const [card] = theirs.find(ALL, MOMENT);
    theirs.append({ kind: 'flag', card: card!.card.id, value: 1 }, MOMENT, CONFIG);
    const { events } = store.mergeArchive(theirs.archive(ALL, MOMENT), false);
    expect(events.added).toBe(1);
    expect(mine).toBeGreaterThan(5);
    expect(store.undoLast(MOMENT)).toEqual([]);
  });

  test('leave a new database without a word of it', () => {
    const path = temporaryPath();
    openTestStore(path, { device: 'a1', hostName: 'host' });
    expect(openRaw(path).prepare('SELECT count(*) FROM devices').pluck().get()).toBe(0);
  });
});
