import type { Database } from 'better-sqlite3';
import { rootKey } from '../tables/cards.js';
import type { Configs } from '../tables/configs.js';
import type { Projection } from './projection.js';
import { rebuild } from './rebuild.js';

/** From so many cards on, folding all of them at once is faster than one by one. */
const MANY_CARDS = 500;

/** Takes keys of cards with new events, and brings the memory of those they count for up to date. */
export function refold(
  db: Database,
  projection: Projection,
  configs: Configs,
  touched: ReadonlySet<number>,
): void {
  if (touched.size > MANY_CARDS) {
    rebuild(db, configs);
    return;
  }
  const ownerOf = db
    .prepare<[number], number>(`SELECT ${rootKey('c')} FROM cards c WHERE c.key = ?`)
    .pluck();
  for (const owner of new Set([...touched].map((card) => ownerOf.get(card) ?? card))) {
    projection.refold(owner);
  }
}
