import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId, eventId, studyDay } from '../../../src/model/ids.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { openSegment, writeSegment } from '../../../src/sync/segment.js';
import {
  ALL,
  CONFIG,
  deckModule,
  importChange,
  importDeck,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryFolder,
  temporaryPath,
} from './support.js';

const CARD = cardId('aaaaaaaaaaa1');
const GONE = cardId('zzzzzzzzzzz1');
const AT = noon(TODAY, 50);
const PLAN = {
  name: 'P',
  query: '',
  deadlineAt: 30_000 * 86_400_000,
  deadlineDay: studyDay(30_000),
  minutesPerDay: 40,
  target: 0.9,
  createdAt: 8_000,
};
const DRAFT = {
  kind: 'review',
  card: CARD,
  rating: 3,
  durationMs: 1,
  reviewKind: 'learn',
} as const;
const REQUEST = {
  query: ALL,
  moment: AT,
  order: 'mixed',
  reviewLimit: 9,
  freshLimit: 9,
} as unknown as Parameters<Store['pools']>[0];

/** One call of each method of the store, on the world of `openWorld`. */
const CALLS: { [Name in keyof Required<Store>]: (store: Store, other: string) => unknown } = {
  collections: (s) => s.collections(),
  sources: (s) => s.sources(),
  filesOf: (s) => s.filesOf('viva'),
  storedCards: (s) => s.storedCards('viva'),
  cardNames: (s) => [...s.cardNames()],
  moduleFiles: (s) => s.moduleFiles('viva'),
  keptChoice: (s) => s.keptChoice('viva'),
  countReviewed: (s) => s.countReviewed([CARD]),
  isTaken: (s) => s.isTaken(CARD),
  copiesOutside: (s) => s.copiesOutside('viva'),
  isAtHomeOutside: (s) => s.isAtHomeOutside('mine', CARD),
  exclusively: (s) => s.exclusively(() => s.noteTraining(noon(TODAY + 5))),
  changes: (s) => s.changes(),
  applyImport: (s) =>
    s.applyImport(importChange([plannedModule(deckModule(9), [{ id: 'added' }])])),
  removeCollection: (s) => s.removeCollection('viva', 9_000),
  modulesFor: (s) => s.modulesFor(ALL, AT),
  relink: (s) => s.relink(GONE, CARD),
  find: (s) => s.find(ALL, AT),
  each: (s) => [...s.each(ALL, AT)],
  count: (s) => s.count(ALL, AT),
  resolve: (s) => s.resolve('aaa', AT),
  get: (s) => s.get(CARD, AT),
  moduleOf: (s) => s.moduleOf(CARD),
  names: (s) => s.names('company'),
  keysOf: (s) => s.keysOf(ALL, { by: 'due', reversed: false, seed: 0 }, AT),
  recordsOf: (s) => s.recordsOf([1], AT),
  rehearse: (s) => s.rehearse(DRAFT, AT, CONFIG),
  append: (s) => s.append(DRAFT, AT, CONFIG),
  appendAll: (s) => s.appendAll([DRAFT], AT, CONFIG),
  appendPast: (s) => {
    const { card, rating, durationMs, reviewKind, kind } = DRAFT;
    const past = { card, rating, durationMs, reviewKind, kind, at: 9, day: studyDay(0) };
    return s.appendPast([past], 'anki', CONFIG);
  },
  undoLast: (s) => s.undoLast(AT),
  history: (s) => s.history(CARD),
  memoryAt: (s) => s.memoryAt(CARD, 0),
  configs: (s) => s.configs(),
  rescheduled: (s) => s.rescheduled(),
  all: (s) => [...s.all()],
  has: (s) => s.has(eventId('01JD3Q00000000000000000000')),
  weights: (s) => s.weights(),
  parameterSets: (s) => s.parameterSets(),
  adopt: (s) =>
    s.adopt(
      { weights: [...DEFAULT_WEIGHTS], origin: { kind: 'chosen', set: null }, reschedule: true },
      AT,
    ),
  countReviews: (s) => s.countReviews(),
  noteTraining: (s) => s.noteTraining(AT),
  reviewsSinceTraining: (s) => s.reviewsSinceTraining(),
  pools: (s) => s.pools(REQUEST),
  candidate: (s) => s.candidate(CARD),
  dayCounts: (s) => s.dayCounts(AT.today),
  lastModule: (s) => s.lastModule(),
  waiting: (s) => s.waiting(ALL, AT),
  overdue: (s) => s.overdue(AT),
  usualLoad: (s) => s.usualLoad(),
  dueCounts: (s) => s.dueCounts(AT.today, AT.today, AT),
  forecast: (s) => s.forecast(ALL, AT, 2),
  waitingBy: (s) => s.waitingBy(ALL, AT),
  reviewDays: (s) => s.reviewDays(3),
  cardKeys: (s) => s.cardKeys(),
  scanCards: (s) => s.scanCards(ALL, AT, () => undefined),
  scanReviews: (s) => s.scanReviews(null, () => undefined),
  scanTicked: (s) => [...s.scanTicked()],
  scanModules: (s) => s.scanModules(),
  scanCompanies: (s) => [...s.scanCompanies()],
  cardOfKey: (s) => s.cardOfKey(1, AT),
  plans: (s) => s.plans(),
  addPlan: (s) => s.addPlan(PLAN),
  changePlan: (s) => s.changePlan({ ...s.plans()[0]!, name: 'Q' }, 9_000),
  removePlan: (s) => s.removePlan(s.plans()[0]!, 9_000),
  planCards: (s) => s.planCards(ALL, AT),
  reviewsOn: (s) => s.reviewsOn(AT.today, () => undefined),
  archive: (s) => [...s.archive(ALL, AT)],
  mergeArchive: (s) => s.mergeArchive(archiveOfAnother(), false),
  rebuild: (s) => s.rebuild(),
  check: (s) => s.check(),
  checkFile: (s) => s.checkFile(),
  rebuildSearch: (s) => s.rebuildSearch(),
  takeIn: (s, other) => s.takeIn(other, false),
  version: (s) => s.version(),
  newestAt: (s) => s.newestAt(),
  copyTo: (s) => s.copyTo(join(temporaryFolder(), 'copy.db')),
  isEmpty: (s) => s.isEmpty(),
  syncState: (s) => s.syncState(),
  beginSync: (s) => s.beginSync(SYNC),
  endSync: (s) => s.endSync(),
  renewSync: (s) => s.renewSync('b'.repeat(20), 0),
  digestOf: (s) => s.digestOf(1),
  takeSegments: (s) => s.takeSegments([segmentOfAnother()], AT.now, () => []),
  takeBack: (s) => s.takeBack(segmentOfAnother()),
  exportUnsent: (s) => s.exportUnsent(() => 'f'.repeat(64)),
  noteDigest: (s) => s.noteDigest(s.syncState()!.number, 'f'.repeat(64)),
  everything: (s) => s.everything(),
  pastTexts: (s) => s.pastTexts(CARD),
  noteSync: (s) => s.noteSync(9_000, null),
  syncedSettings: (s) => s.syncedSettings(),
  noteSettings: (s) => s.noteSettings([{ name: 'newPerDay', value: 5 }], 9_000),
  settingsApplied: (s) => s.settingsApplied(),
  flushAside: (s) => s.flushAside(),
  close: (s) => s.close(),
};

