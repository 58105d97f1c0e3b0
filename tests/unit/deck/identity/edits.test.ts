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

function imported(...cards: Parameters<typeof module>[1]) {
  const library = createLibrary();
  library.import(module(1, cards));
  return library;
}

describe('an edited card keeps its history', () => {
  test('when a typo in its question is mended', () => {
    const mistyped = { ...CACHE, question: CACHE.question.replace('cache', 'cahce') };
    const library = imported(mistyped, FLASH);
    const id = library.idOf(mistyped.question);
    const plan = library.import(module(1, [CACHE, FLASH]));
    expect(figures(plan)).toEqual({ edited: 1, unchanged: 1 });
    expect(library.idOf(CACHE.question)).toBe(id);
  });

  test('when its question is rewritten and the answer stays', () => {
    const library = imported(CACHE, FLASH);
    const id = library.idOf(CACHE.question);
    const plan = library.import(module(1, [{ ...CACHE, question: 'Memory of decoding?' }, FLASH]));
    expect(figures(plan)).toEqual({ edited: 1, unchanged: 1 });
    expect(library.idOf('Memory of decoding?')).toBe(id);
  });

  test('when its answer is rewritten and the question stays', () => {
    const library = imported(CACHE, FLASH);
    const id = library.idOf(CACHE.question);
    const plan = library.import(module(1, [{ ...CACHE, answer: 'Because of attention.' }, FLASH]));
    expect(figures(plan)).toEqual({ edited: 1, unchanged: 1 });
    expect(library.idOf(CACHE.question)).toBe(id);
  });

  test('when question and answer change a bit', () => {
    const library = imported(CACHE, FLASH, ROPE);
    const id = library.idOf(CACHE.question);
    const edited = {
      ...CACHE,
      question: 'Why does a KV cache grow with the length of its sequence?',
      answer: CACHE.answer.replace('Every token that is read or written', 'Each token read'),
    };
    const plan = library.import(module(1, [FLASH, edited, ROPE]));
    expect(figures(plan)).toEqual({ edited: 1, unchanged: 2 });
    expect(library.idOf(edited.question)).toBe(id);
  });

  test('when the question is put in other words and the answer touched up', () => {
    const library = imported(CACHE, FLASH, ROPE);
    const id = library.idOf(ROPE.question);
    const edited = {
      ...ROPE,
      question: 'How does RoPE tell a token where it stands?',
      answer: ROPE.answer.replace('alone', 'only'),
    };
    expect(figures(library.import(module(1, [CACHE, FLASH, edited])))).toEqual({
      edited: 1,
      unchanged: 2,
    });
    expect(library.idOf(edited.question)).toBe(id);
  });

  test('when text that was cut off is completed', () => {
    const cut = card(
      'An interviewer asks: "how would you',
      'You measure first. The load decides whether a larger',
      { defects: ['question-truncated', 'answer-truncated'] },
    );
    const library = imported(cut, FLASH);
    const id = library.idOf(cut.question);
    const whole = card(
      'An interviewer asks: "how would you halve the cost of serving this model within a month?"',
      `${cut.answer} batch pays, and what it does to the latency of the slowest requests. ${FLASH.answer} ${ROPE.answer}`,
    );
    expect(figures(library.import(module(1, [whole, FLASH])))).toEqual({
      edited: 1,
      unchanged: 1,
    });
    expect(library.idOf(whole.question)).toBe(id);
  });

  test.each([
    ['stars', { stars: 3 as const }],
    ['companies', { companies: ['Google'] }],
    ['defects', { defects: ['answer-truncated' as const] }],
    ['explicit id', { explicitId: 'cache' }],
    ['white space', { answer: `${CACHE.answer}\n` }],
  ])('when only its %s changed', (_, change) => {
    const library = imported(CACHE);
    const plan = library.import(module(1, [{ ...CACHE, ...change }]));
    expect(figures(plan)).toEqual({ edited: 1 });
  });
});

