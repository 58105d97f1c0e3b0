import type { SourcedModule, StoredCard } from '../../model/import.js';
import { cardOfGuid } from '../../model/own-guid.js';
import { makeCardId } from './card-id.js';
import { CardText } from './card-text.js';
import { likenessOf } from './compare.js';
import { keyOf } from './group.js';
import { LIKE_CARD } from './likeness.js';

/**
 * Returns those of the copies (see `isOwnGuid`) that cards read for a collection may be: of the
 * id that a card names, or would be given, or of its question in a module of the same key, with an
 * answer much like its own. Modules of different decks often have one number: a key alone says nothing.
 */
export function copiesOf(
  collection: string,
  copies: readonly StoredCard[],
  modules: readonly SourcedModule[],
): StoredCard[] {
  if (copies.length === 0) return [];
  const ids = new Set<string>();
  const answers = new Map<string, string>();
  for (const { key, module } of modules) {
    for (const card of module.cards) {
      ids.add(makeCardId({ collection, module: key, ...card }, () => false));
      ids.add(cardOfGuid(card.explicitId) ?? '');
      const { question, answer } = new CardText(card);
      answers.set(keyOf(key, question), answer);
    }
  }
  return copies.filter((copy) => {
    const { question, answer } = new CardText(copy);
    const there = answers.get(keyOf(copy.module, question));
    const isAlike = there !== undefined && likenessOf(there, answer) >= LIKE_CARD;
    return ids.has(copy.id) || isAlike;
  });
}
