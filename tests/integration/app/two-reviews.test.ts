import { describe, expect, test } from 'vitest';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from '../store/support.js';

const REQUEST = {
  query: parseQuery(''),
  order: 'due' as const,
  limit: null,
  fresh: null,
  minutes: null,
  cram: false,
};

/** Two vivas reviewing one database of `cards` new cards. */
function twoDesks(cards: number, request = REQUEST) {
  const path = temporaryPath();
  const first = openTestStore(path, { device: 'laptop' });
  importDeck(first, [cards]);
  const second = openTestStore(path, {
    device: 'desktop',
    random: (bytes) => new Uint8Array(bytes).fill(200),
  });
  const ports = { moment: () => noon(20_000), settings: settingsSchema.parse({}), config: CONFIG };
  return {
    store: first,
    a: new ReviewDesk(request, { ...ports, store: first }),
    b: new ReviewDesk(request, { ...ports, store: second }),
  };
}

const shown = (desk: ReviewDesk) => desk.view().record?.card.id;
const rate = (desk: ReviewDesk, rating: 1 | 2 | 3 | 4) => {
  desk.reveal();
  desk.rate(rating);
};

describe('two vivas reviewing at once', () => {
  test('the same card is rated once: the second is told and shown the next', () => {
    const { store, a, b } = twoDesks(3);
    const card = shown(a)!;
    expect(shown(b)).toBe(card);
    b.reveal();
    rate(a, 3);
    b.rate(1);
    expect(b.view().notice).toContain('Another viva reviewed that card');
    expect(store.history(card).map(({ event }) => event)).toMatchObject([
      { kind: 'review', rating: 3, device: 'laptop' },
    ]);
    expect(b.view().session.reviews).toEqual([]);
    expect(b.view().session.phase).toBe('question');
    expect(shown(b)).not.toBe(card);
  });

  test('told as well when the other was quicker before the answer was seen', () => {
    const { store, a, b } = twoDesks(2);
    const card = shown(b)!;
    rate(a, 4);
    rate(b, 4);
    expect(store.history(card)).toHaveLength(1);
    expect(b.view().notice).not.toBeNull();
    rate(b, 4);
    expect(b.view().notice).toBeNull();
    expect([...store.all()]).toHaveLength(2);
  });

  test('a card that the other has done is not drawn again', () => {
    const { a, b, store } = twoDesks(6);
    rate(a, 4);
    rate(b, 4);
    const drawn = [shown(a), shown(b)];
    for (let turn = 0; turn < 12; turn++) {
      const desk = turn % 2 === 0 ? a : b;
      if (desk.view().session.phase === 'finished') continue;
      rate(desk, 4);
      drawn.push(shown(desk));
    }
    const reviews = [...store.all()].map(({ event }) => event.card);
    expect(reviews).toHaveLength(6);
    expect(new Set(reviews).size).toBe(6);
    expect(store.check()).toEqual([]);
  });

  test('ratings of different cards are all kept', () => {
    const { a, b, store } = twoDesks(4);
    rate(a, 4);
    const other = shown(a);
    rate(b, 4);
    expect(b.view().notice).not.toBeNull();
    expect(shown(b)).toBe(other);
    a.bury();
    rate(b, 4);
    expect(b.view().notice).not.toBeNull();
    rate(b, 2);
    expect([...store.all()].map(({ event }) => event.device).sort()).toEqual([
      'desktop',
      'laptop',
      'laptop',
    ]);
  });

  test('a flag set elsewhere does not cost a rating', () => {
    const { a, b, store } = twoDesks(2);
    a.toggleFlag();
    rate(b, 3);
    expect(b.view().notice).toBeNull();
    expect([...store.all()]).toHaveLength(2);
  });

  test('one viva alone is never told that, however often a card comes round', () => {
    const { a, store } = twoDesks(1);
    for (let turn = 0; turn < 5; turn++) {
      rate(a, 1);
      expect(a.view().notice).toBeNull();
    }
    a.undo();
    rate(a, 2);
    expect(a.view().notice).toBeNull();
    expect([...store.all()]).toHaveLength(7);
  });

  test('a cram rates what it shows: it changes no schedule', () => {
    const { a, b, store } = twoDesks(2, { ...REQUEST, cram: true });
    rate(a, 3);
    rate(b, 3);
    expect(b.view().notice).toBeNull();
    expect([...store.all()]).toHaveLength(2);
  });
});
