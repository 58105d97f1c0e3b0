import type { ConvertedCard } from '../../deck/anki/convert-cards.js';
import { foreignId, hashedForeignId } from '../../model/foreign-id.js';
import { cardOfGuid } from '../../model/own-guid.js';
import type { CardName } from '../import/ports.js';

/** A card of a package that viva has already. */
export interface KnownCard {
  readonly converted: ConvertedCard;
  readonly name: CardName;
}

export interface Recognised {
  readonly known: readonly KnownCard[];
  /** Cards that viva does not have. */
  readonly fresh: readonly ConvertedCard[];
}

/**
 * Sorts the cards of a package into those that viva has, in whatever collection,
 * and the others. They are known by the guid of their note and their number in
 * it, never by their text, and by no other id of Anki's.
 */
export function recognise(cards: readonly ConvertedCard[], names: Iterable<CardName>): Recognised {
  const byId = new Map<string, CardName>();
  const byExplicitId = new Map<string, CardName>();
  for (const name of names) {
    byId.set(name.id, name);
    const { explicitId } = name;
    // Of several with one id the one that can still be reviewed is meant.
    const there = explicitId === null ? undefined : byExplicitId.get(explicitId);
    if (explicitId !== null && (there === undefined || there.retired)) {
      byExplicitId.set(explicitId, name);
    }
  }
  const find = ({ isOwn, origin }: ConvertedCard): CardName | undefined => {
    if (isOwn) return byId.get(cardOfGuid(origin.guid) ?? '') ?? byExplicitId.get(origin.guid);
    return byExplicitId.get(foreignId(origin)) ?? byExplicitId.get(hashedForeignId(origin));
  };
  const known: KnownCard[] = [];
  const fresh: ConvertedCard[] = [];
  const taken = new Set<string>();
  for (const converted of cards) {
    const name = find(converted);
    if (name === undefined) fresh.push(converted);
    // A second note of the same guid is no card of Anki's.
    else if (!taken.has(name.id)) {
      taken.add(name.id);
      known.push({ converted, name });
    }
  }
  return { known, fresh };
}
