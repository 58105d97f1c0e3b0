import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { parseQuery } from '../../../src/query/parse.js';
import { MIGRATIONS } from '../../../src/store/migrations/list.js';
import { CONFIG, noon, openTestStore, temporaryPath } from './support.js';

interface Content {
  readonly cards: number;
  readonly events: { readonly id: string; readonly card: string; readonly at: number }[];
}

const fixture = (version: number, extension: string) =>
  resolve(`tests/fixtures/databases/v${version}.${extension}`);

/** Gives the path of a copy of the fixture. */
function unpack(version: number): string {
  const path = temporaryPath();
  writeFileSync(path, gunzipSync(readFileSync(fixture(version, 'db.gz'))));
  return path;
}

describe.each(MIGRATIONS.map(({ version }) => version))('a database of version %i', (version) => {
  test('is kept as a fixture; scripts/fixture-database.mjs makes it', () => {
    expect(existsSync(fixture(version, 'db.gz'))).toBe(true);
  });

  test('opens, is brought to the newest version, and is what its journal says', () => {
    const store = openTestStore(unpack(version));
    expect(store.version()).toBe(MIGRATIONS.length);
    expect(store.check()).toEqual([]);
    expect(store.rebuild()).toBe(0);
  });

  test('keeps every card and event', () => {
    const content: Content = JSON.parse(readFileSync(fixture(version, 'json'), 'utf8'));
    const store = openTestStore(unpack(version));
    expect(store.count(parseQuery(''), noon(20_800))).toBe(content.cards);
    const events = [...store.all()].map(({ event }) => event);
    expect(events.map(({ id, card, at }) => ({ id, card, at }))).toEqual(
      [...content.events]
        .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
        .map(({ id, card, at }) => ({ id, card, at })),
    );
  });

  test('can be reviewed, and finds its cards by their words', () => {
    const store = openTestStore(unpack(version));
    const moment = noon(20_800);
    const [found] = store.find(parseQuery('always'), moment);
    expect(store.count(parseQuery('ชื่อ'), moment)).toBe(6);
    store.append({ kind: 'bury', card: found!.card.id, until: studyDay(20_801) }, moment, CONFIG);
    expect(store.check()).toEqual([]);
  });
});
