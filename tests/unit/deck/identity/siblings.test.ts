import { describe, expect, test } from 'vitest';
import {
  CACHE,
  card,
  createLibrary,
  FLASH,
  figures,
  MOE,
  module,
  planned,
  ROPE,
} from './library.js';

/** Three cards whose questions were cut off at the same place. */
const CUT = 'A Google interviewer asks:';
const first = card(CUT, CACHE.answer);
const second = card(CUT, FLASH.answer);
const third = card(CUT, ROPE.answer);

function imported(...cards: Parameters<typeof module>[1]) {
  const library = createLibrary();
  library.import(module(1, cards));
  return library;
}

describe('cards with one and the same question', () => {
  test('are cards of their own', () => {
    const library = imported(first, second, third);
    expect(new Set(library.stored().map(({ id }) => id)).size).toBe(3);
  });

  test('stay themselves in another order', () => {
    const library = imported(first, second, third);
    const ids = [first, second, third].map((c) => library.idOf(CUT, c.answer));
    const plan = library.import(module(1, [third, first, second]));
    expect(figures(plan)).toEqual({ unchanged: 3 });
    expect(planned(plan).map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
  });

  test('after an edit of one: only that one is edited', () => {
    const library = imported(first, second, third);
    const id = library.idOf(CUT, second.answer);
    const plan = library.import(module(1, [third, card(CUT, 'Something else altogether.'), first]));
    expect(figures(plan)).toEqual({ unchanged: 2, edited: 1 });
    expect(planned(plan)[1]).toMatchObject({ id, status: 'edited' });
  });

  test('are told apart by their answers after an edit of two', () => {
    const library = imported(first, second, third);
    const ids = [first, second].map((c) => library.idOf(CUT, c.answer));
    const edited = [second, first].map((c) => card(CUT, `${c.answer} That is all.`));
    const plan = library.import(module(1, [...edited, third]));
    expect(
      planned(plan)
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([ids[1], ids[0]]);
  });

  test('are left to the person when nothing tells them apart', () => {
    const library = imported(first, second, third);
    const ids = [first, second].map((c) => library.idOf(CUT, c.answer));
    const plan = library.import(module(1, [card(CUT, 'One.'), card(CUT, 'Two.'), third]));
    expect(figures(plan)).toEqual({ unchanged: 1, added: 2, retired: 2, ambiguous: 2 });
    const fresh = planned(plan).slice(0, 2);
    expect(plan.ambiguous.map(({ old }) => old.id)).toEqual(ids);
    for (const { candidates } of plan.ambiguous) {
      expect(candidates).toEqual(fresh.map(({ id }) => ({ id, question: CUT })));
    }
  });

  test('of which one is gone: the edited one keeps its own history', () => {
    const library = imported(first, second);
    const id = library.idOf(CUT, second.answer);
    const plan = library.import(module(1, [card(CUT, `${second.answer} Yes.`)]));
    expect(figures(plan)).toEqual({ edited: 1, retired: 1 });
    expect(planned(plan)[0]?.id).toBe(id);
  });
});

describe('a tie is never guessed', () => {
  test('where two new cards are as like the old one', () => {
    const library = imported(CACHE, MOE);
    const twin = (number: number) => ({
      ...CACHE,
      question: `${CACHE.question} (${number})`,
      answer: `${CACHE.answer} (${number})`,
    });
    const plan = library.import(module(1, [twin(1), twin(2), MOE]));
    expect(figures(plan)).toEqual({ added: 2, unchanged: 1, retired: 1, ambiguous: 1 });
    expect(plan.retired).toMatchObject([{ question: CACHE.question }]);
    const ids = planned(plan).map(({ id }) => id);
    expect(plan.ambiguous[0]?.candidates.map(({ id }) => id).sort()).toEqual(
      ids.slice(0, 2).sort(),
    );
  });

  test('where one new card is as like two old ones', () => {
    const twin = (number: number) => ({
      ...CACHE,
      question: `${CACHE.question} (${number})`,
      answer: `${CACHE.answer} (${number})`,
    });
    const library = imported(twin(1), twin(2));
    const plan = library.import(module(1, [twin(3)]));
    expect(figures(plan)).toEqual({ added: 1, retired: 2, ambiguous: 2 });
    const fresh = planned(plan)[0];
    for (const { candidates } of plan.ambiguous) {
      expect(candidates).toEqual([{ id: fresh?.id, question: fresh?.card.question }]);
    }
  });

  test('but a clear difference decides', () => {
    const library = imported(CACHE, MOE);
    const id = library.idOf(CACHE.question);
    const near = { ...CACHE, question: `${CACHE.question}?`, answer: `${CACHE.answer} Indeed.` };
    const far = {
      ...CACHE,
      question: `${CACHE.question} And what of batches?`,
      answer: `${CACHE.answer} A batch of sequences needs that memory for each of them at once.`,
    };
    const plan = library.import(module(1, [far, near, MOE]));
    expect(planned(plan)).toMatchObject([{ status: 'added' }, { id, status: 'edited' }, {}]);
    expect(plan.ambiguous).toEqual([]);
  });

  test('where a question is now in two other modules', () => {
    const library = createLibrary();
    library.import(module(1, [CACHE, FLASH, ROPE]), module(2, [MOE]));
    const copy = (answer: string) => ({ ...CACHE, answer });
    const plan = library.import(
      module(1, [FLASH, ROPE]),
      module(2, [MOE, copy('One.')]),
      module(3, [copy('Two.')]),
    );
    expect(figures(plan)).toEqual({ unchanged: 3, added: 2, retired: 1, ambiguous: 1 });
    expect(plan.ambiguous[0]?.candidates).toHaveLength(2);
  });
});
