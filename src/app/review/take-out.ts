import type { CardId } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { Query } from '../../model/query.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { nextDay } from '../../schedule/study-day.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { EventDraft, Journal } from './ports.js';

export type TakeOut = 'suspend' | 'resume' | 'forget' | 'bury' | 'flag' | 'unflag';

/** Cards of a query that the verb would change: the others are so already. */
export function affectedCards(
  verb: TakeOut,
  query: Query,
  moment: Moment,
  cards: Cards,
): CardRecord[] {
  return cards.find(query, moment).filter(({ memory }) => wouldChange(verb, memory, moment));
}

/** Would the verb change a card of this memory? */
export function wouldChange(verb: TakeOut, memory: Memory, { today }: Moment): boolean {
  switch (verb) {
    case 'suspend':
      return !memory.suspended;
    case 'resume':
      return memory.suspended || memory.buriedUntil !== null;
    case 'forget':
      return memory.state !== 'new';
    case 'bury':
      return (memory.buriedUntil ?? 0) <= today;
    case 'flag':
      return memory.flag === 0;
    case 'unflag':
      return memory.flag !== 0;
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
  const drafts = records.map(({ card }) => takeOutDraft(verb, card.id, moment));
  return journal.appendAll(drafts, moment, config).length;
}

/** The event of the verb for a card. */
export function takeOutDraft(verb: TakeOut, card: CardId, { today }: Moment): EventDraft {
  switch (verb) {
    case 'bury':
      return { kind: 'bury', card, until: nextDay(today) };
    case 'flag':
      return { kind: 'flag', card, value: 1 };
    case 'unflag':
      return { kind: 'flag', card, value: 0 };
    default:
      return { kind: verb, card };
  }
}