describe('a card that stays as it is', () => {
  test('is unchanged where its neighbours change places', () => {
    const library = imported(CACHE, FLASH, ROPE);
    const ids = [CACHE, FLASH, ROPE].map(({ question }) => library.idOf(question));
    const plan = library.import(module(1, [ROPE, CACHE, FLASH]));
    expect(figures(plan)).toEqual({ unchanged: 3 });
    expect(planned(plan).map(({ id }) => id)).toEqual([ids[2], ids[0], ids[1]]);
  });

  test('is unchanged where only its line moved', () => {
    const library = imported(CACHE);
    expect(figures(library.import(module(1, [{ ...CACHE, line: 99 }])))).toEqual({ unchanged: 1 });
  });

  test('keeps its id where it is copied: the copy is new', () => {
    const library = imported(CACHE);
    const id = library.idOf(CACHE.question);
    const plan = library.import(module(1, [CACHE, CACHE]));
    expect(figures(plan)).toEqual({ unchanged: 1, added: 1 });
    expect(planned(plan)[0]).toMatchObject({ id, status: 'unchanged' });
    expect(planned(plan)[1]?.id).not.toBe(id);
  });

  test('keeps its id where an edited copy stands before it', () => {
    const library = imported(CACHE);
    const id = library.idOf(CACHE.question);
    const copy = { ...CACHE, answer: `${CACHE.answer} So memory runs out first.` };
    const plan = library.import(module(1, [copy, CACHE]));
    expect(planned(plan)).toMatchObject([{ status: 'added' }, { id, status: 'unchanged' }]);
  });
});

describe('a card that is replaced', () => {
  test('leaves no history to an unrelated one', () => {
    const library = imported(CACHE, FLASH);
    const plan = library.import(module(1, [MOE, FLASH]));
    expect(figures(plan)).toEqual({ added: 1, unchanged: 1, retired: 1 });
    expect(plan.retired).toMatchObject([{ question: CACHE.question }]);
  });

  test.each([
    ['Paris', 'Madrid'],
    [
      'Paris is the capital and the largest city of France.',
      'Madrid is the capital and the largest city of Spain.',
    ],
  ])('leaves none to its sibling: %s, %s', (france, spain) => {
    const library = imported(card('What is the capital of France?', france));
    const plan = library.import(module(1, [card('What is the capital of Spain?', spain)]));
    expect(figures(plan)).toEqual({ added: 1, retired: 1 });
  });

  test('leaves none to one that merely has the same short answer', () => {
    const library = imported(card('Is softmax invariant to a shift?', 'Yes.'));
    const plan = library.import(module(1, [card('Do GPUs have caches?', 'Yes.')]));
    expect(figures(plan)).toEqual({ added: 1, retired: 1 });
  });

  test('leaves none to another without an answer', () => {
    const library = imported(card('What is attention?', '', { defects: ['answer-empty'] }));
    const other = card('What is a token?', '', { defects: ['answer-empty'] });
    expect(figures(library.import(module(1, [other])))).toEqual({ added: 1, retired: 1 });
  });

  test('but a typo in a question without an answer is an edit', () => {
    const library = imported(card('Why do transformers need positional encodigs?', ''));
    const mended = card('Why do transformers need positional encodings?', '');
    expect(figures(library.import(module(1, [mended])))).toEqual({ edited: 1 });
  });
});

describe('an explicit id', () => {
  const named = { ...CACHE, explicitId: 'cache' };

  test('wins over any text', () => {
    const library = imported(named, FLASH);
    const id = library.idOf(CACHE.question);
    const plan = library.import(module(1, [{ ...MOE, explicitId: 'cache' }, CACHE, FLASH]));
    expect(planned(plan)).toMatchObject([
      { id, status: 'edited' },
      { status: 'added' },
      { status: 'unchanged' },
    ]);
  });

  test('wins in whatever module', () => {
    const library = imported(named, FLASH);
    const id = library.idOf(CACHE.question);
    const plan = library.import(module(1, [FLASH]), module(2, [{ ...MOE, explicitId: 'cache' }]));
    expect(planned(plan)).toMatchObject([{ status: 'unchanged' }, { id, status: 'moved' }]);
  });

  test('that is taken away or changed leaves a card with its text', () => {
    const library = imported(named);
    const id = library.idOf(CACHE.question);
    library.import(module(1, [{ ...CACHE, explicitId: 'kv' }]));
    expect(library.idOf(CACHE.question)).toBe(id);
    library.import(module(1, [CACHE]));
    expect(library.idOf(CACHE.question)).toBe(id);
  });

  test('that differs keeps cards apart that are only alike', () => {
    const library = imported(named);
    const other = { ...CACHE, explicitId: 'kv', answer: `${CACHE.answer} Always.` };
    expect(figures(library.import(module(1, [other])))).toEqual({ added: 1, retired: 1 });
  });

  test('used twice goes to the card of its own module', () => {
    const library = createLibrary();
    const twice = (answer: string) => [
      module(1, [FLASH, { ...CACHE, answer, explicitId: 'x' }]),
      module(2, [{ ...ROPE, answer: `${answer}!`, explicitId: 'x' }]),
    ];
    library.import(...twice('One answer.'));
    const before = library.stored().map(({ id, module: key }) => [id, key]);
    expect(figures(library.import(...twice('Another.')))).toEqual({ unchanged: 1, edited: 2 });
    expect(library.stored().map(({ id, module: key }) => [id, key])).toEqual(before);
  });
});
