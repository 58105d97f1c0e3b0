import { join, type NewCard, namedApart, type OldCard, stillOpen } from './entries.js';

/** Stored and new cards that agree in something. */
export interface Group {
  readonly oldCards: readonly OldCard[];
  readonly newCards: readonly NewCard[];
}

interface Keys {
  /** Returns what a stored card is grouped by; null leaves it out. */
  old(card: OldCard): string | null;
  fresh(card: NewCard): string | null;
}

/** Groups the open ones of both sides by key; each list keeps its order. */
export function groupBoth(
  oldCards: readonly OldCard[],
  newCards: readonly NewCard[],
  keys: Keys,
): Group[] {
  if (!oldCards.some(({ open }) => open)) return [];
  const groups = new Map<string, { oldCards: OldCard[]; newCards: NewCard[] }>();
  for (const card of newCards) {
    const key = card.open ? keys.fresh(card) : null;
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { oldCards: [], newCards: [card] });
    else group.newCards.push(card);
  }
  if (groups.size === 0) return [];
  for (const card of oldCards) {
    const key = card.open ? keys.old(card) : null;
    if (key !== null) groups.get(key)?.oldCards.push(card);
  }
  return [...groups.values()].filter((group) => group.oldCards.length > 0);
}

/** Joins several parts to one key that no other parts give. */
export function keyOf(...parts: readonly string[]): string {
  // Normalised text holds no line break, and no module key does.
  return parts.join('\n');
}

/** Returns what of a group is still to be paired. */
export function leftOf({ oldCards, newCards }: Group): Group {
  return { oldCards: stillOpen(oldCards), newCards: stillOpen(newCards) };
}

/** Pairs a group of one card on each side; does nothing to a larger one. */
export function pairOnly({ oldCards, newCards }: Group): void {
  const [old, fresh] = [oldCards[0], newCards[0]];
  if (oldCards.length === 1 && newCards.length === 1 && old && fresh) join(old, fresh);
}

/** The same where the cards are merely alike: explicit ids can tell them apart. */
export function pairOnlyAlike(group: Group): void {
  const [old, fresh] = [group.oldCards[0], group.newCards[0]];
  if (old && fresh && !namedApart(old, fresh)) pairOnly(group);
}
