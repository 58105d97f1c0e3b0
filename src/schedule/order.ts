import type { CardId, StudyDay } from '../model/ids.js';

/**
 * Returns a card's place in a day's random order: a whole number, 0..2^32-1, to
 * sort by. It is the same all day and unrelated to that of any other day.
 */
export function dailyShuffleKey(card: CardId, day: StudyDay): number {
  return cardHash(card, day);
}

/**
 * Hashes a card with a whole number to 0..2^32-1.
 * Hash: FNV-1a over the id, begun with the number, then MurmurHash3's
 * finalizer, which spreads a change of one bit over all bits.
 */
export function cardHash(card: CardId, number: number): number {
  let hash = 0x811c9dc5 ^ Math.imul(number, 0x9e3779b1);
  for (let i = 0; i < card.length; i++) {
    hash = Math.imul(hash ^ card.charCodeAt(i), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
