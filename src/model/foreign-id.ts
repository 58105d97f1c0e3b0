import { createHash } from 'node:crypto';

/** By what Anki knows a card: its note's guid, and its number within the note. */
export interface NoteOrigin {
  readonly guid: string;
  readonly ordinal: number;
}

/** Letters that stand in an id as they are; the bytes of all others as `~` and two digits. */
const PLAIN = /^[\w.!$&()*+,:;=?@^|]$/;
const FOREIGN_ID = /^anki-((?:[\w.!$&()*+,:;=?@^|]|~[0-9a-f]{2}){1,150})\/(\d{1,3})(-\d+)?$/;
/** A guid too long to stand in an id is hashed, as all were before. */
const MAX_LENGTH = 150;
const HASHED_ID = /^anki-[0-9a-f]{16}(?:-\d+)?$/;

/**
 * Returns the explicit id of a card that was made in Anki, by its note's guid and
 * its number within the note. A guid may hold any character, and an id stands in
 * a comment of HTML: what could end that is written in digits.
 */
export function foreignId({ guid, ordinal }: NoteOrigin): string {
  const written = [...guid].map(encoded).join('');
  const fits = written !== '' && written.length <= MAX_LENGTH && ordinal < 1000;
  return fits ? `anki-${written}/${ordinal}` : hashedForeignId({ guid, ordinal });
}

/** Returns the explicit id that viva gave such a card when it hashed every guid. */
export function hashedForeignId({ guid, ordinal }: NoteOrigin): string {
  const digest = createHash('sha256').update(`${guid}\0${ordinal}`).digest('hex');
  return `anki-${digest.slice(0, 16)}`;
}

/**
 * Reads out of an explicit id by what Anki knows the card; null where it does not
 * say. Two notes of one guid are no work of Anki's: only the first has it.
 */
export function foreignOrigin(id: string | null): NoteOrigin | null {
  const [, written, ordinal, further] = FOREIGN_ID.exec(id ?? '') ?? [];
  if (written === undefined || further !== undefined) return null;
  const bytes = written.replaceAll(/~([0-9a-f]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  return { guid: Buffer.from(bytes, 'latin1').toString('utf8'), ordinal: Number(ordinal) };
}

/** Returns whether an explicit id is that of a card made in Anki. */
export function isForeignId(id: string | null): boolean {
  return id !== null && (FOREIGN_ID.test(id) || HASHED_ID.test(id));
}

function encoded(character: string): string {
  if (PLAIN.test(character)) return character;
  return Array.from(
    Buffer.from(character, 'utf8'),
    (byte) => `~${byte.toString(16).padStart(2, '0')}`,
  ).join('');
}
