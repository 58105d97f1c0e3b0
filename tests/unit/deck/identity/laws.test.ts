import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DeckCard, Stars } from '../../../../src/model/card.js';
import type { SourcedModule, StoredCard } from '../../../../src/model/import.js';
import {
  applied,
  CACHE,
  card,
  FLASH,
  figures,
  MOE,
  module,
  planned,
  planOf,
  ROPE,
} from './library.js';

const stars = fc.constantFrom<Stars>(1, 2, 3);
const questions = [CACHE, FLASH, ROPE, MOE].map(({ question }) => question);
const answers = ['', 'Yes.', CACHE.answer, FLASH.answer, ROPE.answer, MOE.answer];
const tail = fc.constantFrom('', '', '', ' Say why.', ' (2)', ' That is all there is to it.');

/** Cards of few texts, so that copies, siblings and near twins are common. */
const deckCard: fc.Arbitrary<DeckCard> = fc
  .record({
    question: fc.tuple(fc.constantFrom(...questions, 'An interviewer asks:'), tail),
    answer: fc.tuple(fc.constantFrom(...answers), tail),
    stars,
    explicitId: fc.option(fc.constantFrom('a', 'b', 'c'), { freq: 4 }),
    cut: fc.boolean(),
  })
  .map(({ question, answer, cut, ...rest }) =>
    card(question.join(''), answer.join(''), {
      ...rest,
      defects: cut ? ['question-truncated', 'answer-truncated'] : [],
    }),
  );

const deck: fc.Arbitrary<SourcedModule[]> = fc
  .uniqueArray(fc.constantFrom(1, 2, 3, null), { maxLength: 3 })
  .chain((numbers) =>
    fc.tuple(
      ...numbers.map((number) =>
        fc.array(deckCard, { maxLength: 6 }).map((cards) => module(number, cards)),
      ),
    ),
  );

/** What the store holds after a few imports, retired cards among it. */
const storedCards: fc.Arbitrary<StoredCard[]> = fc
  .array(deck, { minLength: 1, maxLength: 3 })
  .map((decks) => {
    let stored: StoredCard[] = [];
    for (const modules of decks) stored = applied(stored, planOf(stored, modules));
    return stored;
  });

test('planning the same content twice changes nothing', () => {
  fc.assert(
    fc.property(storedCards, deck, (stored, modules) => {
      const once = applied(stored, planOf(stored, modules));
      const again = planOf(once, modules);
      const total = modules.reduce((sum, one) => sum + one.module.cards.length, 0);
      expect(figures(again)).toEqual(total === 0 ? {} : { unchanged: total });
      expect(applied(once, again)).toEqual(once);
    }),
    { numRuns: 400 },
  );
});

test('every new card has one id of its own, every stored card one use at most', () => {
  fc.assert(
    fc.property(storedCards, deck, (stored, modules) => {
      const plan = planOf(stored, modules);
      const cards = planned(plan);
      expect(cards.map((one) => one.card)).toEqual(modules.flatMap((one) => one.module.cards));
      expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
      for (const { id, status, before, returned } of cards) {
        expect(before === null).toBe(status === 'added');
        if (before === null) expect(stored.some((old) => old.id === id)).toBe(false);
        else expect(id).toBe(before.id);
        expect(returned).toBe(before?.retired ?? false);
      }
    }),
    { numRuns: 400 },
  );
});

test('every stored live card is paired or retired, and every tie is named', () => {
  fc.assert(
    fc.property(storedCards, deck, (stored, modules) => {
      const plan = planOf(stored, modules);
      const cards = planned(plan);
      const paired = new Set(cards.map(({ before }) => before?.id));
      const retired = stored.filter((old) => !old.retired && !paired.has(old.id));
      expect(plan.retired).toEqual(retired);
      const added = cards.filter(({ status }) => status === 'added').map(({ id }) => id);
      for (const { old, candidates } of plan.ambiguous) {
        expect(paired.has(old.id)).toBe(false);
        expect(candidates.length).toBeGreaterThan(0);
        for (const { id } of candidates) expect(added).toContain(id);
      }
    }),
    { numRuns: 400 },
  );
});

test('the order of cards never changes which stored card an unchanged one is', () => {
  const shuffled = storedCards.chain((stored) =>
    deck.chain((modules) =>
      fc
        .tuple(
          ...modules.map(({ module: { number, cards } }) =>
            fc
              .shuffledSubarray([...cards], { minLength: cards.length })
              .map((some) => module(number, some)),
          ),
        )
        .map((other) => ({ stored, modules, other })),
    ),
  );
  const unchanged = (stored: StoredCard[], modules: SourcedModule[]) =>
    planned(planOf(stored, modules))
      .filter(({ status, returned }) => status === 'unchanged' && !returned)
      .map(({ id }) => id)
      .sort();
  fc.assert(
    fc.property(shuffled, ({ stored, modules, other }) => {
      expect(unchanged(stored, other)).toEqual(unchanged(stored, modules));
    }),
    { numRuns: 400 },
  );
});
