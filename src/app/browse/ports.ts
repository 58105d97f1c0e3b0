import type { CardSort } from '../../model/card-sort.js';
import type { VivaError } from '../../model/error.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { CardRecord, Cards } from '../cards/ports.js';

/**
 * Lists of cards of any length: a list is the store keys of its cards in their order, four bytes
 * a card, and what is to be seen of it is read a window at a time. A card keeps its key for good.
 */
export interface CardLists {
  /** Store keys of a query's cards in an order; with `limit`, only the first so many. */
  keysOf(query: Query, sort: CardSort, moment: Moment, limit?: number): Uint32Array;
  /** The cards of these keys, in their order. */
  recordsOf(keys: readonly number[], moment: Moment): CardRecord[];
}

/** A list that is asked for in words. */
export interface ListRequest {
  /** A query as it was typed. */
  readonly text: string;
  readonly sort: CardSort;
  readonly moment: Moment;
}

/** What came of it: keys of the cards in their order, or why the query has no meaning. */
export type FoundList =
  | { readonly keys: Uint32Array }
  | { readonly error: Pick<VivaError, 'message' | 'hint'> };

/** The kinds of names that cards have. */
export const NAME_KINDS = ['company', 'part', 'tag', 'collection', 'module'] as const;

/** The names of every kind, each with its number of live cards. */
export type CardNames = Readonly<Record<(typeof NAME_KINDS)[number], ReturnType<Cards['names']>>>;

/** Looks cards up beside the screen, however long it takes: no key waits for it. */
export interface Lookup {
  /** Makes ready for the first question. */
  begin(): void;
  find(request: ListRequest): Promise<FoundList>;
  names(): Promise<CardNames>;
  close(): void;
}
