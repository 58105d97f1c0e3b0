import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { cardId } from '../../../src/model/ids.js';
import type { Query } from '../../../src/model/query.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { retrievability } from '../../../src/schedule/retrievability.js';
import {
  ALL,
  CONFIG,
  DAY,
  deckModule,
  importChange,
  importDeck,
  noon,
  openTestStore,
  plannedModule,
  TODAY,
  temporaryPath,
} from './support.js';

function ids(store: Store, query: Query, limit?: number): string[] {
  return store.find(query, noon(TODAY), limit).map(({ card }) => card.id);
}

describe('find and count', () => {
  test('give cards in the order of the syllabus, retired ones only when asked for', () => {
    const store = openTestStore(temporaryPath());
    const module = (number: number | null, id: string) =>
      plannedModule(deckModule(number, { title: `T${id}` }), [{ id: `${id}0` }, { id: `${id}1` }]);
    store.applyImport(importChange([module(null, 'x'), module(10, 'j'), module(9, 'i')]));
    expect(ids(store, ALL)).toEqual(['i0', 'i1', 'j0', 'j1', 'x0', 'x1']);
    expect(ids(store, ALL, 3)).toEqual(['i0', 'i1', 'j0']);
    expect(ids(store, ALL, 0)).toEqual([]);

    const retired = store.storedCards('viva').filter((card) => card.id === 'j0');
    store.applyImport(importChange([], { retired }));
    expect(ids(store, ALL)).toEqual(['i0', 'i1', 'j1', 'x0', 'x1']);
    expect(store.count(ALL, noon(TODAY))).toBe(5);
    expect(ids(store, { kind: 'is', word: 'retired' })).toEqual(['j0']);
    expect(store.count({ kind: 'is', word: 'retired' }, noon(TODAY))).toBe(1);
  });

  test('give retrievability at the moment asked for, under the weights of the store', () => {
    const weights = [...DEFAULT_WEIGHTS.slice(0, 20), 0.5];
    const store = openTestStore(temporaryPath());
    const adopt = (chosen: number[] | null, day: number) => {
      const origin = { kind: 'chosen', set: null } as const;
      store.adopt({ weights: chosen, origin, reschedule: false }, noon(day));
    };
    adopt(weights, TODAY);
    importDeck(store, [2]);
    const { after } = store.append(
      { kind: 'review', card: cardId('m1c0'), rating: 3, durationMs: 1, reviewKind: 'learn' },
      noon(TODAY),
      CONFIG,
    );
    const later = noon(TODAY + 8);
    const [seen, fresh] = store.find(ALL, later);
    expect(seen?.retrievability).toBe(retrievability(after, later, weights));
    expect(seen?.retrievability).toBeLessThan(0.9);
    expect(fresh?.retrievability).toBeNull();
    adopt(null, TODAY + 1);
    const defaults = store.get(cardId('m1c0'), later);
    expect(defaults?.retrievability).toBe(retrievability(after, later, DEFAULT_WEIGHTS));
  });
});

describe('resolve', () => {
  function store(): Store {
    const store = openTestStore(temporaryPath());
    const specs = ['abc1', 'abc2', 'abd1', 'b1', 'b2', 'b3', 'b4', 'b5', 'b6'].map((id) => ({
      id,
    }));
    store.applyImport(
      importChange([
        plannedModule(deckModule(1), [
          ...specs,
          { id: 'zz', card: { explicitId: 'KV-cache' } },
          { id: 'zy', card: { explicitId: 'b' } },
        ]),
      ]),
    );
    return store;
  }
  const resolve = (reference: string) =>
    store()
      .resolve(reference, noon(TODAY))
      .map(({ card }) => card.id);

  test.each([
    ['abc1', ['abc1']],
    ['abc', ['abc1', 'abc2']],
    ['ABD', ['abd1']],
    ['KV-cache', ['zz']],
    ['kv-cache', []],
    ['q', []],
    ['', []],
    ['%', []],
    ['ab_', []],
  ])('%s names %o', (reference, expected) => {
    expect(resolve(reference)).toEqual(expected);
  });

  test('gives five at most, an explicit id first', () => {
    expect(resolve('b')).toEqual(['zy', 'b1', 'b2', 'b3', 'b4']);
  });
});

