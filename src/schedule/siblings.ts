import type { CardId } from '../model/ids.js';

/** A card of a set of which a day shows one. */
export interface Sibling {
  readonly id: CardId;
  /** Names the set, across modules; null where it is of none. */
  readonly siblings: string | null;
}

/** By sets of siblings, the card that a day shows of each. */
export type ShownSiblings = ReadonlyMap<string, CardId>;

/**
 * Returns those that are shown with these cards, too; of several of a set the
 * first, unless one of it is shown already. The queue of the store says the same
 * in SQL, for it has no card in hand (src/store/query/siblings-sql.ts).
 */
export function withShown(cards: Iterable<Sibling>, shown: ShownSiblings): ShownSiblings {
  const all = new Map(shown);
  for (const { id, siblings } of cards) {
    if (siblings !== null && !all.has(siblings)) all.set(siblings, id);
  }
  return all;
}

/** Returns whether a card waits for another day because one of its siblings is shown. */
export function waitsForSibling({ id, siblings }: Sibling, shown: ShownSiblings): boolean {
  return siblings !== null && (shown.get(siblings) ?? id) !== id;
}
