import * as z from './schema.js';

/** What a person sets a card to, beside its schedule. */
export interface CardMarks {
  readonly suspended: boolean;
  /** 0 (none) to 7. */
  readonly flag: number;
}

/** Suspended, and twice the flag, in one number. */
const customData = z.object({ v: z.int().check(z.minimum(0), z.maximum(15)) });
const cardData = z.object({ cd: z.string() });

/**
 * Returns a card's marks as Anki keeps what it does not know itself: JSON of at
 * most 100 bytes. They stay what they were when the card came to Anki, so that
 * what was changed there can be told from what was changed here.
 */
export function writeMarks({ suspended, flag }: CardMarks): string {
  return JSON.stringify({ v: flag * 2 + (suspended ? 1 : 0) });
}

/** Reads them out of a card's data; null where it has none. */
export function readMarks(data: string): CardMarks | null {
  try {
    const { v } = customData.parse(JSON.parse(cardData.parse(JSON.parse(data)).cd));
    return { suspended: v % 2 === 1, flag: v >> 1 };
  } catch {
    return null;
  }
}
