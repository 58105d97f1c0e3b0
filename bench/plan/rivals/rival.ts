import type { Memory, Random } from '../product.js';
import type { SessionDay } from '../sessions.js';

/** What a rival knows at the beginning of a session: the product's own schedule of each card. */
export interface Outlook extends SessionDay {
  readonly cards: readonly Memory[];
  /** Study day. */
  readonly today: number;
}

/** A simple way to prepare. */
export interface Rival {
  readonly name: string;
  /**
   * Returns the cards to review in a session, in their order. What the minutes
   * do not hold is not reached.
   */
  choose(outlook: Outlook, random: Random): number[];
}

/** Cards never shown. */
function freshCards({ cards }: Outlook): number[] {
  return indicesOf(cards, ({ lastDay }) => lastDay === null);
}

/** Cards shown before, on another day. */
export function seenCards({ cards, today }: Outlook): number[] {
  return indicesOf(cards, ({ lastDay }) => lastDay !== null && lastDay < today);
}

/**
 * The first of the new cards, so that the rest of them is spread evenly to a
 * part, 0..1, of all sessions.
 */
export function freshShare(outlook: Outlook, part: number): number[] {
  const fresh = freshCards(outlook);
  const { day, left } = outlook;
  const days = Math.max(1, Math.round((day + left) * part) - day);
  return fresh.slice(0, Math.ceil(fresh.length / days));
}

/** Puts cards in order of a figure, the least first. */
export function byLeast(cards: number[], figure: (card: number) => number): number[] {
  const figures = new Map(cards.map((card) => [card, figure(card)]));
  return cards.sort((a, b) => (figures.get(a) ?? 0) - (figures.get(b) ?? 0) || a - b);
}

/** Puts cards in the order in which they were last seen. */
export function byLastSeen(cards: number[], outlook: Outlook): number[] {
  return byLeast(cards, (card) => outlook.cards[card]?.lastAt ?? 0);
}

function indicesOf(cards: readonly Memory[], fits: (memory: Memory) => boolean): number[] {
  return cards.flatMap((memory, card) => (fits(memory) ? [card] : []));
}
