import { copyFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { jsonlPieces } from '../../../src/export/jsonl.js';
import { readJsonl } from '../../../src/export/read-jsonl.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '../../../src/model/archive/head.js';
import { type CardId, cardId } from '../../../src/model/ids.js';
import { canonical } from '../../support/canonical.js';
import {
  ALL,
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const [C0, C1, C2] = ['aaaaaaaaaaa0', 'bbbbbbbbbbb1', 'ccccccccccc2'].map(cardId) as [
  CardId,
  CardId,
  CardId,
];
const HEAD = {
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  exportedAt: 5,
  complete: true,
} as const;
const MODULE = deckModule(1);
const AT = noon(TODAY, 99);

/** Imports a deck of these cards at a time: those that are there and not named are retired. */
function edition(store: Store, at: number, ids: readonly CardId[], text = ''): void {
  const stored = store.storedCards('viva');
  const known = new Set(stored.map(({ id }) => id));
  const retired = stored.filter(({ id, retired: gone }) => !gone && !ids.includes(id));
  const cards = ids.map((id) => ({
    id,
    status: known.has(id) ? ('edited' as const) : ('added' as const),
    card: { question: `${text}${id}` },
  }));
  store.applyImport(importChange([plannedModule(MODULE, cards)], { at, retired }));
}

const liveIds = (store: Store) => store.find(ALL, AT).map(({ card }) => card.id);
const records = (store: Store) => [...store.archive(ALL, AT)];

/** A database with c2 retired and c1 live, and the copy of it that a synchroniser made. */
function pair(): { here: Store; there: Store; copy: string } {
  const [path, copy] = [temporaryPath(), temporaryPath()];
  const first = openTestStore(path);
  edition(first, 1_000, [C2]);
  review(first, C2, TODAY - 5);
  edition(first, 2_000, [C1]);
  first.close();
  copyFileSync(path, copy);
  const random = (n: number) => new Uint8Array(n).fill(99);
  return { here: openTestStore(path), there: openTestStore(copy, { device: 'b', random }), copy };
}

test('a copy that joined a retired card to a live one: the card lives on with its text', () => {
  const { here, there, copy } = pair();
  there.relink(C2, C1);
  review(there, C1, TODAY - 2);
  review(here, C1, TODAY - 1);
  const report = here.takeIn(copy, false);
  expect(report).toMatchObject({ cards: { joined: 1 }, events: { added: 1 } });
  expect(liveIds(here)).toEqual([C1]);
  expect(here.get(C1, AT)?.card.question).toBe(C1);
  expect(here.get(C1, AT)?.memory.reps).toBe(3);
  expect(here.check()).toEqual([]);
});

test('a copy that holds only a relink is worth merging', () => {
  const { here, there, copy } = pair();
  there.relink(C2, C1);
  expect(here.takeIn(copy, true)).toMatchObject({ cards: { joined: 1 }, events: { added: 0 } });
  expect(here.get(C1, AT)?.memory.reps).toBe(0);
  here.takeIn(copy, false);
  expect(here.get(C1, AT)?.memory.reps).toBe(1);
  expect(here.takeIn(copy, true)).toMatchObject({ cards: { joined: 0 } });
});

test('joins that make a chain are one set, and its export is taken everywhere', () => {
  const { here, there, copy } = pair();
  there.relink(C2, C1);
  edition(here, 3_000, [C0]);
  here.relink(C1, C0);
  here.takeIn(copy, false);
  expect(liveIds(here)).toEqual([C0]);
  expect(here.get(C0, AT)?.memory.reps).toBe(1);
  const cards = records(here).flatMap((record) => (record.type === 'card' ? [record.value] : []));
  expect(cards.map(({ mergedInto }) => mergedInto).sort()).toEqual([C0, C0, null]);
  const fresh = openTestStore(temporaryPath());
  fresh.mergeArchive(records(here), false);
  there.mergeArchive(records(here), false);
  for (const store of [fresh, there]) {
    expect(canonical(records(store))).toEqual(canonical(records(here)));
    expect(store.check()).toEqual([]);
  }
});

test('a card retired elsewhere without knowing of the join takes no live text with it', () => {
  const { here, there } = pair();
  there.relink(C2, C1);
  // Here the old card's text comes back, and goes again.
  edition(here, 5_000, [C1, C2]);
  edition(here, 9_000, [C1]);
  here.mergeArchive(records(there), false);
  expect(liveIds(here)).toEqual([C1]);
  expect(here.get(C1, AT)?.card.question).toBe(C1);
});

test('a joined card that its deck has lost stays retired, whatever older copies say', () => {
  const { here, there } = pair();
  const before = records(there);
  here.relink(C2, C1);
  edition(here, 9_000, []);
  here.mergeArchive(before, false);
  expect(liveIds(here)).toEqual([]);
  there.mergeArchive(records(here), false);
  expect(liveIds(there)).toEqual([]);
});

test('a text that is edited after the join is the one that stays', () => {
  const { here, there } = pair();
  here.relink(C2, C1);
  edition(here, 4_000, [C1], 'Edited ');
  here.mergeArchive(records(there), false);
  there.mergeArchive(records(here), false);
  for (const store of [here, there]) expect(store.get(C1, AT)?.card.question).toBe(`Edited ${C1}`);
});

test('a relink travels to a database that knows both cards, and a deck imported after it pairs with it', () => {
  const { here, there } = pair();
  here.relink(C2, C1);
  there.mergeArchive(records(here), false);
  expect(liveIds(there)).toEqual([C1]);
  const stored = there.storedCards('viva').map(({ id, retired }) => [id, retired]);
  expect(stored).toEqual([[C1, false]]);
  expect(there.get(C1, AT)?.memory.reps).toBe(1);
});

test('the smaller id stands for both, whichever was the retired one', () => {
  const store = openTestStore(temporaryPath());
  edition(store, 1_000, [C1]);
  review(store, C1, TODAY - 1);
  edition(store, 2_000, [C0]);
  expect(store.relink(C1, C0)).toBe(C0);
  expect(store.get(C0, AT)).toMatchObject({ card: { question: C0 }, memory: { reps: 1 } });
  expect(store.rebuild()).toBe(0);
});

test('a text said to be of a time far ahead gives way to the next import here', () => {
  const store = openTestStore(temporaryPath());
  edition(store, 1_000, [C0]);
  const changed = records(store).map((record) =>
    record.type === 'card'
      ? { ...record, value: { ...record.value, question: 'Ahead', changedAt: 8.64e15 } }
      : record,
  );
  const bytes = [...jsonlPieces(HEAD, changed)].map((piece) => new TextEncoder().encode(piece));
  const ahead = [...readJsonl(bytes, 'a.jsonl')];
  store.mergeArchive(ahead, false);
  expect(store.get(C0, AT)?.card.question).toBe('Ahead');
  edition(store, 2_000, [C0], 'Mine ');
  store.mergeArchive(ahead, false);
  expect(store.get(C0, AT)?.card.question).toBe(`Mine ${C0}`);
  const text = [...jsonlPieces(HEAD, store.archive(ALL, AT))].join('');
  const fresh = openTestStore(temporaryPath());
  fresh.mergeArchive(readJsonl([new TextEncoder().encode(text)], 'a.jsonl'), false);
  expect(fresh.get(C0, AT)?.card.question).toBe(`Mine ${C0}`);
});
