import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId } from '../../../src/model/ids.js';
import type { PlannedModule, StoredCard } from '../../../src/model/import.js';
import { parseQuery } from '../../../src/query/parse.js';
import {
  ALL,
  type CardSpec,
  CONFIG,
  deckModule,
  importChange,
  newStore,
  noon,
  openRaw,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from './support.js';

const KV = deckModule(22, { title: 'KV Cache', part: 'Inference', tags: ['memory', 'Speed'] });

function imported(store: Store, specs: readonly CardSpec[], module = KV): PlannedModule {
  const planned = plannedModule(module, specs);
  store.applyImport(importChange([planned]));
  return planned;
}

function stored(store: Store, id: string): StoredCard | undefined {
  return store.storedCards('viva').find((card) => card.id === id);
}

describe('a first import', () => {
  test('keeps every field of cards and modules', () => {
    const store = newStore();
    const module = deckModule(22, {
      title: 'KV Cache',
      subtitle: 'one line',
      unknownKeys: { level: { deep: [1, null] } },
      extras: {
        keyQuestion: 'Why?',
        insights: ['one', 'two'],
        code: '```py\nx\n```',
        reading: [{ title: 'Paper', url: 'https://example.org', note: 'short' }],
        related: ['Flash Attention'],
      },
      line: 3,
    });
    const card = {
      explicitId: 'kv-1',
      stars: 3,
      companies: ['Google', 'OpenAI'],
      tags: ['KV', 'Systems'],
      question: 'Why **cache**?',
      answer: 'Because.',
      defects: ['answer-truncated'],
      line: 42,
    } as const;
    imported(store, [{ id: 'a', card }], module);

    expect(store.get(cardId('a'), noon(TODAY))?.card).toEqual({
      id: 'a',
      explicitId: 'kv-1',
      module: {
        collection: 'viva',
        part: 'Inference',
        number: 22,
        title: 'KV Cache',
        emoji: '💾',
      },
      ordinal: 0,
      stars: 3,
      companies: ['Google', 'OpenAI'],
      tags: ['systems', 'KV'],
      question: 'Why **cache**?',
      answer: 'Because.',
      defects: ['answer-truncated'],
      file: '/decks/#22.md',
      line: 42,
      addedAt: 1_000,
      changedAt: 1_000,
      retired: false,
    });
    expect(store.moduleOf(cardId('a'))).toEqual({ ...module, cards: [card] });
    expect(store.modulesFor(ALL, noon(TODAY))).toEqual([
      {
        collection: 'viva',
        file: '/decks/#22.md',
        ids: ['a'],
        module: { ...module, cards: [card] },
      },
    ]);
    expect(stored(store, 'a')).toEqual({
      id: 'a',
      module: '#22',
      ordinal: 0,
      retired: false,
      ...card,
    });
  });

  test('remembers collection and files', () => {
    const store = newStore();
    const files = [{ path: '/decks/a.md', size: 12, mtimeMs: 1_700_000_000_123, hash: 'abc' }];
    const module = plannedModule(KV, [{ id: 'a' }, { id: 'b' }]);
    store.applyImport(importChange([module], { at: 77, files }));
    expect(store.collections()).toEqual([
      { name: 'viva', source: '/decks', importedAt: 77, modules: 1, cards: 2, retired: 0 },
    ]);
    expect(store.filesOf('viva')).toEqual(files);
    expect(store.filesOf('another')).toEqual([]);
    expect(store.moduleFiles('viva')).toEqual([{ module: '#22', file: '/decks/#22.md', cards: 2 }]);
    expect(store.isTaken(cardId('a'))).toBe(true);
    expect(store.isTaken(cardId('z'))).toBe(false);
  });

  test('of more cards than one statement takes keeps each with its own', () => {
    const store = newStore();
    const specs = Array.from({ length: 250 }, (_, at) => ({
      id: `c${String(at).padStart(3, '0')}`,
      card: { question: `Question ${at}?`, companies: [`Company ${at}`, `COMPANY ${at}`] },
    }));
    imported(store, specs);
    const query = (text: string) => store.find(parseQuery(text), noon(TODAY)).map((r) => r.card.id);
    expect(store.find(ALL, noon(TODAY)).map(({ card }) => card.id)).toEqual(
      specs.map(({ id }) => id),
    );
    for (const at of [0, 99, 100, 249]) {
      expect(query(`company:"company ${at}"`)).toEqual([specs[at]?.id]);
      expect(query(`"question ${at}"`)).toContain(specs[at]?.id);
    }
  });

  test('and the next one bring hundreds of cards up to date', () => {
    const store = newStore();
    const spec = (at: number, edition: number) => ({
      id: `c${String(at).padStart(3, '0')}`,
      card: { question: `Question ${at}, ${edition}?`, companies: [`Company ${edition}`] },
    });
    const numbers = Array.from({ length: 250 }, (_, at) => at);
    const first = imported(
      store,
      numbers.map((at) => spec(at, 1)),
    );
    // Every third card is as it was.
    const again = plannedModule(
      KV,
      numbers.map((at) => spec(at, at % 3 === 0 ? 1 : 2)),
    );
    const cards = again.cards.map((card, at) => ({
      ...card,
      status: at % 3 === 0 ? ('unchanged' as const) : ('edited' as const),
      before: stored(store, first.cards[at]?.id ?? '') ?? null,
    }));
    store.applyImport(importChange([{ ...again, cards }]));
    const found = (text: string) => store.find(parseQuery(text), noon(TODAY)).length;
    expect(found('company:"company 1"')).toBe(84);
    expect(found('company:"company 2"')).toBe(166);
    expect(found('"question 248, 2"')).toBe(1);
    expect(found('"question 248, 1"')).toBe(0);
    expect(store.check()).toEqual([]);
  });

  test('refuses two new cards of one id, and changes nothing', () => {
    const store = newStore();
    const twice = plannedModule(KV, [{ id: 'c001' }, { id: 'c001' }]);
    expect(() => store.applyImport(importChange([twice]))).toThrow('given the id c001');
    imported(store, [{ id: 'c001' }]);
    const taken = plannedModule(deckModule(23), [{ id: 'c002' }, { id: 'c001' }]);
    expect(() => store.applyImport(importChange([taken]))).toThrow('given the id c001');
    expect(stored(store, 'c002')).toBeUndefined();
    expect(store.check()).toEqual([]);
  });

  test('is all or nothing', () => {
    const store = newStore();
    const twice = plannedModule(KV, [{ id: 'a' }, { id: 'a' }]);
    expect(() => store.applyImport(importChange([twice]))).toThrow(
      expect.objectContaining({ code: 'database-failed' }),
    );
    expect(store.collections()).toEqual([]);
    expect(store.storedCards('viva')).toEqual([]);
  });

  test('what came from standard input has no file', () => {
    const store = newStore();
    const module = { ...plannedModule(KV, [{ id: 'a' }]), file: '-' };
    store.applyImport(importChange([module], { source: null }));
    expect(store.get(cardId('a'), noon(TODAY))?.card.file).toBeNull();
    expect(store.collections()[0]?.source).toBeNull();
  });
});

describe('a later import', () => {
  test('of the same changes nothing but its own time', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    imported(store, [{ id: 'a', card: { companies: ['Google'], tags: ['own'] } }, { id: 'b' }]);
    const db = openRaw(path);
    const tables = [
      'modules',
      'module_tags',
      'cards',
      'card_companies',
      'card_tags',
      'memory',
      'files',
    ];
    const dump = () => tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all());
    const before = dump();
    const again = plannedModule(KV, [
      { id: 'a', status: 'unchanged', card: { companies: ['Google'], tags: ['own'] } },
      { id: 'b', status: 'unchanged' },
    ]);
    store.applyImport(importChange([again], { at: 2_000 }));
    expect(dump()).toEqual(before);
    expect(store.collections()[0]?.importedAt).toBe(2_000);
  });

  test('brings text, place and companies up to date and keeps memory', () => {
    const store = newStore();
    imported(store, [
      { id: 'a', card: { companies: ['Google', 'Meta'] } },
      { id: 'b', card: { stars: 1 } },
    ]);
    const review = { kind: 'review', rating: 3, durationMs: 1, reviewKind: 'learn' } as const;
    const { after } = store.append({ ...review, card: cardId('a') }, noon(TODAY), CONFIG);
    imported(store, [
      { id: 'b', status: 'moved', card: { stars: 3, line: 99 } },
      { id: 'a', status: 'edited', card: { question: 'Reworded', companies: ['OpenAI'] } },
    ]);
    expect(stored(store, 'a')).toMatchObject({
      question: 'Reworded',
      ordinal: 1,
      companies: ['OpenAI'],
    });
    expect(stored(store, 'b')).toMatchObject({ stars: 3, line: 99, ordinal: 0 });
    expect(store.get(cardId('a'), noon(TODAY))?.memory).toEqual(after);
    expect(store.names('company')).toEqual([{ name: 'OpenAI', cards: 1 }]);
    expect(store.check()).toEqual([]);
  });

  test('retires cards and their module, and both come back', () => {
    const store = newStore();
    imported(store, [{ id: 'a' }]);
    const before = store.get(cardId('a'), noon(TODAY));
    store.applyImport(importChange([], { retired: store.storedCards('viva'), at: 2_000 }));
    expect(store.find(ALL, noon(TODAY))).toEqual([]);
    expect(store.get(cardId('a'), noon(TODAY))?.card.retired).toBe(true);
    expect(store.collections()[0]).toMatchObject({ modules: 0, cards: 0, retired: 1 });
    expect(store.moduleFiles('viva')).toEqual([]);
    expect(store.storedCards('viva')[0]?.retired).toBe(true);

    imported(store, [{ id: 'a', status: 'unchanged', returned: true }]);
    // The return came after the retirement: so other machines see which of the two is the later.
    const card = { ...before?.card, changedAt: 2_001 };
    expect(store.get(cardId('a'), noon(TODAY))).toEqual({ ...before, card });
    expect(store.collections()[0]).toMatchObject({ modules: 1, cards: 1, retired: 0 });
  });

  test('moves a card to another module and retires the one it leaves empty', () => {
    const store = newStore();
    imported(store, [{ id: 'a' }]);
    const before = stored(store, 'a') ?? null;
    imported(store, [{ id: 'a', status: 'moved', before }], deckModule(23));
    expect(stored(store, 'a')?.module).toBe('#23');
    expect(store.moduleFiles('viva').map((module) => module.module)).toEqual(['#23']);
    expect(store.check()).toEqual([]);
  });

  test('leaves what it does not name as it is', () => {
    const store = newStore();
    const empty = plannedModule(deckModule(5), []);
    store.applyImport(importChange([plannedModule(KV, [{ id: 'a' }]), empty]));
    imported(store, [{ id: 'b' }], deckModule(23));
    expect(store.moduleFiles('viva').map((module) => module.module)).toEqual(['#22', '#5', '#23']);
    expect(stored(store, 'a')?.retired).toBe(false);
  });

  test('a module without cards goes with its file', () => {
    const store = newStore();
    const empty = plannedModule(deckModule(5), []);
    store.applyImport(importChange([empty]));
    store.applyImport(importChange([], { goneFiles: [empty.file] }));
    expect(store.moduleFiles('viva')).toEqual([]);
  });

  test('forgets files that are gone', () => {
    const store = newStore();
    const file = (path: string, hash: string) => ({ path, size: 1, mtimeMs: 1, hash });
    store.applyImport(importChange([], { files: [file('/a', '1'), file('/b', '1')] }));
    store.applyImport(importChange([], { files: [file('/b', '2')], goneFiles: ['/a'] }));
    expect(store.filesOf('viva')).toEqual([file('/b', '2')]);
  });

  test('a module of another key may have the same number', () => {
    const store = newStore();
    const first = plannedModule(KV, [{ id: 'a' }]);
    const second = { ...plannedModule(KV, [{ id: 'b' }]), key: '#22~2', file: '/decks/other.md' };
    store.applyImport(importChange([first, second]));
    expect(store.storedCards('viva').map((card) => card.module)).toEqual(['#22', '#22~2']);
  });
});

