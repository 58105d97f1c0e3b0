import type { DeckCard } from '../../model/card.js';
import type { SourcedModule } from '../../model/import.js';
import { cardOfGuid } from '../../model/own-guid.js';
import type { Library } from './ports.js';

/**
 * Returns the modules that were read for a collection, without copies of cards that stand
 * in their decks (see `isOwnGuid`): a card has one home.
 */
export function withoutCopies(
  collection: string,
  modules: readonly SourcedModule[],
  store: Pick<Library, 'isAtHomeOutside'>,
): SourcedModule[] {
  const isAway = ({ explicitId }: DeckCard) => {
    const id = cardOfGuid(explicitId);
    return id !== null && store.isAtHomeOutside(collection, id);
  };
  return modules.map((each) => {
    if (!each.module.cards.some(isAway)) return each;
    const cards = each.module.cards.filter((card) => !isAway(card));
    return { ...each, module: { ...each.module, cards } };
  });
}
