import { join, type NewCard, namedApart, type OldCard, stillOpen } from './entries.js';

/** Stored and new cards that agree in something. */
export interface Group {
  readonly olds: readonly OldCard[];
  readonly news: readonly NewCard[];
}

interface Keys {
  /** Gives what a stored card is grouped by; null leaves it out. */
  old(card: OldCard): string | null;
  fresh(card: NewCard): string | null;
}

/** Groups the open ones of both sides by key; each list keeps its order. */
export function groupBoth(olds: readonly OldCard[], news: readonly NewCard[], keys: Keys): Group[] {
  if (!olds.some(({ open }) => open)) return [];
  const groups = new Map<string, { olds: OldCard[]; news: NewCard[] }>();
  for (const card of news) {
    const key = card.open ? keys.fresh(card) : null;
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { olds: [], news: [card] });
    else group.news.push(card);
  }
  if (groups.size === 0) return [];
  for (const card of olds) {
    const key = card.open ? keys.old(card) : null;
    if (key !== null) groups.get(key)?.olds.push(card);
  }
  return [...groups.values()].filter((group) => group.olds.length > 0);
}

/** Joins several parts to one key that no other parts give. */
export function keyOf(...parts: readonly string[]): string {
  // Normalised text holds no line break, and no module key does.
  return parts.join('\n');
}

/** Gives what of a group is still to be paired. */
export function leftOf({ olds, news }: Group): Group {
  return { olds: stillOpen(olds), news: stillOpen(news) };
}

/** Pairs a group of one card on each side; does nothing to a larger one. */
export function pairOnly({ olds, news }: Group): void {
  const [old, fresh] = [olds[0], news[0]];
  if (olds.length === 1 && news.length === 1 && old && fresh) join(old, fresh);
}

/** The same where the cards are merely alike: explicit ids can tell them apart. */
export function pairOnlyAlike(group: Group): void {
  const [old, fresh] = [group.olds[0], group.news[0]];
  if (old && fresh && !namedApart(old, fresh)) pairOnly(group);
}
