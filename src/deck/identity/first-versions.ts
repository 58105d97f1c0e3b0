import type { CardId } from '../../model/ids.js';
import type { StoredCard } from '../../model/import.js';
import { pairAlike } from './alike.js';
import { NewCard, OldCard, type Pairing } from './entries.js';

/**
 * Says which cards of one module, first read on two machines that knew nothing
 * of each other, are one card in two versions: by the rules that tell an edited
 * card from a new one. Between equally likely pairs none is guessed. Takes the
 * live cards that only one side has; returns pairs of ids.
 */
export function pairFirstVersions(
  here: readonly StoredCard[],
  there: readonly StoredCard[],
): readonly (readonly [CardId, CardId])[] {
  const oldCards = here.map((card) => new OldCard(card));
  const newCards = there.map((card) => new NewCard(card, card.module, card.ordinal));
  const pairing: Pairing = { live: oldCards, retired: [], fresh: [newCards], ties: [] };
  pairAlike(pairing, oldCards, newCards);
  return newCards.flatMap(({ partner }, n) => {
    const fresh = there[n];
    return partner === null || fresh === undefined ? [] : [[partner.stored.id, fresh.id] as const];
  });
}
