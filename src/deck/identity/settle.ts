import { addTo } from '../../model/groups.js';
import { join, leaveOpen, type NewCard, type OldCard, type Pairing } from './entries.js';
import { EQUALLY_LIKELY } from './likeness.js';

/** A pairing that could be, and how likely it is, 0..1. */
export interface Possible {
  readonly old: OldCard;
  readonly fresh: NewCard;
  readonly score: number;
}

/**
 * Makes the likeliest pairings real, best first and none below `enough`, each
 * card in one at most. Where several that share a card are equally likely, none
 * is made, and their cards are left to the person: so those just below `enough`
 * must be among the possible too.
 */
export function settle(pairing: Pairing, possible: readonly Possible[], enough: number): void {
  const byCard = groupByCard(possible);
  for (const best of possible.toSorted((a, b) => b.score - a.score)) {
    if (best.score < enough) return;
    if (!best.old.open || !best.fresh.open) continue;
    const equal = equallyLikely(best, byCard);
    if (equal.length === 1) join(best.old, best.fresh);
    else leaveTie(pairing, equal);
  }
}

type ByCard = ReadonlyMap<OldCard | NewCard, readonly Possible[]>;

function groupByCard(possible: readonly Possible[]): ByCard {
  const byCard = new Map<OldCard | NewCard, Possible[]>();
  for (const pair of possible) {
    for (const card of [pair.old, pair.fresh]) addTo(byCard, card, pair);
  }
  return byCard;
}

/** Returns the pairing itself and all that hang together with it by shared cards. */
function equallyLikely(best: Possible, byCard: ByCard): Possible[] {
  const equal = new Set([best]);
  for (const pair of equal) {
    for (const card of [pair.old, pair.fresh]) {
      for (const rival of byCard.get(card) ?? []) {
        const close = rival.score >= best.score - EQUALLY_LIKELY;
        if (close && rival.old.open && rival.fresh.open) equal.add(rival);
      }
    }
  }
  return [...equal];
}

function leaveTie(pairing: Pairing, equal: readonly Possible[]): void {
  const candidates = new Map<OldCard, NewCard[]>();
  for (const { old, fresh } of equal) {
    candidates.set(old, [...(candidates.get(old) ?? []), fresh]);
  }
  for (const [old, newCards] of candidates) leaveOpen(pairing, old, newCards);
}
