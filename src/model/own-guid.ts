import { type CardId, cardId } from './ids.js';

const OWN_GUID = /^viva-([0-9a-z]{12})$/;

/** Returns the guid by which Anki knows the note of a card of viva's again, at every export. */
export function ownGuid(card: CardId): string {
  return `viva-${card}`;
}

/**
 * Is a card of this explicit id the copy of one of viva's, written into a module file by
 * the import of a package? Wherever a deck has the card itself, that is its home.
 */
export function isOwnGuid(explicitId: string | null): boolean {
  return cardOfGuid(explicitId) !== null;
}

/** Returns the card that a guid of viva's names; null for any other guid. */
export function cardOfGuid(guid: string | null): CardId | null {
  const id = OWN_GUID.exec(guid ?? '')?.[1];
  return id === undefined ? null : cardId(id);
}
