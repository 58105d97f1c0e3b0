import type { Moment } from '../../model/moment.js';
import type { Library } from '../import/ports.js';
import { oneCard } from './one-card.js';
import type { CardRecord, Cards } from './ports.js';

/**
 * Returns a new card the history of a retired one. The joined card stands in the
 * new one's place under the smaller of their ids. Throws `relink-invalid` for a
 * wrong pair.
 */
export function relinkCards(
  old: string,
  fresh: string,
  moment: Moment,
  store: Library & Cards,
): CardRecord {
  const before = oneCard(old, moment, store);
  const after = oneCard(fresh, moment, store);
  const id = store.relink(before.card.id, after.card.id);
  return store.get(id, moment) ?? before;
}
