import { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { CardRecord, Cards } from '../ports.js';

/**
 * Finds the one card a person means by the start of its id, or by the id its
 * file gives it. Throws `card-unknown` or `card-ambiguous`.
 */
export function oneCard(reference: string, moment: Moment, cards: Cards): CardRecord {
  const found = cards.resolve(reference, moment);
  const [first, ...others] = found;
  if (first === undefined) {
    throw new VivaError(
      'card-unknown',
      `There is no card "${reference}".`,
      'See the ids with "viva list"; the first characters are enough.',
    );
  }
  if (others.length > 0) {
    throw new VivaError(
      'card-ambiguous',
      `"${reference}" could be ${found.map(({ card }) => card.id).join(', ')}${found.length === 5 ? ' or more' : ''}.`,
      'Give more characters of the id.',
    );
  }
  return first;
}
