import { describe, expect, test } from 'vitest';
import { CACHE, card, createLibrary, FLASH, figures, module, planned, ROPE } from './library.js';

function afterDeleting(deleted = CACHE) {
  const library = createLibrary();
  library.import(module(1, [deleted, FLASH]), module(2, [ROPE]));
  const id = library.idOf(deleted.question);
  library.import(module(1, [FLASH]), module(2, [ROPE]));
  return { library, id };
}

describe('a retired card', () => {
  test('is not retired again', () => {
    const { library } = afterDeleting();
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE]));
    expect(figures(plan)).toEqual({ unchanged: 2 });
  });

  test('is back at once when its text returns', () => {
    const { library, id } = afterDeleting();
    const plan = library.import(module(1, [FLASH, CACHE]), module(2, [ROPE]));
    expect(figures(plan)).toEqual({ unchanged: 3, returned: 1 });
    expect(planned(plan)[1]).toMatchObject({ id, returned: true });
  });

  test('is back when its text returns in another module', () => {
    const { library, id } = afterDeleting();
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE, CACHE]));
    expect(planned(plan)[2]).toMatchObject({ id, returned: true, status: 'moved' });
  });

  test('is back when its question returns in its module', () => {
    const { library, id } = afterDeleting();
    const plan = library.import(
      module(1, [FLASH, { ...CACHE, answer: 'New.' }]),
      module(2, [ROPE]),
    );
    expect(planned(plan)[1]).toMatchObject({ id, returned: true, status: 'edited' });
  });

  test('is back when its explicit id returns', () => {
    const { library, id } = afterDeleting({ ...CACHE, explicitId: 'kv' });
    const fresh = card('Anything', 'else', { explicitId: 'kv' });
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE, fresh]));
    expect(planned(plan)[2]).toMatchObject({ id, returned: true, status: 'moved' });
  });

  test('is not back for a text that is merely like its own', () => {
    const { library } = afterDeleting();
    const like = { ...CACHE, question: `${CACHE.question}?`, answer: `${CACHE.answer}.` };
    const plan = library.import(module(1, [FLASH, like]), module(2, [ROPE]));
    expect(figures(plan)).toEqual({ unchanged: 2, added: 1 });
  });

  test('is not back for its question in another module', () => {
    const { library } = afterDeleting();
    const plan = library.import(module(1, [FLASH]), module(2, [ROPE, { ...CACHE, answer: 'No.' }]));
    expect(figures(plan)).toEqual({ unchanged: 2, added: 1 });
  });

  test('stands back behind a live one with the same text', () => {
    const library = createLibrary();
    library.import(module(1, [CACHE, CACHE]));
    library.import(module(1, [CACHE]));
    const live = library.stored().find(({ retired }) => !retired);
    const plan = library.import(module(1, [{ ...CACHE, stars: 3 }]));
    expect(planned(plan)).toMatchObject([{ id: live?.id, status: 'edited', returned: false }]);
  });

  test('stands back behind a live one with the same question', () => {
    const { library } = afterDeleting();
    library.import(module(1, [FLASH, { ...ROPE, question: CACHE.question }]));
    const live = library.idOf(CACHE.question);
    const plan = library.import(module(1, [FLASH, { ...CACHE, answer: 'Another answer.' }]));
    expect(planned(plan)[1]).toMatchObject({ id: live, returned: false });
  });

  test('of two with the same question neither is guessed', () => {
    const library = createLibrary();
    library.import(module(1, [card('Why?', 'One.'), card('Why?', 'Two.')]));
    library.import(module(1, []));
    const plan = library.import(module(1, [card('Why?', 'Three.')]));
    expect(figures(plan)).toEqual({ added: 1, ambiguous: 2 });
    const twice = library.import(module(1, [card('Why?', 'Three.')]));
    expect(figures(twice)).toEqual({ unchanged: 1 });
  });
});
