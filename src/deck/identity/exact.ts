import { addTo } from '../../model/groups.js';
import { join, type NewCard, type OldCard, type Pairing } from './entries.js';
import { type Group, groupBoth, keyOf, pairOnly } from './group.js';
import { isSameContent } from './status.js';

/**
 * Pairs cards that stand in their module as they were. It comes first because
 * it takes from no rule: nothing else can fit such a card better.
 */
export function pairUnchanged({ live, fresh }: Pairing): void {
  const modules = indexByPlace(live);
  for (const card of fresh.flat()) {
    const same = modules.get(card.module)?.get(placeKey(card.card));
    const old = same === undefined ? undefined : takeSame(same, card);
    if (old !== undefined) join(old, card);
  }
}

/** Of thousands with one question only the next few are looked at; the rules after this see all. */
const MAX_COMPARED = 100;

function takeSame(oldCards: OldCard[], fresh: NewCard): OldCard | undefined {
  const from = Math.max(0, oldCards.length - MAX_COMPARED);
  for (let index = oldCards.length - 1; index >= from; index--) {
    const old = oldCards[index];
    if (old === undefined || !isSameContent(old.stored, fresh.card)) continue;
    oldCards.splice(index, 1);
    return old;
  }
  return undefined;
}

/** Returns the cards by module and text, the last first: taking from a list's end is cheap. */
function indexByPlace(oldCards: readonly OldCard[]): Map<string, Map<string, OldCard[]>> {
  const modules = new Map<string, Map<string, OldCard[]>>();
  for (const old of oldCards.toReversed()) {
    const { module } = old.stored;
    const key = placeKey(old.stored);
    let cards = modules.get(module);
    if (cards === undefined) {
      cards = new Map();
      modules.set(module, cards);
    }
    addTo(cards, key, old);
  }
  return modules;
}

// The answer's length stands for the answer: hashing all of it would take longer than comparing.
function placeKey({ question, answer }: { question: string; answer: string }): string {
  return `${answer.length}\n${question}`;
}

/** Pairs by explicit id, whatever the module; a live card goes before a retired one. */
export function pairByExplicitId({ live, retired, fresh }: Pairing): void {
  const oldCards = [...live, ...retired];
  const newCards = fresh.flat();
  // An id used twice is a mistake of the deck: each use keeps to its own module, if it can.
  const own = groupBoth(oldCards, newCards, {
    old: ({ stored }) => stored.explicitId && keyOf(stored.module, stored.explicitId),
    fresh: ({ card, module }) => card.explicitId && keyOf(module, card.explicitId),
  });
  for (const group of own) pairInOrder(group);
  const anywhere = groupBoth(oldCards, newCards, {
    old: ({ stored }) => stored.explicitId,
    fresh: ({ card }) => card.explicitId,
  });
  for (const group of anywhere) pairInOrder(group);
}

/** Pairs cards of one module by question and answer; a live card goes before a retired one. */
export function pairSameText({ live, retired, fresh }: Pairing): void {
  const groups = groupBoth([...live, ...retired], fresh.flat(), {
    old: ({ stored, text }) => keyOf(stored.module, text.question, text.answer),
    fresh: ({ module, text }) => keyOf(module, text.question, text.answer),
  });
  // The deck itself cannot tell these apart, so their order decides.
  for (const group of groups) pairInOrder(group);
}

/** Returns the groups of cards with equal question and answer, in whatever module. */
export function groupByText(oldCards: readonly OldCard[], newCards: readonly NewCard[]): Group[] {
  const textKey = ({ text }: OldCard | NewCard) => keyOf(text.question, text.answer);
  return groupBoth(oldCards, newCards, { old: textKey, fresh: textKey });
}

/**
 * Pairs a card whose text is now, and only, elsewhere: it moved. The likeness
 * of another card is no match for the text itself.
 */
export function pairMovedText({ live, retired, fresh }: Pairing): void {
  const newCards = fresh.flat();
  for (const oldCards of [live, retired]) {
    for (const group of groupByText(oldCards, newCards)) pairOnly(group);
  }
}

function pairInOrder({ oldCards, newCards }: Group): void {
  newCards.forEach((fresh, index) => {
    const old = oldCards[index];
    if (old !== undefined) join(old, fresh);
  });
}
