import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import type { EventDraft } from '../../../src/app/review/ports.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import type { Rating } from '../../../src/model/rating.js';
import {
  CONFIG,
  importChange,
  importDeck,
  newStore,
  noon,
  openRaw,
  openTestStore,
  TODAY,
  temporaryPath,
} from './support.js';

const CARD = cardId('m1c0');

function review(rating: Rating, card = CARD): EventDraft {
  return { kind: 'review', card, rating, durationMs: 1_500.6, reviewKind: 'learn' };
}

function memoryOf(store: Store, card = CARD) {
  return store.get(card, noon(TODAY))?.memory;
}

describe('rehearse', () => {
  const contents = (path: string) => {
    const raw = openRaw(path);
    const tables = ['events', 'memory', 'configs', 'devices', 'queue_counts', 'review_kinds'];
    const rows = tables.map((table) => raw.prepare(`SELECT * FROM ${table}`).all());
    raw.close();
    return rows;
  };

  test('leaves nothing behind, and the append after it is as ever', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    const before = contents(path);
    const [card] = store.find({ kind: 'all' }, noon(TODAY));
    const draft = review(3, card?.card.id);
    store.rehearse(draft, noon(TODAY), CONFIG);
    expect(contents(path)).toEqual(before);
    const { event, after } = store.append(draft, noon(TODAY), CONFIG);
    expect(event).toMatchObject({ kind: 'review', rating: 3 });
    expect(after.reps).toBe(1);
    expect(store.undoLast(noon(TODAY))).toHaveLength(1);
  });

  test('writes to the log once: no key waits for what later ones would write', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    const [card] = store.find({ kind: 'all' }, noon(TODAY));
    const rehearsed = () => {
      store.rehearse(review(3, card?.card.id), noon(TODAY), CONFIG);
      return statSync(`${path}-wal`).size;
    };
    const before = statSync(`${path}-wal`).size;
    const sizes = [rehearsed(), rehearsed(), rehearsed()];
    expect(sizes[0]).toBeGreaterThan(before);
    expect(new Set(sizes).size).toBe(1);
  });

  test('waits for no lock, and says nothing of what cannot be done', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    const [card] = store.find({ kind: 'all' }, noon(TODAY));
    const other = openRaw(path);
    other.exec('BEGIN IMMEDIATE');
    const start = performance.now();
    store.rehearse(review(3, card?.card.id), noon(TODAY), CONFIG);
    // Another connection's lock is waited for 3 seconds elsewhere.
    expect(performance.now() - start).toBeLessThan(2_500);
    other.exec('COMMIT');
    store.rehearse(review(3, cardId('unknown')), noon(TODAY), CONFIG);
    expect(store.append(review(3, card?.card.id), noon(TODAY), CONFIG).after.reps).toBe(1);
  });
});

