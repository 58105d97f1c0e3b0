import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { drawQuestions } from '../../../src/app/interview/draw-questions.js';
import { planToday } from '../../../src/app/plan/today.js';
import type { Store } from '../../../src/app/ports.js';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Rating } from '../../../src/model/rating.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import {
  ALL,
  CONFIG,
  deckModule,
  importChange,
  newStore,
  noon,
  plannedModule,
  review,
  TODAY,
} from '../store/support.js';

const SETTINGS = settingsSchema.parse({ newPerDay: 50 });
const REQUEST = {
  ...({ query: ALL, order: 'due', limit: null, fresh: null, minutes: null, cram: false } as const),
};

/** A store with a module for each list; cards with the same letter in it are siblings, `-` alone. */
function storeOf(modules: readonly string[]): Store {
  const store = newStore();
  const planned = modules.map((letters, at) =>
    plannedModule(
      deckModule(at + 1),
      [...letters].map((letter, n) => ({
        id: `m${at}${letter}${n}`.padEnd(12, '0'),
        ...(letter !== '-' && { card: { siblings: letter } }),
      })),
    ),
  );
  store.applyImport(importChange(planned));
  return store;
}

/** The set that a card is of, by its id; null for none. */
const setOf = (id: string) => (id[2] === '-' ? null : id.slice(0, 3));

/** Reviews all that a day wants; gives the cards in the order in which they came. */
function studied(store: Store, day: number, ratings: () => Rating, isPlanned: boolean): string[] {
  let now = noon(day).now;
  const moment = () => ({ ...noon(day), now });
  const desk = new ReviewDesk(REQUEST, {
    store,
    moment,
    settings: SETTINGS,
    config: CONFIG,
    plans: isPlanned ? planToday(store, CONFIG, SETTINGS, moment()) : undefined,
  });
  const cards: string[] = [];
  for (let n = 0; n < 200; n++) {
    const id = desk.view().session.current?.id;
    if (id === undefined) break;
    desk.reveal();
    now += 10_000;
    desk.rate(ratings());
    cards.push(id);
  }
  return cards;
}

/** Adds a plan for all cards, for an interview in 20 days. */
function addPlan(store: Store): void {
  const deadline = { deadlineAt: noon(TODAY + 20).now, deadlineDay: studyDay(TODAY + 20) };
  const plan = { name: 'P', query: '', minutesPerDay: 30, target: 0.9 };
  store.addPlan({ ...plan, ...deadline, createdAt: noon(TODAY).now });
}

const letters = fc.string({ unit: fc.constantFrom('-', 'a', 'b'), minLength: 1, maxLength: 6 });

describe('of siblings', () => {
  test('a day shows one, with a plan and without, and in the end every one comes', () => {
    fc.assert(
      fc.property(
        fc.array(letters, { minLength: 1, maxLength: 3 }),
        fc.infiniteStream(fc.constantFrom(2 as const, 3 as const, 4 as const)),
        fc.boolean(),
        (modules, stream, isPlanned) => {
          const store = storeOf(modules);
          if (isPlanned) addPlan(store);
          const ratings = () => stream.next().value as Rating;
          const seen = new Set<string>();
          // A sibling that is due takes the day from one that is new, so six may take two weeks.
          for (let day = TODAY; day < TODAY + 19; day++) {
            const cards = new Set(studied(store, day, ratings, isPlanned));
            const sets = [...cards].flatMap((id) => setOf(id) ?? []);
            expect(new Set(sets).size).toBe(sets.length);
            for (const id of cards) seen.add(id);
          }
          expect(seen.size).toBe(modules.join('').length);
        },
      ),
      { numRuns: 12 },
    );
  });

  test('a second session of the day shows no other, and what waits counts one', () => {
    const store = storeOf(['aaa-']);
    const waiting = () => store.waiting(ALL, noon(TODAY));
    expect(waiting().fresh).toBe(2);
    expect(store.waitingBy(ALL, noon(TODAY)).stars).toMatchObject([{ fresh: 2 }]);
    review(store, 'm0a000000000', TODAY, { rating: 4 });
    expect(waiting().fresh).toBe(1);
    expect(studied(store, TODAY, () => 4, false)).toEqual(['m0-300000000']);
  });

  test.each([false, true])(
    'none comes after one that was reviewed, then put off (plan: %s)',
    (isPlanned) => {
      const store = storeOf(['aa-']);
      if (isPlanned) addPlan(store);
      const id = cardId('m0a000000000');
      review(store, id, TODAY, { rating: 4 });
      store.append({ kind: 'bury', card: id, until: studyDay(TODAY + 1) }, noon(TODAY), CONFIG);
      expect(studied(store, TODAY, () => 4, isPlanned)).toEqual(['m0-200000000']);
    },
  );

  test('the one that a query lets through is shown', () => {
    const store = storeOf(['aa']);
    const query = parseQuery('id:m0a100000000');
    expect(store.waiting(query, noon(TODAY)).fresh).toBe(1);
  });

  test('cards within their steps come as they come', () => {
    const store = storeOf(['aa']);
    review(store, 'm0a000000000', TODAY - 1, { rating: 1 });
    review(store, 'm0a100000000', TODAY - 1, { rating: 1 });
    const request = {
      query: ALL,
      moment: noon(TODAY),
      order: 'due',
      reviewLimit: 9,
      freshLimit: 9,
    };
    expect(store.pools(request as never).learning).toHaveLength(2);
  });

  test('an interview asks one, and none whose sibling was reviewed today', () => {
    const store = storeOf(['aaa', 'bb-']);
    const log = { asked: () => [], add: () => {}, finish: () => {}, history: () => [] } as never;
    const request = { query: ALL, minutes: null, questions: null, record: true, seed: 3 };
    const asked = () =>
      drawQuestions(request, { store, log }, noon(TODAY)).cards.map(({ id }) => id as string);
    expect(asked().map(setOf).sort()).toEqual(['m0a', 'm1b', null].sort());
    review(store, 'm0a200000000', TODAY, { rating: 4 });
    expect(asked().filter((id) => setOf(id) === 'm0a')).toEqual([cardId('m0a200000000')]);
  });
});
