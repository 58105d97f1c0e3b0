import type { Memory } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Journal } from './ports.js';

export type TakeOut = 'suspend' | 'resume' | 'forget';

/** Cards of a query that the verb would change: the others are so already. */
export function affectedCards(
  verb: TakeOut,
  query: Query,
  moment: Moment,
  cards: Cards,
): CardRecord[] {
  return cards.find(query, moment).filter(({ memory }) => changes(verb, memory));
}

function changes(verb: TakeOut, memory: Memory): boolean {
  switch (verb) {
    case 'suspend':
      return !memory.suspended;
    case 'resume':
      return memory.suspended || memory.buriedUntil !== null;
    case 'forget':
      return memory.state !== 'new';
  }
}

/** Writes the verb's event for every card, all or none. Returns their number. */
export function takeOut(
  verb: TakeOut,
  records: readonly CardRecord[],
  moment: Moment,
  config: SchedulerConfig,
  journal: Journal,
): number {
  const drafts = records.map(({ card }) => ({ kind: verb, card: card.id }));
  return journal.appendAll(drafts, moment, config).length;
}