describe('append', () => {
  test('gives the event as it is written, and the memory before and after', () => {
    const store = newStore([2, 1]);
    const { event, before, after } = store.append(review(3), noon(TODAY), CONFIG);
    expect(event).toMatchObject({
      kind: 'review',
      card: CARD,
      rating: 3,
      durationMs: 1_501,
      reviewKind: 'learn',
      at: noon(TODAY).now,
      day: TODAY,
      device: 'laptop',
    });
    expect(before).toEqual(NEW_MEMORY);
    expect(after).toMatchObject({ state: 'learning', reps: 1, introducedDay: TODAY });
    expect(store.history(CARD)).toEqual([{ event, undone: false }]);
    expect(memoryOf(store)).toEqual(after);
    expect(store.has(event.id)).toBe(true);
  });

  test('gives the fold of all events, those of the past in their place', () => {
    const store = newStore([2, 1]);
    store.append(review(3), noon(TODAY), CONFIG);
    const { event } = store.append(review(1), noon(TODAY - 9), CONFIG);
    expect(store.history(CARD)[0]?.event).toEqual(event);
    expect(memoryOf(store)).toMatchObject({ reps: 2, introducedDay: TODAY - 9, lastDay: TODAY });
  });

  test('ids sort in the order of writing, even when the clock runs backwards', () => {
    const store = newStore([2, 1]);
    const ids = [TODAY, TODAY, TODAY - 5, TODAY + 1, TODAY].map(
      (day) => store.append(review(3), noon(day), CONFIG).event.id,
    );
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('a configuration is stored once and its reviews name it', () => {
    const store = newStore([2, 1]);
    const other = { ...CONFIG, retention: 0.8 };
    const configs = [CONFIG, other, { ...CONFIG }].map(
      (config) => store.append(review(3), noon(TODAY), config).event,
    );
    expect(configs.map((event) => event.kind === 'review' && event.config)).toEqual([1, 2, 1]);
    expect([...store.configs().values()]).toEqual([CONFIG, other]);
  });

  test.each([
    [{ kind: 'suspend', card: CARD }, { suspended: true }],
    [{ kind: 'bury', card: CARD, until: studyDay(TODAY + 1) }, { buriedUntil: TODAY + 1 }],
    [{ kind: 'flag', card: CARD, value: 4 }, { flag: 4 }],
  ] satisfies [EventDraft, object][])('writes %o', (draft, expected) => {
    const store = newStore([2, 1]);
    const { event, after } = store.append(draft, noon(TODAY), CONFIG);
    expect(event).toMatchObject(draft);
    expect(after).toMatchObject(expected);
    expect(store.history(CARD)[0]?.event).toEqual(event);
    expect(store.rebuild()).toBe(0);
  });

  test('refuses a card that nobody knows', () => {
    const store = newStore([2, 1]);
    expect(() => store.append(review(3, cardId('nobody')), noon(TODAY), CONFIG)).toThrow(
      expect.objectContaining({ code: 'card-unknown', message: 'There is no card nobody.' }),
    );
  });

  test('refuses to review a retired card, but takes it out of suspension', () => {
    const store = newStore([2, 1]);
    store.applyImport(importChange([], { retired: store.storedCards('viva').slice(0, 1) }));
    expect(() => store.append(review(3), noon(TODAY), CONFIG)).toThrow(
      expect.objectContaining({
        code: 'card-unknown',
        message: expect.stringContaining('retired'),
      }),
    );
    expect(store.append({ kind: 'resume', card: CARD }, noon(TODAY), CONFIG).event.kind).toBe(
      'resume',
    );
  });
});

describe('appendAll', () => {
  test('writes all', () => {
    const store = newStore([2, 1]);
    const drafts: EventDraft[] = ['m1c0', 'm1c1'].map((id) => ({
      kind: 'suspend',
      card: cardId(id),
    }));
    expect(store.appendAll(drafts, noon(TODAY), CONFIG)).toHaveLength(2);
    expect(memoryOf(store, cardId('m1c1'))?.suspended).toBe(true);
  });

  test('or nothing', () => {
    const store = newStore([2, 1]);
    const drafts = [review(3), review(3, cardId('nobody'))];
    const other = { ...CONFIG, retention: 0.8 };
    expect(() => store.appendAll(drafts, noon(TODAY), other)).toThrow('There is no card nobody.');
    expect(store.history(CARD)).toEqual([]);
    expect(memoryOf(store)).toEqual(NEW_MEMORY);
    expect(store.configs().size).toBe(0);
    // The number of the configuration that was taken back is given again.
    store.append(review(3), noon(TODAY), CONFIG);
    expect([...store.configs()]).toEqual([[1, CONFIG]]);
  });
});

describe('undoLast', () => {
  test('takes back event after event, newest first, and appends each time', () => {
    const store = newStore([2, 1]);
    const first = store.append(review(3), noon(TODAY), CONFIG);
    const second = store.append(review(1, cardId('m2c0')), noon(TODAY, 1), CONFIG);
    const third = store.append({ kind: 'suspend', card: CARD }, noon(TODAY, 2), CONFIG);

    const undone = [1, 2, 3].map((n) => store.undoLast(noon(TODAY, 10 + n)));
    expect(undone).toEqual([[third.event], [second.event], [first.event]]);
    expect(store.history(CARD).map(({ event }) => event)).toContainEqual(
      expect.objectContaining({ kind: 'undo', target: third.event.id, at: noon(TODAY, 11).now }),
    );
    expect(store.undoLast(noon(TODAY, 20))).toEqual([]);
    expect(memoryOf(store)).toEqual(NEW_MEMORY);
    expect(memoryOf(store, cardId('m2c0'))).toEqual(NEW_MEMORY);
    expect([...store.all()].map(({ event, undone: is }) => [event.kind, is])).toEqual([
      ['review', true],
      ['review', true],
      ['suspend', true],
      ['undo', false],
      ['undo', false],
      ['undo', false],
    ]);
  });

  test('takes back the review of an earlier day and of an earlier session', () => {
    const path = temporaryPath();
    const yesterday = openTestStore(path);
    importDeck(yesterday, [1]);
    const { event } = yesterday.append(review(3), noon(TODAY - 1), CONFIG);
    yesterday.close();
    expect(openTestStore(path).undoLast(noon(TODAY))).toEqual([event]);
  });

  test('goes by the order of writing, not by the time written down', () => {
    const store = newStore([2, 1]);
    store.append(review(3), noon(TODAY), CONFIG);
    const past = store.append(review(1), noon(TODAY - 9), CONFIG);
    expect(store.undoLast(noon(TODAY, 1))).toEqual([past.event]);
    expect(memoryOf(store)).toMatchObject({ reps: 1, introducedDay: TODAY });
  });

  test('takes back all that one command did, and no more', () => {
    const store = newStore([3, 2]);
    store.append({ kind: 'flag', card: CARD, value: 1 }, noon(TODAY), CONFIG);
    const suspend = ['m1c0', 'm1c1', 'm1c2', 'm2c0'].map(
      (id) => ({ kind: 'suspend', card: cardId(id) }) as const,
    );
    const done = store.appendAll(suspend, noon(TODAY), CONFIG).map(({ event }) => event);
    expect(store.undoLast(noon(TODAY, 1))).toEqual(done);
    for (const { card } of suspend) expect(memoryOf(store, card)?.suspended).toBe(false);
    expect(store.undoLast(noon(TODAY, 2))).toMatchObject([{ kind: 'flag' }]);
    expect(store.undoLast(noon(TODAY, 3))).toEqual([]);
    expect(store.rebuild()).toBe(0);
  });

  test('takes a command back as one on the machine that did it, wherever its events have been', () => {
    const store = newStore([3]);
    const draft = (n: number) => ({ kind: 'suspend', card: cardId(`m1c${n}`) }) as const;
    store.appendAll([draft(0), draft(1)], noon(TODAY), CONFIG);
    store.appendAll([draft(2)], noon(TODAY), CONFIG);
    const again = openTestStore(temporaryPath());
    again.mergeArchive(store.archive({ kind: 'all' }, noon(TODAY)), false);
    expect(again.undoLast(noon(TODAY, 1))).toHaveLength(1);
    expect(again.undoLast(noon(TODAY, 2))).toHaveLength(2);
    const other = openTestStore(temporaryPath(), { device: 'desktop' });
    other.mergeArchive(again.archive({ kind: 'all' }, noon(TODAY)), false);
    expect(other.undoLast(noon(TODAY, 3))).toEqual([]);
  });

  test('leaves the events of other machines alone', () => {
    const path = temporaryPath();
    const laptop = openTestStore(path);
    importDeck(laptop, [1]);
    laptop.append(review(3), noon(TODAY), CONFIG);
    const desktop = openTestStore(path, { device: 'desktop' });
    expect(desktop.undoLast(noon(TODAY, 1))).toEqual([]);
    expect(laptop.undoLast(noon(TODAY, 1))).toMatchObject([{ device: 'laptop' }]);
  });
});

describe('all', () => {
  test('gives events by time, while the store goes on working', () => {
    const store = newStore([2, 1]);
    store.append(review(3), noon(TODAY), CONFIG);
    store.append(review(3), noon(TODAY - 3), CONFIG);
    const days: number[] = [];
    for (const { event } of store.all()) {
      days.push(event.day);
      expect(store.history(event.card)).toHaveLength(2);
    }
    expect(days).toEqual([TODAY - 3, TODAY]);
  });
});

describe('rebuild and check', () => {
  test('nothing is wrong with a database that is used as meant', () => {
    const store = newStore([2, 1]);
    store.append(review(3), noon(TODAY), CONFIG);
    store.undoLast(noon(TODAY, 1));
    expect(store.rebuild()).toBe(0);
    expect(store.check()).toEqual([]);
  });

  test('find and mend memory, queue and rows that are missing', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [2, 1]);
    const { after } = store.append(review(3), noon(TODAY), CONFIG);
    const db = openRaw(path);
    db.exec("UPDATE memory SET reps = 9 WHERE state <> 'new'");
    expect(store.check()).toEqual(['Cards whose memory does not match the journal: 1.']);
    db.exec('UPDATE memory SET rank = 0 WHERE card = 2; DELETE FROM memory WHERE card = 3');
    expect(store.check()).toContain('Cards in the wrong place in the queue: 2.');
    expect(store.rebuild()).toBe(3);
    expect(memoryOf(store)).toEqual(after);
    expect(store.check()).toEqual([]);
  });

  test('what another Node computed may differ in its last digits, and in no other', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [2]);
    store.append(review(3), noon(TODAY), CONFIG);
    const db = openRaw(path);
    const change = (by: number) =>
      db.prepare("UPDATE memory SET stability = stability * ? WHERE state <> 'new'").run(by);
    change(1 + 2e-8);
    expect(store.check()).toEqual([]);
    expect(store.rebuild()).toBe(0);
    change(1.001);
    expect(store.check()).toEqual(['Cards whose memory does not match the journal: 1.']);
    expect(store.rebuild()).toBe(1);
    expect(store.check()).toEqual([]);
  });

  test('a search index that lost a card is found', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [2]);
    openRaw(path).exec(
      `INSERT INTO cards_fts (cards_fts, rowid, question, answer)
       SELECT 'delete', key, question, answer FROM cards WHERE key = 1`,
    );
    expect(store.check()).toEqual(['The search index cards_fts does not match the cards.']);
  });
});
