import { describe, expect, test } from 'vitest';
import { cpuTime } from '../../../support/cpu-time.js';
import { card, createLibrary, figures, module, planOf } from './library.js';

/** Text of its own for every number, of words that all texts share. */
function text(number: number, words: number): string {
  return Array.from({ length: words }, (_, n) => `w${(number * (n + 7) * 7919) % 9973}`).join(' ');
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

  test('retires what would take too long to compare, and takes no long time over it', () => {
    const library = createLibrary();
    library.import(module(1, cards(3_000)));
    const edited = cards(3_000).map((c) => card(`${c.question} Why?`, `${c.answer} Because.`));
    const started = cpuTime();
    const plan = planOf(library.stored(), [module(1, edited)]);
    // With every pair compared it would be minutes.
    expect(cpuTime() - started).toBeLessThan(15_000);
    expect(figures(plan)).toEqual({ added: 3_000, retired: 3_000 });
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
