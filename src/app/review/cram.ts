import type { CardId } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { Candidate, Pools, QueueOrder } from '../../model/queue.js';
import { dailyShuffleKey } from '../../schedule/order.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Waiting } from './ports.js';

type CramStore = Cards & Waiting;

/**
 * Returns the cards of a cram: those missed where some are named, else every
 * card of the query that is not suspended, shuffled for the day or by stars.
 */
export function cramPools(
  query: Query,
  order: QueueOrder,
  missed: readonly CardId[],
  moment: Moment,
  store: CramStore,
): Pools {
  const ids = missed.length > 0 ? missed : cramOrder(query, order, moment, store);
  const reviews = ids
    .map((id) => store.candidate(id))
    .filter((candidate): candidate is Candidate => candidate !== null);
  return { learning: [], reviews, fresh: [] };
}

function cramOrder(query: Query, order: QueueOrder, moment: Moment, store: CramStore): CardId[] {
  const records = store.find(query, moment).filter(({ memory }) => !memory.suspended);
  const shuffle = ({ card }: CardRecord) => dailyShuffleKey(card.id, moment.today);
  records.sort((a, b) => shuffle(a) - shuffle(b));
  if (order === 'difficulty') records.sort((a, b) => a.card.stars - b.card.stars);
  return records.map(({ card }) => card.id);
}
