import type { CardState } from '../model/memory.js';
import type { Moment } from '../model/moment.js';
import type { Query } from '../model/query.js';
import { currentStreak } from './current-streak.js';
import type { Store } from './ports.js';

/** A collection's cards in numbers, and what was done with them. */
export interface CountStats {
  readonly cards: number;
  readonly states: Readonly<Record<CardState, number>>;
  readonly suspended: number;
  readonly leeches: number;
  readonly flagged: number;
  /** Sum of the retrievability of all cards seen: how many would be recalled now. */
  readonly known: number;
  readonly today: { readonly reviews: number; readonly introduced: number };
  /** Study days in a row with a review. */
  readonly streak: number;
}

/** Counts the cards of a query, and today's work over all cards. */
export function countStats(query: Query, moment: Moment, store: Store): CountStats {
  const records = store.find(query, moment);
  const states: Record<CardState, number> = { new: 0, learning: 0, review: 0, relearning: 0 };
  let known = 0;
  for (const { memory, retrievability } of records) {
    states[memory.state]++;
    known += retrievability ?? 0;
  }
  const count = (test: (record: (typeof records)[number]) => boolean) =>
    records.filter(test).length;
  const today = store.dayCounts(moment.today);
  return {
    cards: records.length,
    states,
    suspended: count(({ memory }) => memory.suspended),
    leeches: count(({ memory }) => memory.leech),
    flagged: count(({ card, memory }) => memory.flag > 0 || card.defects.length > 0),
    known,
    today: { reviews: today.total, introduced: today.fresh },
    streak: currentStreak(moment, store),
  };
}
