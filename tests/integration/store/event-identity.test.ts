import { copyFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { ArchiveRecord } from '../../../src/model/archive/archive.js';
import { VivaError } from '../../../src/model/error.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { randomSource } from '../../../src/platform/random.js';
import {
  ALL,
  CONFIG,
  importDeck,
  NO_STEPS,
  noon,
  openTestStore,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const RANDOM = { random: randomSource };
const NOW = noon(TODAY, 99);

function twoMachines(device: readonly [string, string]): [Store, Store] {
  const [one, other] = device.map((name) => {
    const store = openTestStore(temporaryPath(), { ...RANDOM, device: name });
    importDeck(store, [3]);
    return store;
  });
  return [one!, other!];
}

function exchange(one: Store, other: Store): void {
  const [here, there] = [one, other].map((store) => [...store.archive(ALL, NOW)]);
  one.mergeArchive(there!, false);
  other.mergeArchive(here!, false);
}

const idsOf = (store: Store) => [...store.all()].map(({ event }) => event.id);

describe('no two things have one id', () => {
  test('on two machines of one name that go back in time after an exchange', () => {
    const [one, other] = twoMachines(['host', 'host']);
    review(one, 'm1c0', TODAY);
    exchange(one, other);
    review(one, 'm1c1', TODAY - 3);
    review(other, 'm1c2', TODAY - 3, { rating: 1 });
    exchange(one, other);
    expect(idsOf(one)).toHaveLength(3);
    expect(idsOf(other)).toEqual(idsOf(one));
    expect(one.get(cardId('m1c2'), NOW)?.memory).toEqual(other.get(cardId('m1c2'), NOW)?.memory);
  });

  test('on a machine whose backup was restored', async () => {
    const path = temporaryPath();
    let store = openTestStore(path, RANDOM);
    importDeck(store, [3]);
    review(store, 'm1c0', TODAY);
    await store.copyTo(`${path}.backup`);
    review(store, 'm1c1', TODAY - 1);
    const archive = [...store.archive(ALL, NOW)];
    store.close();
    copyFileSync(`${path}.backup`, path);
    store = openTestStore(path, RANDOM);
    review(store, 'm1c2', TODAY - 1);
    expect(store.mergeArchive(archive, false).events).toEqual({ added: 1, known: 1 });
    expect(idsOf(store)).toHaveLength(3);
    expect(store.undoLast(NOW)).toHaveLength(1);
    expect(store.undoLast(NOW)).toHaveLength(1);
  });

  test('of one command of many cards', () => {
    const [one] = twoMachines(['a', 'b']);
    const drafts = [0, 1, 2].map((n) => ({ kind: 'suspend', card: cardId(`m1c${n}`) }) as const);
    for (let n = 0; n < 20; n++) one.appendAll(drafts, NOW, CONFIG);
    expect(new Set(idsOf(one)).size).toBe(60);
  });
});

describe('an archive with an event whose id is that of another', () => {
  function changed(store: Store, change: object): ArchiveRecord[] {
    return [...store.archive(ALL, NOW)].map((record) =>
      record.type === 'event' && record.value.kind === 'review'
        ? ({ ...record, value: { ...record.value, ...change } } as ArchiveRecord)
        : record,
    );
  }

  test.each([
    { card: 'm1c1' },
    { rating: 1 },
    { at: noon(TODAY - 1).now },
    { day: TODAY - 1 },
    { device: 'another' },
    { durationMs: 2 },
    { reviewKind: 'cram' },
    { intervalDays: 9 },
    { kind: 'forget' },
  ])('%j is refused, naming both, and nothing is written', (change) => {
    const store = openTestStore(temporaryPath(), RANDOM);
    importDeck(store, [3]);
    const { event } = review(store, 'm1c0', TODAY);
    const before = [...store.archive(ALL, NOW)];
    const attempt = () => store.mergeArchive(changed(store, change), false);
    expect(attempt).toThrow(VivaError);
    const [name, value] = Object.entries(change)[0]!;
    const told = name === 'at' ? new Date(Number(value)).toISOString() : String(value);
    expect(attempt).toThrow(new RegExp(`${event.id}.*here review of card m1c0.*there.*${told}`));
    expect([...store.archive(ALL, NOW)]).toEqual(before);
  });

  test('made under another configuration is refused', () => {
    const [one, other] = twoMachines(['a', 'b']);
    review(one, 'm1c0', TODAY);
    const events = changed(one, {}).filter(({ type }) => type === 'event');
    review(other, 'm1c1', TODAY, { config: NO_STEPS });
    other.mergeArchive([...one.archive(ALL, NOW)], false);
    const [configs] = [[...other.archive(ALL, NOW)].filter(({ type }) => type === 'config')];
    expect(() => other.mergeArchive([...configs!, ...events], false)).toThrow('Two events');
  });
});

test('reviews of another program are the same wherever they were read in', () => {
  const [one, other] = twoMachines(['a', 'b']);
  const past = { kind: 'review', rating: 3, durationMs: 5, reviewKind: 'learn' } as const;
  const at = noon(TODAY - 9).now;
  const read = (store: Store, day: number, config = CONFIG) =>
    store.appendPast([{ ...past, card: cardId('m1c0'), at, day: studyDay(day) }], 'anki', config);
  read(one, TODAY - 9);
  read(other, TODAY - 10, NO_STEPS);
  exchange(one, other);
  expect(idsOf(one)).toEqual(idsOf(other));
  expect(read(one, TODAY - 9, NO_STEPS)).toBe(0);
});

test('a copy whose event has a known id keeps it, and both are named', () => {
  const there = temporaryPath();
  // The same random bytes, so that the ids are the same too.
  const [store, copy] = [openTestStore(temporaryPath()), openTestStore(there)];
  const idOf = (_: number, n: number) => `card0000000${n}`;
  for (const each of [store, copy]) importDeck(each, [3], 'viva', idOf);
  const { event } = review(store, 'card00000000', TODAY);
  expect(review(copy, 'card00000001', TODAY).event.id).toBe(event.id);
  review(copy, 'card00000002', TODAY);
  for (const dryRun of [true, false]) {
    const taken = store.takeIn(there, dryRun);
    expect(taken?.events).toEqual({ added: 1, known: 0 });
    expect(taken?.differing).toEqual([
      expect.stringMatching(
        /^Two events have the id .*here review of card card00000000.*there.*card00000001/,
      ),
    ]);
  }
  expect(store.get(cardId('card00000000'), NOW)?.memory.reps).toBe(1);
  expect(store.check()).toEqual([]);
});