describe('names', () => {
  function store(): Store {
    const store = openTestStore(temporaryPath());
    const card = (...companies: string[]) => ({ companies });
    store.applyImport(
      importChange([
        plannedModule(deckModule(2, { title: 'Optimizers', part: 'Training', tags: ['maths'] }), [
          { id: 'a', card: card('OpenAI', 'Google') },
          { id: 'b', card: card('GOOGLE', 'google') },
        ]),
        plannedModule(deckModule(1, { title: 'KV Cache', part: 'Inference', tags: ['Maths'] }), [
          { id: 'c', card: card('Meta') },
        ]),
        plannedModule(deckModule(3, { title: 'Notes', part: '', tags: [] }), [{ id: 'd' }]),
      ]),
    );
    const retired = store.storedCards('viva').filter((stored) => stored.id === 'c');
    store.applyImport(importChange([plannedModule(deckModule(7), [{ id: 'x' }])], { retired }));
    return store;
  }

  test.each([
    [
      'company',
      [
        ['Google', 2],
        ['OpenAI', 1],
      ],
    ],
    [
      'part',
      [
        ['Training', 2],
        ['Inference', 1],
      ],
    ],
    [
      'tag',
      [
        ['maths', 2],
        ['systems', 1],
      ],
    ],
    [
      'module',
      [
        ['Optimizers', 2],
        ['Notes', 1],
        ['Module 7', 1],
      ],
    ],
    ['collection', [['viva', 4]]],
  ] as const)('%s: of live cards, without case', (kind, expected) => {
    expect(
      store()
        .names(kind)
        .map(({ name, cards }) => [name, cards]),
    ).toEqual(expected);
  });
});

describe('full-text search', () => {
  function store(): Store {
    const store = openTestStore(temporaryPath());
    const text = (question: string, answer: string) => ({ question, answer });
    store.applyImport(
      importChange([
        plannedModule(deckModule(1), [
          { id: 'cafe', card: text('What is a café?', 'A place for `softmax`.') },
          { id: 'thai', card: text('ความจำแคชคืออะไร', 'หน่วยความจำ') },
          { id: 'cjk', card: text('什么是注意力机制？', '一种加权') },
        ]),
      ]),
    );
    return store;
  }

  test.each([
    ['cafe', ['cafe']],
    ['CAFÉ', ['cafe']],
    ['softmax', ['cafe']],
    ['ความจำ', ['thai']],
    ['注意力', ['cjk']],
    ['quantum', []],
  ])('%s finds %o', (text, expected) => {
    expect(ids(store(), { kind: 'text', text })).toEqual(expected);
  });

  test('follows edits, into another script and back', () => {
    const edited = store();
    const edit = (question: string) =>
      edited.applyImport(
        importChange([
          plannedModule(deckModule(1), [
            { id: 'cafe', status: 'edited', card: { question, answer: 'Yes.' } },
          ]),
        ]),
      );
    edit('อะไรคือตัวแปลง');
    expect(ids(edited, { kind: 'text', text: 'ตัวแปลง' })).toEqual(['cafe']);
    expect(ids(edited, { kind: 'text', text: 'café' })).toEqual([]);
    expect(edited.check()).toEqual([]);
    edit('What is a transformer?');
    expect(ids(edited, { kind: 'text', text: 'ตัวแปลง' })).toEqual([]);
    expect(ids(edited, { kind: 'text', text: 'transformer' })).toEqual(['cafe']);
    expect(edited.check()).toEqual([]);
  });
});

test('a moment of another day than that of the review gives less to recall', () => {
  const store = openTestStore(temporaryPath());
  importDeck(store, [1]);
  store.append(
    { kind: 'review', card: cardId('m1c0'), rating: 4, durationMs: 1, reviewKind: 'learn' },
    noon(TODAY),
    CONFIG,
  );
  const at = (ms: number) => store.get(cardId('m1c0'), noon(TODAY, ms))?.retrievability ?? 0;
  expect(at(0)).toBe(1);
  expect(at(30 * DAY)).toBeLessThan(at(DAY));
});
