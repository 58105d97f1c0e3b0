import { describe, expect, test } from 'vitest';
import type { SourcedModule } from '../../../../src/model/import.js';
import { CACHE, createLibrary, FLASH, figures, MOE, module, planned, ROPE } from './library.js';

const ALL = [CACHE, FLASH, ROPE, MOE];

function libraryOf(...modules: readonly SourcedModule[]) {
  const library = createLibrary();
  library.import(...modules);
  const ids = new Map(library.stored().map((card) => [card.question, card.id]));
  return { library, ids };
}

const touched = (c: typeof CACHE) => ({
  ...c,
  question: `${c.question} Say why.`,
  answer: `${c.answer} That is the point.`,
});

describe('history goes along', () => {
  test('when a card moves to another module', () => {
    const { library, ids } = libraryOf(module(1, [CACHE, FLASH]), module(2, [ROPE]));
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE, CACHE]));
    expect(figures(plan)).toEqual({ unchanged: 2, moved: 1 });
    expect(library.idOf(CACHE.question)).toBe(ids.get(CACHE.question));
  });

  test('when a card moves and its answer is rewritten', () => {
    const { library, ids } = libraryOf(module(1, [CACHE, FLASH]), module(2, [ROPE]));
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE, { ...CACHE, answer: 'No.' }]));
    expect(figures(plan)).toEqual({ unchanged: 2, moved: 1 });
    expect(library.idOf(CACHE.question)).toBe(ids.get(CACHE.question));
  });

  test('when a card moves and one like it takes its place', () => {
    const { library, ids } = libraryOf(module(1, [CACHE, FLASH]), module(2, [ROPE]));
    const plan = library.import(module(1, [touched(CACHE), FLASH]), module(2, [ROPE, CACHE]));
    expect(figures(plan)).toEqual({ unchanged: 2, moved: 1, added: 1 });
    expect(planned(plan)[3]?.id).toBe(ids.get(CACHE.question));
  });

  test('when a module is split', () => {
    const { library, ids } = libraryOf(module(1, ALL));
    const plan = library.import(module(1, [CACHE, FLASH]), module(2, [ROPE, MOE]));
    expect(figures(plan)).toEqual({ unchanged: 2, moved: 2 });
    for (const { question } of ALL) expect(library.idOf(question)).toBe(ids.get(question));
  });

  test('when modules are merged', () => {
    const { library, ids } = libraryOf(module(1, [CACHE, FLASH]), module(2, [ROPE, MOE]));
    const plan = library.import(module(1, ALL));
    expect(figures(plan)).toEqual({ unchanged: 2, moved: 2 });
    for (const { question } of ALL) expect(library.idOf(question)).toBe(ids.get(question));
  });

  test('when a module without a number is renamed and a card edited with it', () => {
    const { library, ids } = libraryOf(module(null, ALL, 'Decoding'));
    const plan = library.import(module(null, [touched(CACHE), FLASH, ROPE, MOE], 'Decoding, fast'));
    expect(figures(plan)).toEqual({ moved: 4 });
    expect(library.idOf(touched(CACHE).question)).toBe(ids.get(CACHE.question));
  });

  test('when a numbered module is renamed: nothing changes', () => {
    const { library } = libraryOf(module(1, ALL, 'Decoding'));
    expect(figures(library.import(module(1, ALL, 'Decoding, fast')))).toEqual({ unchanged: 4 });
  });

  test('when a number changes and a card is edited with it', () => {
    const { library, ids } = libraryOf(module(1, ALL, 'Decoding'), module(2, []));
    const plan = library.import(module(9, [CACHE, touched(FLASH), ROPE, MOE], 'Decoding'));
    expect(figures(plan)).toEqual({ moved: 4 });
    expect(library.idOf(touched(FLASH).question)).toBe(ids.get(FLASH.question));
  });

  test('when a module gets a number and every card is edited with it', () => {
    const { library, ids } = libraryOf(module(null, ALL, 'Decoding'));
    const plan = library.import(module(7, ALL.map(touched), 'Decoding'));
    expect(figures(plan)).toEqual({ moved: 4 });
    for (const c of ALL) expect(library.idOf(touched(c).question)).toBe(ids.get(c.question));
  });

  test('when a module before it moves all numbers on, edits included', () => {
    const { library, ids } = libraryOf(
      module(1, [CACHE, FLASH], 'Memory'),
      module(2, [ROPE, MOE], 'Models'),
    );
    const plan = library.import(
      module(1, [], 'Welcome'),
      module(2, [CACHE, touched(FLASH)], 'Memory'),
      module(3, [ROPE, MOE], 'Models'),
    );
    expect(figures(plan)).toEqual({ moved: 4 });
    expect(library.idOf(touched(FLASH).question)).toBe(ids.get(FLASH.question));
  });

  test('when two modules change places and share a question', () => {
    const question = 'What is the key trade-off of this design?';
    const memory = [CACHE, { ...FLASH, question }];
    const models = [MOE, { ...ROPE, question }];
    const { library } = libraryOf(module(1, memory, 'Memory'), module(2, models, 'Models'));
    const id = library.idOf(question, FLASH.answer);
    const edited = { ...FLASH, question, answer: `${FLASH.answer} Nothing is free.` };
    const plan = library.import(module(1, models, 'Models'), module(2, [CACHE, edited], 'Memory'));
    expect(figures(plan)).toEqual({ moved: 4 });
    expect(library.idOf(question, FLASH.answer)).toBe(id);
  });
});

describe('what is not in the import', () => {
  test('is no partner: a copy of a card of another file is new', () => {
    const { library } = libraryOf(module(1, [CACHE]));
    const other = createLibrary();
    const plan = other.import(module(2, [CACHE]));
    expect(figures(plan)).toEqual({ added: 1 });
    expect(planned(plan)[0]?.id).not.toBe(library.stored()[0]?.id);
  });

  test('is retired when its module is gone', () => {
    const { library } = libraryOf(module(1, [CACHE]), module(2, [FLASH]));
    const plan = library.import(module(2, [FLASH]));
    expect(figures(plan)).toEqual({ unchanged: 1, retired: 1 });
  });
});
