import type { Moment } from '../../model/moment.js';
import type { CardRecord, Cards, Library } from '../ports.js';
import { oneCard } from './one-card.js';

/**
 * Gives a new card the history of a retired one. The old card takes the new
 * one's place and keeps its own id. Throws `relink-invalid` for a wrong pair.
 */
export function relinkCards(
  old: string,
  fresh: string,
  moment: Moment,
  store: Library & Cards,
): CardRecord {
  const before = oneCard(old, moment, store);
  const after = oneCard(fresh, moment, store);
  store.relink(before.card.id, after.card.id, moment.now);
  return store.get(before.card.id, moment) ?? before;
}