test('storedCards of some files gives their cards, and all retired ones', () => {
  const store = newStore();
  imported(store, [{ id: 'a' }]);
  imported(store, [{ id: 'b' }], deckModule(23));
  imported(store, [{ id: 'c' }], deckModule(24));
  const retired = store.storedCards('viva').filter((card) => card.id === 'c');
  store.applyImport(importChange([], { retired }));
  const ids = (files?: string[]) => store.storedCards('viva', files).map((card) => card.id);
  expect(ids(['/decks/#23.md'])).toEqual(['b', 'c']);
  expect(ids([])).toEqual(['c']);
  expect(ids()).toEqual(['a', 'b', 'c']);
});

describe('collections', () => {
  test('the same module lives in two of them side by side', () => {
    const store = newStore();
    imported(store, [{ id: 'a' }]);
    store.applyImport(importChange([plannedModule(KV, [{ id: 'b' }])], { collection: 'Mine' }));
    expect(store.collections().map((collection) => collection.name)).toEqual(['viva', 'Mine']);
    expect(store.storedCards('mine').map((card) => card.id)).toEqual(['b']);
    expect(store.get(cardId('b'), noon(TODAY))?.card.module.collection).toBe('Mine');
  });

  test('one that is removed retires its cards, and returns with the next import', () => {
    const store = newStore();
    const files = [{ path: '/decks/a.md', size: 1, mtimeMs: 1, hash: 'x' }];
    store.applyImport(importChange([plannedModule(KV, [{ id: 'a' }, { id: 'b' }])], { files }));
    expect(store.removeCollection('Viva', 5_000)).toBe(2);
    expect(store.collections()).toEqual([]);
    expect(store.filesOf('viva')).toEqual([]);
    expect(store.count(ALL, noon(TODAY))).toBe(0);
    expect(store.check()).toEqual([]);
    expect(() => store.removeCollection('viva', 6_000)).toThrow(
      expect.objectContaining({
        code: 'collection-unknown',
        message: 'There is no collection "viva".',
      }),
    );

    imported(store, [{ id: 'a', status: 'unchanged', returned: true }]);
    expect(store.collections()[0]).toMatchObject({ source: '/decks', cards: 1, retired: 1 });
  });
});
