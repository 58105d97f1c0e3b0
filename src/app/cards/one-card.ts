import type { Moment } from '../../model/moment.js';
import { noCardMatches } from './no-match.js';
import type { CardRecord, Cards } from './ports.js';
import { selectCards } from './select.js';
import { ambiguousCard } from './with-ids.js';

/** Cards looked for: one is right, and so many others are named. */
const MAX_FOUND = 5;

/**
 * Finds the one card a person means: by the start of its id, by the id its file
 * gives it, or by a query that fits no other. Throws `card-unknown`,
 * `card-ambiguous`, or `query-invalid`.
 */
export function oneCard(reference: string, moment: Moment, cards: Cards): CardRecord {
  const found = findCards(reference, moment, cards);
  const [first, ...others] = found;
  if (first === undefined) {
    throw noCardMatches(reference, moment, cards);
  }
  if (others.length > 0) {
    throw ambiguousCard(reference, found);
  }
  return first;
}

function findCards(reference: string, moment: Moment, cards: Cards): CardRecord[] {
  const byId = cards.resolve(reference, moment);
  if (byId.length > 0 || reference.trim() === '') return byId;
  return cards.find(selectCards({ words: [reference], flags: {} }, cards), moment, MAX_FOUND);
}
