import type { DeckCard } from '../../model/card.js';
import type { ImportStatus, StoredCard } from '../../model/import.js';

/** Says what became of a stored card that is now this card of that module. */
export function statusOf(stored: StoredCard, card: DeckCard, module: string): ImportStatus {
  if (stored.module !== module) return 'moved';
  return isSameContent(stored, card) ? 'unchanged' : 'edited';
}

/** Do both hold the same in all but their place? */
export function isSameContent(stored: StoredCard, card: DeckCard): boolean {
  return (
    stored.answer === card.answer &&
    stored.question === card.question &&
    stored.stars === card.stars &&
    stored.explicitId === card.explicitId &&
    stored.siblings === card.siblings &&
    sameList(stored.companies, card.companies) &&
    sameList(stored.tags, card.tags) &&
    sameList(stored.defects, card.defects)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}
