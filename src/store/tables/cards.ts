import type { Database } from 'better-sqlite3';
import type { OwnText } from '../../model/archive/card.js';
import type { DeckCard, Stars } from '../../model/card.js';
import { isUnspaced } from '../../query/words.js';
import { type Cells, cellsOf, placesOf } from './columns.js';
import { readDefects, readNames, writeNames } from './json-columns.js';

/** The columns of `cards` that decks decide. */
interface CardRow {
  readonly id: string;
  /** Store key of its module. */
  readonly module: number;
  readonly explicit_id: string | null;
  readonly ordinal: number;
  readonly stars: Stars;
  readonly question: string;
  readonly answer: string;
  /** JSON lists. */
  readonly companies: string;
  readonly tags: string;
  readonly siblings: string | null;
  readonly defects: string;
  readonly line: number;
  /** When an import last changed it, ms since 1970. */
  readonly changed_at: number;
  /** When it was gone from its deck, ms since 1970; null while it is live. */
  readonly retired_at: number | null;
  /** When it first came, ms since 1970. */
  readonly added_at: number;
}

const TEXT = [
  ...(['module', 'explicit_id', 'ordinal', 'stars', 'question', 'answer'] as const),
  ...(['companies', 'tags', 'siblings', 'defects', 'line'] as const),
] as const;

/** What a deck last said of a card, and when. */
export const STATE_COLUMNS = [...TEXT, 'changed_at', 'retired_at'] as const;

/** The columns of a card, but for those that follow from others. */
export const CARD_COLUMNS = [
  'id',
  ...STATE_COLUMNS,
  'added_at',
] as const satisfies readonly (keyof CardRow)[];

/** What of a card's row its text decides. */
export const CARD_TEXT = [...TEXT, 'unspaced'] as const;

/** The lists of names of a card, each with the table that is the same to search by. */
export const NAME_TABLES = [
  { column: 'companies', table: 'card_companies' },
  { column: 'tags', table: 'card_tags' },
] as const;

/** What a deck last said of a card, as SQLite gives and takes it. */
export type CardColumns = Pick<CardRow, (typeof STATE_COLUMNS)[number]>;

/** A card in raw mode. */
export type CardCells = Cells<typeof CARD_COLUMNS, CardRow>;

/** Where the cells stand in these. */
export const CARD = placesOf(CARD_COLUMNS);

/** Returns SQL of the key under which the history of a card of `cards` is kept: its own, unless it was joined. */
export function rootKey(alias: string): string {
  return `coalesce(${alias}.merged_into, ${alias}.key)`;
}

/** Returns the keys of every card that was joined to another, each with that of the card that has its history. */
export function joinedPairs(db: Database): [card: number, root: number][] {
  return db
    .prepare<[], [number, number]>(
      'SELECT key, merged_into FROM cards WHERE merged_into IS NOT NULL',
    )
    .raw()
    .all();
}

/** Returns what a deck says of the card that a row holds. */
export function deckCardOf(row: readonly [...CardCells, ...unknown[]]): DeckCard {
  return {
    explicitId: row[CARD.explicit_id],
    stars: row[CARD.stars],
    companies: readNames(row[CARD.companies]),
    tags: readNames(row[CARD.tags]),
    ...siblingsOf(row[CARD.siblings]),
    question: row[CARD.question],
    answer: row[CARD.answer],
    defects: readDefects(row[CARD.defects]),
    line: row[CARD.line],
  };
}

const siblingsOf = (name: string | null) => (name === null ? {} : { siblings: name });

/** Returns what a deck said of the card that a row holds, and when, as archives have it. */
export function ownTextOf(row: readonly [...CardCells, ...unknown[]]): OwnText {
  const { explicitId, stars, companies, tags, question, answer, defects, line } = deckCardOf(row);
  const ordinal = row[CARD.ordinal];
  return {
    ...{ explicitId, module: row[CARD.module], ordinal, stars, companies: [...companies] },
    ...(tags.length > 0 && { tags: [...tags] }),
    ...siblingsOf(row[CARD.siblings]),
    ...{ question, answer, defects: [...defects], line },
    changedAt: row[CARD.changed_at],
    retiredAt: row[CARD.retired_at],
  };
}

/** Returns the cells of a row that lacks some, or that may hold anything: what is made of it is to be checked then. */
export function cardCells(row: object): CardCells {
  // Before schema 8 there were no tags of one card, before 11 no siblings.
  return cellsOf(CARD_COLUMNS, { tags: '[]', siblings: null, ...row }) as CardCells;
}

/** Returns what a deck says of a card as columns; takes the store key of its module. */
export function cardTextRow(card: DeckCard, module: number, ordinal: number) {
  // A row of thousands: an object that is copied from another takes several times as long.
  return {
    module,
    explicit_id: card.explicitId,
    ordinal,
    stars: card.stars,
    question: card.question,
    answer: card.answer,
    companies: writeNames(card.companies),
    tags: writeNames(card.tags),
    siblings: card.siblings ?? null,
    defects: writeNames(card.defects),
    line: card.line,
  };
}

/** Returns 1 for a text that is searched by parts of words, not by words; see `cards_trigram`. */
export function unspacedOf({ question, answer }: Pick<CardRow, 'question' | 'answer'>): 0 | 1 {
  return isUnspaced(question) || isUnspaced(answer) ? 1 : 0;
}
