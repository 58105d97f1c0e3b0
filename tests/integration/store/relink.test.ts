import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { type CardId, cardId } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import {
  CONFIG,
  deckModule,
  importChange,
  noon,
  openTestStore,
  plannedModule,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

// In the order of their ids: the smallest stands for those that are joined.
const [OTHER, OLD, FRESH] = [cardId('a-other'), cardId('b-old'), cardId('c-fresh')];

/** Makes a store in which `old` was reviewed and is retired, and `fresh` took its place. */
function storeWithPair(): Store {
  const store = openTestStore(temporaryPath());
  const module = deckModule(1);
  store.applyImport(
    importChange([plannedModule(module, [{ id: OLD, card: { companies: ['Google'] } }])]),
  );
  review(store, OLD, TODAY - 5);
  const retired = store.storedCards('viva');
  const card = { explicitId: 'kept', companies: ['Meta', 'OpenAI'], stars: 3, line: 77 } as const;
  const next = plannedModule(module, [{ id: OTHER }, { id: FRESH, card }]);
  store.applyImport(importChange([next], { retired }));
  return store;
}

const get = (store: Store, id: CardId) => store.get(id, noon(TODAY));

describe('relink', () => {
  test('gives the old card the place and text of the new one', () => {
    const store = storeWithPair();
    const fresh = get(store, FRESH)!.card;
    store.relink(OLD, FRESH);
    const { id, addedAt, ...text } = get(store, OLD)!.card;
    expect({ ...text, id: FRESH, addedAt: fresh.addedAt }).toEqual(fresh);
    expect([id, addedAt]).toEqual([OLD, 1_000]);
    expect(get(store, FRESH)?.card.retired).toBe(true);
    expect(store.find({ kind: 'all' }, noon(TODAY)).map(({ card }) => card.id)).toEqual([
      OTHER,
      OLD,
    ]);
    expect(store.names('company')).toEqual([
      { name: 'Meta', cards: 1 },
      { name: 'OpenAI', cards: 1 },
    ]);
    expect(store.check()).toEqual([]);
  });

  test('counts the reviews of both, in order of time', () => {
    const store = storeWithPair();
    review(store, FRESH, TODAY - 2);
    store.relink(OLD, FRESH);
    expect(store.history(OLD).map(({ event }) => [event.card, event.day])).toEqual([
      [OLD, TODAY - 5],
      [FRESH, TODAY - 2],
    ]);
    expect(get(store, OLD)?.memory).toMatchObject({ reps: 2, introducedDay: TODAY - 5 });
    expect(get(store, FRESH)?.memory).toEqual(NEW_MEMORY);
    expect(store.rebuild()).toBe(0);
  });

  test('an undo reaches the review that was made with the new card', () => {
    const store = storeWithPair();
    review(store, FRESH, TODAY - 2);
    store.relink(OLD, FRESH);
    expect(store.undoLast(noon(TODAY))).toMatchObject([{ card: FRESH }]);
    expect(get(store, OLD)?.memory.reps).toBe(1);
    expect(store.rebuild()).toBe(0);
  });

  test('the next import sees the old card only', () => {
    const store = storeWithPair();
    store.relink(OLD, FRESH);
    const cards = store.storedCards('viva');
    expect(cards.map(({ id, explicitId, retired }) => [id, explicitId, retired])).toEqual([
      [OTHER, null, false],
      [OLD, 'kept', false],
    ]);
    expect(store.isTaken(FRESH)).toBe(true);
  });

  test('can follow another: all that was ever merged stays together', () => {
    const store = storeWithPair();
    review(store, FRESH, TODAY - 2);
    store.relink(OLD, FRESH);
    const retired = store.storedCards('viva').filter((card) => card.id === OLD);
    const newest = cardId('d-newest');
    const next = plannedModule(deckModule(1), [{ id: OTHER, status: 'unchanged' }, { id: newest }]);
    store.applyImport(importChange([next], { retired }));
    review(store, newest, TODAY - 1);
    store.relink(OLD, newest);
    expect(get(store, OLD)?.memory.reps).toBe(3);

    // The card that holds it all is itself merged into one that was retired.
    const gone = store.storedCards('viva').filter((card) => card.id === OTHER);
    store.applyImport(importChange([], { retired: gone }));
    store.relink(OTHER, OLD);
    expect(get(store, OTHER)?.memory.reps).toBe(3);
    expect(store.rebuild()).toBe(0);
    expect(store.check()).toEqual([]);
  });

  test.each([
    ['a card with itself', OLD, OLD, 'Both ids name'],
    ['an old card that is live', OTHER, FRESH, 'not retired'],
    ['a new card that is retired', OLD, cardId('gone'), 'retired, too'],
  ])('refuses %s', (_, old, fresh, message) => {
    const store = storeWithPair();
    const module = plannedModule(deckModule(2), [{ id: 'gone' }]);
    store.applyImport(importChange([module]));
    const retired = store.storedCards('viva').filter((card) => card.id === 'gone');
    store.applyImport(importChange([], { retired }));
    expect(() => store.relink(old, fresh)).toThrow(
      expect.objectContaining({
        code: 'relink-invalid',
        message: expect.stringContaining(message),
        hint: expect.stringContaining('viva list is:retired'),
      }),
    );
    expect(get(store, OLD)?.card.retired).toBe(true);
  });

  test('refuses a card that was merged away, and one that nobody knows', () => {
    const store = storeWithPair();
    store.relink(OLD, FRESH);
    expect(() => store.relink(FRESH, OTHER)).toThrow(
      expect.objectContaining({ code: 'relink-invalid' }),
    );
    expect(() => store.relink(cardId('nobody'), OTHER)).toThrow(
      expect.objectContaining({ code: 'card-unknown' }),
    );
    const suspend = { kind: 'suspend', card: FRESH } as const;
    expect(() => store.append(suspend, noon(TODAY), CONFIG)).toThrow(
      expect.objectContaining({ code: 'card-unknown' }),
    );
  });
});