/** What writes, though the rows it would write may be there already. */
const KNOWN_WRITERS = [
  ...['append', 'appendAll', 'appendPast', 'undoLast', 'applyImport', 'exclusively'],
  ...['removeCollection', 'relink', 'adopt', 'addPlan', 'changePlan', 'removePlan'],
  ...['noteTraining', 'mergeArchive', 'rebuild', 'rebuildSearch', 'takeIn'],
  ...['beginSync', 'endSync', 'renewSync', 'takeSegments', 'takeBack', 'exportUnsent', 'noteSync'],
  ...['noteSettings', 'settingsApplied', 'noteDigest'],
];

const SYNC = { remote: '/remote', id: 'a'.repeat(20), device: 'c'.repeat(20) };

/** A card of another machine. */
function segmentOfAnother() {
  const other = openTestStore(temporaryPath(), { device: 'phone' });
  other.beginSync({ ...SYNC, device: 'd'.repeat(20) });
  importDeck(other, [2], 'Other', (_, n) => `aaaaaaaaaaa${n}`);
  const { device } = other.syncState()!;
  let bytes = new Uint8Array();
  other.exportUnsent(({ first, last, records }) => {
    const written = writeSegment(
      {
        ...({ type: 'segment', format: 'viva-sync', version: 1, archive: 1 } as const),
        ...{ device, first, last, after: {} },
      },
      records,
    );
    bytes = Uint8Array.from(written.bytes);
    return written.digest;
  });
  return openSegment(`log/${device}/1-9.jsonl`, bytes);
}

