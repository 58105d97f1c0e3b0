import { merged } from '../../deck/edit/lay-over.js';
import type { DeckCard } from '../../model/card.js';
import type { Target, TargetCard } from './targets.js';

/** Returns a card as the person has it: with their edit over what its source says now. */
export function ownCard(
  { book }: Pick<Target, 'book'>,
  { stored, source, edit }: TargetCard,
): DeckCard {
  if (source === null) return edit?.mine ?? book.addedLike(stored)?.card ?? stored;
  return edit?.mine == null ? source.card : merged(source.card, edit.base, edit.mine);
}

/**
 * Sets what the person makes of a card over its source. `base` is the source's
 * text that they saw; left out where it is not that which they changed.
 */
export function setOverlayEdit(
  { book }: Pick<Target, 'book'>,
  { stored, source, edit }: TargetCard,
  mine: DeckCard,
  base = edit?.base ?? source?.card,
): void {
  if (base !== undefined) {
    const module = source === null ? null : { key: stored.module, head: source.module };
    book.put(module, { id: stored.id, base, mine });
    return;
  }
  const added = book.addedLike(stored);
  if (added !== null) book.replaceAdded(added.key, added.card, [mine]);
}
