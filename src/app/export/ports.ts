import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { CardFacts } from '../../stats/card-table.js';
import type { TickedReview } from '../../stats/missed-points.js';
import type { CompanyFacts, ModuleFacts } from '../../stats/readiness.js';
import type { CardRecord } from '../cards/ports.js';

/** Whole tables as numbers, for statistics: row by row, and nothing kept. */
export interface Scan {
  /** The highest card key and one: room for arrays by key. */
  cardKeys(): number;
  /**
   * Every card of the query, retired ones included, whose history counts. `live`
   * is true where the query finds it.
   */
  scanCards(query: Query, moment: Moment, visit: (card: CardFacts) => void): void;
  /**
   * Every review and every "forget" that is not undone, in the order in which
   * they were written, under the key of the card they count for; `code` is
   * that of stats/review-columns.ts. With `cards`, those of these keys only,
   * card by card.
   */
  scanReviews(
    cards: readonly number[] | null,
    visit: (card: number, at: number, day: number, code: number, durationMs: number) => void,
  ): void;
  /** Every review with ticked points that is not undone, under the card it counts for. */
  scanTicked(): IterableIterator<TickedReview>;
  /** Every module in the order of the syllabus. */
  scanModules(): ModuleFacts[];
  /** Every company with the keys of its cards. */
  scanCompanies(): IterableIterator<CompanyFacts>;
  /** The card of a key that a scan has given. */
  cardOfKey(key: number, moment: Moment): CardRecord;
}
