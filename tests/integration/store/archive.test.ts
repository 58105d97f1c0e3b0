import { expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { jsonPieces } from '../../../src/export/json.js';
import { jsonlPieces } from '../../../src/export/jsonl.js';
import { readJson } from '../../../src/export/read-json.js';
import { readJsonl } from '../../../src/export/read-jsonl.js';
import type { ArchiveRecord } from '../../../src/model/archive/archive.js';
import { ARCHIVE_FORMAT, ARCHIVE_VERSION } from '../../../src/model/archive/head.js';
import type { VivaError } from '../../../src/model/error.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Query } from '../../../src/model/query.js';
import {
  ALL,
  CONFIG,
  deckModule,
  importChange,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from './support.js';

const HEAD = {
  format: ARCHIVE_FORMAT,
  version: ARCHIVE_VERSION,
  exportedAt: 5,
  complete: true,
} as const;

const A = cardId('aaaaaaaaaaa1');
const B = cardId('aaaaaaaaaaa2');
const C = cardId('aaaaaaaaaaa3');
const D = cardId('bbbbbbbbbbb1');
const only = (id: string): Query => ({ kind: 'id', id });

/** Every table that holds something of the person's, row by row as it is. */
const TABLES = ['meta', 'collections', 'files', 'modules', 'module_tags', 'cards'].concat(
  ...[
    'card_companies',
    'card_tags',
    'joined_cards',
    'configs',
    'devices',
    'events',
    'memory',
    'plans',
  ],
);

function contents(path: string): Record<string, unknown[]> {
  const db = openRaw(path);
  return Object.fromEntries(
    TABLES.map((table) => [table, db.prepare(`SELECT * FROM ${table}`).all()]),
  );
}

const PLAN = {
  name: '',
  query: 'company:google',
  deadlineAt: 30_000 * 86_400_000,
  deadlineDay: studyDay(30_000),
  minutesPerDay: 40,
  target: 0.95,
  createdAt: 8_000,
};

/** A database in which every table and every kind of event is used. */
function busyStore(path: string): Store {
  const store = openTestStore(path);
  const first = plannedModule(
    deckModule(1, {
      unknownKeys: { level: 'deep', nested: { list: [1, null] } },
      extras: {
        keyQuestion: 'Why?',
        insights: ['Because.'],
        code: '```js\nf()\n```',
        reading: [{ title: 'A', url: 'https://example.org', note: '' }],
        related: ['B'],
      },
    }),
    [
      {
        id: A,
        card: { companies: ['Google', 'Meta'], explicitId: 'first', stars: 3, tags: ['mine'] },
      },
      { id: B, card: { question: 'なぜ速いのか', defects: ['answer-truncated'] } },
      { id: C },
    ],
  );
  const files = [{ path: '/decks/#1.md', size: 9, mtimeMs: 7, hash: 'ab' }];
  store.applyImport(importChange([first], { files }));
  const second = plannedModule(deckModule(null, { tags: [] }), [{ id: D }]);
  store.applyImport(importChange([second], { collection: 'Other', source: null }));
  review(store, A, 0, 1);
  review(store, B, 1, 3);
  store.undoLast(noon(TODAY, 2));
  review(store, A, 3, 4);
  store.append({ ...reviewOf(C, 3), points: POINTS }, noon(TODAY, 4), CONFIG);
  store.append({ kind: 'flag', card: A, value: 3 }, noon(TODAY, 5), CONFIG);
  store.append({ kind: 'bury', card: D, until: studyDay(TODAY + 1) }, noon(TODAY, 6), CONFIG);
  store.append({ kind: 'suspend', card: D }, noon(TODAY, 7), { ...CONFIG, retention: 0.8 });
  store.append({ kind: 'resume', card: D }, noon(TODAY, 8), CONFIG);
  store.append({ kind: 'forget', card: A }, noon(TODAY, 9), CONFIG);
  review(store, A, 10, 2);
  store.addPlan({ ...PLAN, name: 'Google' });
  store.removePlan(store.addPlan({ ...PLAN, name: 'Meta' }), 9_000);
  return store;
}

function review(store: Store, card: typeof A, plus: number, rating: 1 | 2 | 3 | 4): void {
  store.append(reviewOf(card, rating), noon(TODAY, plus), CONFIG);
}

const reviewOf = (card: typeof A, rating: 1 | 2 | 3 | 4) =>
  ({ kind: 'review', card, rating, durationMs: 900, reviewKind: 'learn' }) as const;

const POINTS = { good: [0, 2], goodOf: 3, extra: [], extraOf: 1, wrong: [0], wrongOf: 2 };

/** Retires card C and gives its history to a new one, whose id it keeps. */
function relinkOne(store: Store): void {
  const old = store.storedCards('viva').filter(({ id }) => id === C);
  const module = plannedModule(deckModule(1), [{ id: A }, { id: B }, { id: 'ccccccccccc9' }]);
  const planned = module.cards.map((card, at) =>
    at < 2 ? { ...card, status: 'unchanged' as const } : card,
  );
  store.applyImport(importChange([{ ...module, cards: planned }], { at: 2_000, retired: old }));
  store.relink(C, cardId('ccccccccccc9'));
}

const recordsOf = (store: Store, query: Query = ALL) => [...store.archive(query, noon(TODAY, 99))];
const bytesOf = (pieces: Iterable<string>) => [new TextEncoder().encode([...pieces].join(''))];

function thrownBy(work: () => unknown): VivaError {
  try {
    work();
  } catch (error) {
    return error as VivaError;
  }
  throw new Error('nothing was thrown');
}

test.each([
  ['json', jsonPieces, readJson],
  ['jsonl', jsonlPieces, readJsonl],
] as const)('an archive as %s gives the same database', (name, write, read) => {
  const from = temporaryPath();
  const store = busyStore(from);
  relinkOne(store);
  store.removeCollection('Other', 4_000);
  const bytes = bytesOf(write(HEAD, store.archive(ALL, noon(TODAY, 99))));

  const to = temporaryPath();
  const copy = openTestStore(to, { device: 'phone' });
  const report = copy.mergeArchive(read(bytes, `a.${name}`), false);

  expect(contents(to)).toEqual(contents(from));
  expect(contents(to).events).toHaveLength(11);
  expect(copy.check()).toEqual([]);
  expect(copy.rebuild()).toBe(0);
  expect(report).toEqual({
    collections: 2,
    modules: 2,
    cards: { added: 5, known: 0, kept: 0, changed: 0, joined: 1 },
    parameters: { added: 0, known: 0 },
    events: { added: 11, known: 0 },
    plans: { added: 2, known: 0, changed: 0 },
    unusable: 0,
    differing: [],
  });
});

test('importing an archive twice changes nothing', () => {
  const path = temporaryPath();
  const store = busyStore(path);
  const records = recordsOf(store);
  const before = contents(path);
  expect(store.mergeArchive(records, false)).toEqual({
    collections: 0,
    modules: 0,
    cards: { added: 0, known: 4, kept: 0, changed: 0, joined: 0 },
    parameters: { added: 0, known: 0 },
    events: { added: 0, known: 11 },
    plans: { added: 0, known: 2, changed: 0 },
    unusable: 0,
    differing: [],
  });
  expect(contents(path)).toEqual(before);
});

test('two machines that exchange archives come to the same memory', () => {
  const [here, there] = [temporaryPath(), temporaryPath()];
  const laptop = busyStore(here);
  const phone = openTestStore(there, { device: 'phone' });
  phone.mergeArchive(recordsOf(laptop), false);
  review(laptop, B, 20, 3);
  const draft = { card: B, rating: 1, durationMs: 5, reviewKind: 'review' } as const;
  phone.append({ kind: 'review', ...draft }, noon(TODAY, 30), CONFIG);
  phone.undoLast(noon(TODAY, 31));
  phone.append({ kind: 'review', ...draft }, noon(TODAY, 32), CONFIG);

  const [ofLaptop, ofPhone] = [recordsOf(laptop), recordsOf(phone)];
  expect(laptop.mergeArchive(ofPhone, false).events).toEqual({ added: 3, known: 11 });
  expect(phone.mergeArchive(ofLaptop, false).events).toEqual({ added: 1, known: 11 });
  expect(contents(here).memory).toEqual(contents(there).memory);
  expect(laptop.history(B)).toEqual(phone.history(B));
  expect(laptop.rebuild()).toBe(0);
  expect(phone.rebuild()).toBe(0);
});

test.each([
  ['earlier', 999, { kept: 1, changed: 0 }, `Answer to Question ${A}`],
  ['later', 1_001, { kept: 0, changed: 1 }, 'Another answer'],
])('of two texts of a card the later stays: the other is %s', (_, changedAt, counts, answer) => {
  const store = busyStore(temporaryPath());
  const changed = recordsOf(store).map((record) =>
    record.type === 'card' && record.value.id === A
      ? { ...record, value: { ...record.value, changedAt, answer: 'Another answer' } }
      : record,
  );
  expect(store.mergeArchive(changed, false).cards).toMatchObject({ added: 0, known: 4, ...counts });
  expect(store.get(A, noon(TODAY))?.card.answer).toBe(answer);
  expect(store.check()).toEqual([]);
});

test('of two texts of the same time each machine keeps the same', () => {
  const [here, there] = [busyStore(temporaryPath()), openTestStore(temporaryPath())];
  const changed = recordsOf(here).map((record) =>
    record.type === 'card' && record.value.id === A
      ? { ...record, value: { ...record.value, answer: 'Another answer' } }
      : record,
  );
  there.mergeArchive(changed, false);
  const [ofHere, ofThere] = [recordsOf(here), recordsOf(there)];
  here.mergeArchive(ofThere, false);
  there.mergeArchive(ofHere, false);
  expect(here.get(A, noon(TODAY))?.card.answer).toBe(there.get(A, noon(TODAY))?.card.answer);
});

test('a new card brings back the module and collection that it belongs to', () => {
  const store = busyStore(temporaryPath());
  const records = recordsOf(store);
  const other = openTestStore(temporaryPath());
  other.mergeArchive(
    records.filter(({ type, value }) => type !== 'event' && !('id' in value && value.id === D)),
    false,
  );
  other.removeCollection('viva', 9);
  expect(other.collections().map(({ name }) => name)).toEqual(['Other']);
  const renamed = records.map((record) =>
    record.type === 'card' && record.value.id === A
      ? { ...record, value: { ...record.value, id: 'aaaaaaaaaaa9' } }
      : record,
  );
  other.mergeArchive(
    renamed.filter(({ type }) => type !== 'event'),
    false,
  );
  expect(other.collections()).toMatchObject([
    { name: 'viva', modules: 1, cards: 1, retired: 3 },
    { name: 'Other', modules: 1, cards: 1 },
  ]);
  expect(other.check()).toEqual([]);
});

test('a query takes its cards, what was joined to them, and their events alone', () => {
  const store = busyStore(temporaryPath());
  relinkOne(store);
  const records = recordsOf(store, only(C));
  const cards = records.flatMap((record) => (record.type === 'card' ? [record.value] : []));
  expect(cards.map(({ id, mergedInto }) => [id, mergedInto])).toEqual([
    [C, null],
    ['ccccccccccc9', C],
  ]);
  const events = records.flatMap((record) => (record.type === 'event' ? [record.value] : []));
  expect(events.map(({ card }) => card)).toEqual([C]);
  expect(records.filter(({ type }) => type === 'module')).toHaveLength(1);
  expect(records.filter(({ type }) => type === 'config')).toHaveLength(1);
  expect(records.filter(({ type }) => type === 'plan')).toEqual([]);

  const path = temporaryPath();
  const copy = openTestStore(path);
  copy.mergeArchive(records, false);
  expect(copy.check()).toEqual([]);
  expect(copy.get(C, noon(TODAY, 99))).toEqual(store.get(C, noon(TODAY, 99)));
});

test('a dry run tells and changes nothing', () => {
  const records = recordsOf(busyStore(temporaryPath()));
  const path = temporaryPath();
  const store = openTestStore(path);
  const before = contents(path);
  expect(store.mergeArchive(records, true).events).toEqual({ added: 11, known: 0 });
  expect(contents(path)).toEqual(before);
});

test('the archive is of one moment, whatever is written meanwhile', () => {
  const path = temporaryPath();
  const store = busyStore(path);
  const other = openTestStore(path, { device: 'other' });
  const before = recordsOf(store);
  // Reviews, an edit, a relink and a plan of another viva: before the first record and between any two.
  const records: ArchiveRecord[] = [];
  const rows = store.archive(ALL, noon(TODAY, 99));
  for (let row = rows.next(), n = 0; !row.done; row = rows.next(), n += 1) {
    records.push(row.value);
    if (n < 8) review(other, B, 50 + n, 3);
    if (n === 2) relinkOne(other);
    if (n === 3) other.addPlan({ ...PLAN, name: 'Meanwhile' });
  }
  expect(records).toEqual(before);
  expect(recordsOf(store).filter(({ type }) => type === 'event')).toHaveLength(11 + 8);
  const copy = openTestStore(temporaryPath());
  copy.mergeArchive(records, false);
  expect(copy.check()).toEqual([]);
});

type Change = (records: ArchiveRecord[]) => ArchiveRecord[];
const changeEvent =
  (kind: string, change: object): Change =>
  (records) =>
    records.map((record) =>
      record.type === 'event' && record.value.kind === kind
        ? ({ ...record, value: { ...record.value, ...change } } as ArchiveRecord)
        : record,
    );
const without =
  (type: string): Change =>
  (records) =>
    records.filter((record) => record.type !== type);
const changeCard =
  (change: object): Change =>
  (records) =>
    records.map((record) =>
      record.type === 'card' ? { ...record, value: { ...record.value, ...change } } : record,
    );

test.each<[string, Change, RegExp]>([
  ['events of a missing card', changeEvent('flag', { card: 'zzzzzzzzzzzz' }), /is missing/],
  ['a missing configuration', without('config'), /configuration 1, which is missing/],
  ['a missing module', without('module'), /module 1, which does not stand before it/],
  ['a missing collection', without('collection'), /collection 1, which does not stand before/],
  ['an undo of nothing', changeEvent('undo', { target: `${'0'.repeat(26)}` }), /not stand before/],
  ["an undo of another card's event", changeEvent('undo', { card: A }), /which it cannot/],
  [
    'a card joined to a missing one',
    changeCard({ retiredAt: 5, mergedInto: 'zzzzzzzzzzzz' }),
    /was joined to card zzzzzzzzzzzz, which is missing/,
  ],
  [
    'a card joined to itself',
    changeCard({ retiredAt: 5, mergedInto: A }),
    /Card aaaaaaaaaaa1 was joined to itself/,
  ],
  [
    'what the tables alone refuse',
    changeCard({ companies: [], stars: 9 }),
    /The database does not take a record of it/,
  ],
])('%s: an error that says so, and nothing is written', (_, change, message) => {
  const records = change(recordsOf(busyStore(temporaryPath())));
  const path = temporaryPath();
  const store = openTestStore(path);
  const before = contents(path);
  const error = thrownBy(() => store.mergeArchive(records, false));
  expect(error).toMatchObject({ code: 'import-failed' });
  expect(error.message).toMatch(message);
  expect(contents(path)).toEqual(before);
});

test('how files are read goes along, and does not overrule what was chosen there', () => {
  const stores = [1, 2, 3].map(() => openTestStore(temporaryPath()));
  const [from, to, other] = stores as [Store, Store, Store];
  const planned = [plannedModule(deckModule(1), [{ id: A }])];
  const choice = (shape: string) => ({ shape, questionsOnly: true, said: null });
  from.applyImport(importChange(planned, { choice: choice('bullets') }));
  other.applyImport(importChange(planned, { choice: choice('heading') }));
  for (const store of [to, other]) {
    store.mergeArchive([...from.archive(ALL, noon(TODAY))] as never, false);
  }
  expect(to.keptChoice('viva')).toEqual(choice('bullets'));
  expect(other.keptChoice('viva')).toEqual(choice('heading'));
});

test.each([
  ['the deck has it', 'text', null],
  ['its text was lost', '', 0],
])('a copy of a card that a package brought, where %s', (_, question, retiredAt) => {
  const store = openTestStore(temporaryPath());
  const copy = { id: A, card: { explicitId: `viva-${A}`, question: 'of the copy' } };
  store.applyImport(importChange([plannedModule(deckModule(1), [copy])], { at: 9_000 }));
  const records = recordsOf(store);
  const here = records.map((record): ArchiveRecord => {
    if (record.type !== 'card') return record;
    const of = { explicitId: null, question, answer: question };
    return { type: 'card', value: { ...record.value, ...of, changedAt: 0, retiredAt } };
  });
  for (const order of [
    [here, records],
    [records, here],
  ]) {
    const other = openTestStore(temporaryPath());
    for (const each of order) other.mergeArchive(each, false);
    expect(other.storedCards('viva').map((card) => card.question)).toEqual([
      question || 'of the copy',
    ]);
  }
});
