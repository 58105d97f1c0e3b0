import type { Card } from '../../model/card.js';
import type { CardId } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import type { DeckModule } from '../../model/module.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';

export interface CardRecord {
  readonly card: Card;
  readonly memory: Memory;
  /** Probability of recall at the moment asked for, 0..1; null for a new card. */
  readonly retrievability: number | null;
}

/** Cards with their memory. */
export interface Cards {
  find(query: Query, moment: Moment, limit?: number): CardRecord[];
  /** The same cards one by one. Nothing else may be asked of the store meanwhile. */
  each(query: Query, moment: Moment): IterableIterator<CardRecord>;
  count(query: Query, moment: Moment): number;
  /** Cards whose id starts with the text, or whose explicit id is the text; at most 5. */
  resolve(reference: string, moment: Moment): CardRecord[];
  get(id: CardId, moment: Moment): CardRecord | null;
  /** The module around a card, for its insights, links and code. */
  moduleOf(id: CardId): DeckModule | null;
  /** Spellings of every company, part, tag and collection, with their number of live cards. */
  names(
    kind: 'company' | 'part' | 'tag' | 'collection' | 'module',
  ): { name: string; cards: number }[];
}