function archiveOfAnother() {
  const other = openTestStore(temporaryPath(), { device: 'phone' });
  importDeck(other, [2], 'Other', (_, n) => `aaaaaaaaaa${n}`);
  return [...other.archive(ALL, AT)];
}

/** A database with a live and a retired card, a review and a plan, and a copy of it that has more. */
function openWorld(): { path: string; other: string; store: Store } {
  const path = temporaryPath();
  const before = openTestStore(path);
  importDeck(before, [1], 'viva', () => CARD);
  before.applyImport(importChange([plannedModule(deckModule(2), [{ id: GONE }])]));
  const retired = before.storedCards('viva').filter(({ id }) => id === GONE);
  before.applyImport(importChange([], { at: 2_000, retired }));
  before.append(DRAFT, noon(TODAY), CONFIG);
  before.addPlan(PLAN);
  before.beginSync(SYNC);
  before.exportUnsent(() => 'e'.repeat(64));
  before.noteSettings([{ name: 'newPerDay', value: 9 }], 8_000);
  before.close();
  const other = join(temporaryFolder(), 'other.db');
  copyFileSync(path, other);
  const ahead = openTestStore(other, { random: (n) => new Uint8Array(n).fill(200) });
  ahead.append(DRAFT, noon(TODAY, 1), CONFIG);
  ahead.close();
  const raw = openRaw(path);
  raw.exec('UPDATE memory SET reps = 99 WHERE card = 1; UPDATE sync_settings SET applied = 0');
  raw.close();
  return { path, other, store: openTestStore(path) };
}

const changesOf = (path: string) => {
  const raw: Database = openRaw(path);
  const version = () => Number(raw.pragma('data_version', { simple: true }));
  const before = version();
  return () => version() !== before;
};

test('every method of the store has a call here', () => {
  const { store } = openWorld();
  expect(Object.keys(store).sort()).toEqual(Object.keys(CALLS).sort());
});

/** These write nothing of their own to it: closing has written before, and of a rehearsal the append speaks. */
const SILENT = ['close', 'rehearse'];

describe.each(Object.entries(CALLS))('%s', (name, call) => {
  test('does not write to a database that was replaced, or says so', async () => {
    const whole = openWorld();
    const changed = changesOf(whole.path);
    await call(whole.store, whole.other);
    const writes = !SILENT.includes(name) && changed();
    if (KNOWN_WRITERS.includes(name)) expect(writes).toBe(true);

    const { path, other, store } = openWorld();
    copyFileSync(path, `${path}.other`);
    renameSync(`${path}.other`, path);
    const attempt = async () => call(store, other);
    if (!writes) {
      const replaced = changesOf(path);
      await attempt();
      expect(replaced()).toBe(false);
      return;
    }
    await expect(attempt()).rejects.toMatchObject({ code: 'database-replaced' });
    expect(existsSync(`${path}.rescued`)).toBe(true);
  });
});

test('a database that is taken away while a merge runs: an error, and the merge is in the rescue', () => {
  const { path, store } = openWorld();
  function* records() {
    for (const record of archiveOfAnother()) {
      rmSync(path, { force: true });
      yield record;
    }
  }
  expect(() => store.mergeArchive(records(), false)).toThrow(
    expect.objectContaining({ code: 'database-replaced' }),
  );
  const rescued = openTestStore(`${path}.rescued`);
  expect(rescued.collections().map((collection) => collection.name)).toContain('Other');
  // The next archive of the same command.
  expect(() => store.mergeArchive(archiveOfAnother(), false)).toThrow(
    expect.objectContaining({ code: 'database-replaced' }),
  );
});
