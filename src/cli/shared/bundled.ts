import type { Library } from '../../app/import/ports.js';
import type { Upkeep } from '../../app/upkeep/ports.js';

/** Name of the collection of the decks that come with viva. */
export const BUNDLED_COLLECTION = 'viva';

/** What to say where there is no card yet; nothing elsewhere. */
export function firstCards(store: Pick<Upkeep, 'isEmpty'>): string[] {
  if (!store.isEmpty()) return [];
  return [
    'There are no cards yet. "viva" brings the decks that come with it; "viva import PATH" takes your own.',
  ];
}

/** What to say after an import where the decks that come with viva never were; nothing elsewhere. */
export function bundledOffer(store: Pick<Library, 'collections'>): string[] {
  if (store.collections().some(({ name }) => name === BUNDLED_COLLECTION)) return [];
  return [
    'The decks that come with viva are not among your cards: "viva import --bundled" adds them.',
  ];
}
