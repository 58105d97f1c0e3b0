import { type CardId, cardId } from './ids.js';

const OWN_GUID = /^viva-([0-9a-z]{12})$/;

/** Returns the guid by which Anki knows the note of a card of viva's again, at every export. */
export function ownGuid(card: CardId): string {
  return `viva-${card}`;
}

/** Returns the card that a guid of viva's names; null for any other guid. */
export function cardOfGuid(guid: string | null): CardId | null {
  const id = OWN_GUID.exec(guid ?? '')?.[1];
  return id === undefined ? null : cardId(id);
}
