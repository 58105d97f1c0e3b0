import { createHash } from 'node:crypto';

const FOREIGN_ID = /^anki-[0-9a-f]{16}(?:-\d+)?$/;

/**
 * Returns the explicit id of a card that was made in Anki, by its note's guid and
 * its number within the note. A guid may hold any character, and an id stands
 * in a comment of HTML: it is hashed.
 */
export function foreignId(guid: string, ordinal: number): string {
  const digest = createHash('sha256').update(`${guid}\0${ordinal}`).digest('hex');
  return `anki-${digest.slice(0, 16)}`;
}

/** Returns whether an explicit id is that of a card made in Anki. */
export function isForeignId(id: string | null): boolean {
  return id !== null && FOREIGN_ID.test(id);
}
