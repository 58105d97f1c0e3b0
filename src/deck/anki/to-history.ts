import type { AnkiCollection, AnkiReview } from '../../model/anki.js';
import type { PastDetails, ReviewKind } from '../../model/event.js';
import { parseRating } from '../../model/rating.js';

/** Something that happened to a card in Anki, in viva's terms. */
export type AnkiEvent = {
  /** Anki's id of the card. */
  readonly card: number;
  /** ms since 1970. */
  readonly at: number;
} & PastDetails;

/** Anki's first day: whatever is older is a broken clock or no time at all. */
const EARLIEST = Date.UTC(2006, 0, 1);
const MAX_MS = 86_400_000;
const SUSPENDED = -1;

/**
 * Returns what a collection says of its cards' past: reviews, cards made new
 * again, and those that are suspended or flagged now. Rows that cannot be are
 * left out: ratings or times that do not exist. `now` is in ms since 1970.
 */
export function toHistory(collection: AnkiCollection, now: number): AnkiEvent[] {
  const newest = new Map<number, number>();
  const reviews = collection.reviews.flatMap((row): AnkiEvent[] => {
    const event = row.id >= EARLIEST && row.id <= now ? eventOf(row) : null;
    if (event === null) return [];
    newest.set(row.card, row.id);
    return [event];
  });
  const states = collection.cards.flatMap((card): AnkiEvent[] => {
    const changed = Math.max(EARLIEST, Math.min(now, card.changedAt * 1000));
    const base = { card: card.id, at: Math.max(changed, newest.get(card.id) ?? 0) };
    const flag = card.flag === 0 ? [] : [{ ...base, kind: 'flag' as const, value: card.flag }];
    return card.queue === SUSPENDED ? [...flag, { ...base, kind: 'suspend' }] : flag;
  });
  return [...reviews, ...states];
}

function eventOf({ id, card, ease, factor, durationMs, type }: AnkiReview): AnkiEvent | null {
  const base = { card, at: id };
  // By hand with no ease left: "Forget". Other changes by hand have no like in viva.
  if (type >= 4) return factor === 0 && type === 4 ? { ...base, kind: 'forget' } : null;
  const rating = parseRating(String(ease));
  const reviewKind = kindOf(type, factor);
  if (rating === undefined || reviewKind === null) return null;
  const time = Math.max(0, Math.min(MAX_MS, durationMs));
  return { ...base, kind: 'review', rating, durationMs: time, reviewKind };
}

// A filtered deck that changed the schedule leaves an ease.
function kindOf(type: number, factor: number): ReviewKind | null {
  switch (type) {
    case 0:
      return 'learn';
    case 1:
      return 'review';
    case 2:
      return 'relearn';
    case 3:
      return factor === 0 ? 'cram' : 'review';
    default:
      return null;
  }
}
