import { cardId } from '../../model/ids.js';
import type { StoredCard } from '../../model/import.js';
import { CARD_COLUMNS, type CardCells, deckCardOf } from '../tables/cards.js';
import { listed, placesOf } from '../tables/columns.js';

/** A row of `STORED_COLUMNS` in raw mode. */
export type StoredCells = readonly [...CardCells, ident: string];

/** SQL of the columns of a card `c` and its module `m` as the identity rules see it. */
export const STORED_COLUMNS = `${listed(CARD_COLUMNS, 'c')}, m.ident`;

const STORED = placesOf([...CARD_COLUMNS, 'ident']);

/** Returns the card that a row holds. */
export function storedCardOf(row: StoredCells): StoredCard {
  return {
    id: cardId(row[STORED.id]),
    module: row[STORED.ident],
    ordinal: row[STORED.ordinal],
    ...deckCardOf(row),
    retired: row[STORED.retired_at] !== null,
  };
}
