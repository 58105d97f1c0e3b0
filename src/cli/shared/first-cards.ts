import type { Upkeep } from '../../app/upkeep/ports.js';

/** What to say where there is no card yet; nothing elsewhere. */
export function firstCards(store: Pick<Upkeep, 'isEmpty'>): string[] {
  if (!store.isEmpty()) return [];
  return [
    'There are no cards yet. "viva" brings the decks that come with it; "viva import PATH" takes your own.',
  ];
}
