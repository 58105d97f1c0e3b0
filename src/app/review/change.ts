import { VivaError } from '../../model/error.js';
import type { Memory } from '../../model/memory.js';
import type { CardRecord } from '../cards/ports.js';

/** What happened elsewhere beneath an open screen. */
export interface Change {
  /** Did the card shown make way for another? */
  readonly moved: boolean;
  /** What the person should know. */
  readonly notice: string;
}

/** A card as it was when it came up: what the person decides on. */
export interface SeenCard {
  readonly card: CardRecord['card'];
  readonly memory: Memory;
}

/** Said of a card that was rated elsewhere while this person thought about it. */
export const OVERTAKEN =
  'Another viva reviewed that card in the meantime: its rating counts, yours was not recorded.';

/**
 * Says why a card that came up can no longer be rated as it was seen; null
 * where it can. A cram goes on whatever the schedule.
 */
export function whyGone({ memory }: SeenCard, now: CardRecord | null, cram = false): string | null {
  if (now === null) return 'That card is gone: another viva removed it.';
  if (now.card.retired)
    return 'That card is gone: another viva removed it or joined it to another card.';
  if (cram || isSame(memory, now.memory)) return null;
  if (now.memory.suspended) return 'Another viva suspended that card in the meantime.';
  if (now.memory.buriedUntil !== memory.buriedUntil)
    return 'Another viva put that card off in the meantime.';
  if ((now.memory.lastAt ?? 0) > (memory.lastAt ?? 0)) return OVERTAKEN;
  return 'Another viva changed the schedule of that card in the meantime.';
}

/** Is this what the journal throws where another viva was quicker, or took the card away? */
export function isAboutOthers(error: unknown): boolean {
  const code = error instanceof VivaError ? error.code : null;
  return code === 'card-changed' || code === 'card-unknown';
}

/** Says what is different about a card that can still be rated; null for nothing that shows. */
export function whatChanged({ card }: SeenCard, now: CardRecord | null): string | null {
  if (now === null) return null;
  const isSameText = card.question === now.card.question && card.answer === now.card.answer;
  return isSameText ? null : 'The text of this card was changed in the meantime.';
}

// A flag is a note of the person's, and changes nothing about the rating.
function isSame(a: Memory, b: Memory): boolean {
  return JSON.stringify({ ...a, flag: 0 }) === JSON.stringify({ ...b, flag: 0 });
}
