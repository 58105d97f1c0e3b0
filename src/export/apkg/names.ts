import { createHash } from 'node:crypto';
import type { Card, CardModule } from '../../model/card.js';
import { foreignOrigin, type NoteOrigin } from '../../model/foreign-id.js';
import { cardOfGuid, ownGuid } from '../../model/own-guid.js';

/**
 * Returns by what Anki knows a card, the same at every export, so that a second
 * import updates its note: a note that came from Anki keeps its guid, and so does
 * one that another viva exported.
 */
export function noteOrigin({ id, explicitId }: Pick<Card, 'id' | 'explicitId'>): NoteOrigin {
  const foreign = foreignOrigin(explicitId);
  if (foreign !== null) return foreign;
  return { guid: ownGuid(cardOfGuid(explicitId) ?? id), ordinal: 0 };
}

/** Returns the deck of a module: `collection::part::number title`, without what it lacks. */
export function deckName({ collection, part, number, title }: CardModule): string {
  const own = number === null ? title : `${number} ${title}`;
  return [collection, part, own]
    .filter((name) => name.trim() !== '')
    .map(level)
    .join('::');
}

// "::" would begin a deck of its own, and Anki keeps the quote for its searches.
function level(name: string): string {
  return name
    .replaceAll(/:{2,}/g, ':')
    .replaceAll(/[\u0000-\u001f"]/g, ' ')
    .trim();
}

/** Returns the tags of a card: its companies, its difficulty and those of its module. */
export function noteTags(card: Pick<Card, 'companies' | 'stars' | 'tags'>): string[] {
  return [
    ...card.companies.map((name) => `company::${tagText(name)}`),
    `difficulty::${card.stars}`,
    ...card.tags.map(tagText),
  ].filter((tag) => tag !== '');
}

// Anki parts tags by blanks.
function tagText(name: string): string {
  return name.trim().replaceAll(/[\s\u0000-\u001f]+/g, '_');
}

/** Anki numbers things by the ms since 1970 at which they were made. */
const FIRST_ID = 1_100_000_000_000;
const HASH_BITS = 2 ** 26;

/** Returns numbers that look like Anki's own, the same for the same name at every export. */
export class AnkiIds {
  readonly #taken = new Set<number>();

  /** Returns a number for a name, up to a day before an instant (ms since 1970). */
  of(name: string, near = FIRST_ID + 2 * HASH_BITS): number {
    const hash = createHash('sha256').update(name).digest().readUInt32BE(0) % HASH_BITS;
    let id = Math.max(FIRST_ID, near - hash);
    while (this.#taken.has(id)) id++;
    this.#taken.add(id);
    return id;
  }
}
