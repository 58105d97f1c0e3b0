import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../support/cpu-time.js';
import { card, createLibrary, figures, module, planOf } from './library.js';

/** Text of its own for every number, of words that all texts share. */
function text(number: number, words: number): string {
  return Array.from({ length: words }, (_, n) => `w${(number * (n + 7) * 7919) % 99_991}`).join(
    ' ',
  );
}

function cards(count: number) {
  return Array.from({ length: count }, (_, n) => card(`${text(n, 6)}?`, `${text(n, 20)}.`));
}

describe('a large import', () => {
  test('finds each of many edited cards of one module', () => {
    const library = createLibrary();
    library.import(module(1, cards(500)));
    const edited = cards(500).map((c) =>
      card(c.question.replace('?', ', and why?'), c.answer.replace('.', ', that is all.')),
    );
    const ids = library.stored().map(({ id }) => id);
    const plan = library.import(module(1, edited));
    expect(figures(plan)).toEqual({ edited: 500 });
    expect(plan.modules[0]?.cards.map(({ id }) => id)).toEqual(ids);
  });

  describe('of a module too large to compare every card with every other', () => {
    const edit = (text: string) => text.replaceAll('colour', 'color').replaceAll('grey', 'gray');
    const decks = {
      'cards of their own words': (n: number) =>
        card(`${text(n, 6)} colour?`, `${text(n, 20)} colour grey.`),
      'cards of one mould': (n: number) =>
        card(
          `What is the colour of thing ${n} in the list of things?`,
          `The colour of thing ${n} is grey, as that of every thing that has no other colour.`,
        ),
      'cards without an answer': (n: number) =>
        card(`${text(n, 12)}, and what colour has number ${n} of the whole list?`, ''),
      'cards in a script without spaces': (n: number) =>
        card(`第${n}个问题colour是什么意思呢?`, `第${n}个回答是colour和grey,以及其他的一些内容。`),
    };

    test.each(
      Object.entries(decks).map(
        ([name, make], at) => [[2_000, 2_001, 2_500, 3_000][at] ?? 0, name, make] as const,
      ),
    )('finds all of %d edited %s', (count, _, make) => {
      const library = createLibrary();
      const all = Array.from({ length: count }, (_, n) => make(n));
      library.import(module(1, all));
      const ids = library.stored().map(({ id }) => id);
      const edited = all.map((c) => card(edit(c.question), edit(c.answer)));
      const plan = library.import(module(1, edited));
      expect(figures(plan)).toEqual({ edited: count });
      expect(plan.modules[0]?.cards.map(({ id }) => id)).toEqual(ids);
    });

    test('takes no long time, finds cards that changed places, and adds and retires the others', () => {
      const count = 10_000;
      const library = createLibrary();
      const all = Array.from({ length: count }, (_, n) => decks['cards of their own words'](n));
      library.import(module(1, all.slice(0, -50)));
      const ids = library.stored().map(({ id }) => id);
      const edited = all.slice(50).map((c) => card(edit(c.question), edit(c.answer)));
      const started = cpuTime();
      const plan = planOf(library.stored(), [module(1, edited.toReversed())]);
      // With every pair compared it would be many minutes.
      expect(cpuTime() - started).toBeLessThan(30_000);
      expect(figures(plan)).toEqual({ edited: count - 100, added: 50, retired: 50 });
      const kept = plan.modules[0]?.cards.toReversed().slice(0, -50);
      expect(kept?.map(({ id }) => id)).toEqual(ids.slice(50));
    });

    test('takes no other card of the mould for one that is gone', () => {
      const make = decks['cards of one mould'];
      const library = createLibrary();
      library.import(
        module(
          1,
          Array.from({ length: 2_500 }, (_, n) => make(n)),
        ),
      );
      const others = Array.from({ length: 2_500 }, (_, n) => make(n + 5_000));
      expect(figures(planOf(library.stored(), [module(1, others)]))).toEqual({
        added: 2_500,
        retired: 2_500,
      });
    });
  });

  test('gives thousands of equal cards their ids in no long time', () => {
    const library = createLibrary();
    const equal = (count: number) => Array.from({ length: count }, () => card('Why?', 'So.'));
    const started = cpuTime();
    library.import(module(1, equal(10_000)));
    expect(new Set(library.stored().map(({ id }) => id)).size).toBe(10_000);
    expect(figures(library.import(module(1, equal(20_000))))).toEqual({
      unchanged: 10_000,
      added: 10_000,
    });
    // Each trying all ids of those before it, it would be minutes.
    expect(cpuTime() - started).toBeLessThan(10_000);
  });

  test('takes no long time over one question asked thousands of times', () => {
    const same = (answer: (n: number) => string) =>
      Array.from({ length: 5_000 }, (_, n) => card('An interviewer asks:', answer(n)));
    const library = createLibrary();
    library.import(
      module(
        1,
        same((n) => text(n, 10)),
      ),
    );
    const started = cpuTime();
    const turned = same((n) => text(4_999 - n, 10));
    expect(figures(planOf(library.stored(), [module(1, turned)]))).toEqual({ unchanged: 5_000 });
    const replaced = planOf(library.stored(), [
      module(
        1,
        same((n) => text(n + 9_000, 9)),
      ),
    ]);
    expect(figures(replaced).added).toBeGreaterThan(0);
    expect(cpuTime() - started).toBeLessThan(15_000);
  });
});
