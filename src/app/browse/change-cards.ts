import type { CardId } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { nextDay } from '../../schedule/study-day.js';
import type { CardRecord } from '../cards/ports.js';
import type { EventDraft, Journal } from '../review/ports.js';
import type { CardLists } from './ports.js';

/** What can be done with cards that the journal records. */
export type CardVerb = 'suspend' | 'resume' | 'bury' | 'flag' | 'unflag' | 'forget';

interface ChangePorts {
  readonly store: CardLists & Pick<Journal, 'appendAll'>;
  readonly config: SchedulerConfig;
}

/** Cards whose text is held at a time. */
const BATCH = 500;

/**
 * Does something with the cards of these keys: one event for each card that it
 * changes, all of one command. Returns how many it changed.
 */
export function changeCards(
  verb: CardVerb,
  keys: readonly number[],
  moment: Moment,
  { store, config }: ChangePorts,
): number {
  const drafts: EventDraft[] = [];
  for (let at = 0; at < keys.length; at += BATCH) {
    for (const { card, memory } of store.recordsOf(keys.slice(at, at + BATCH), moment)) {
      if (changes(verb, memory, moment)) drafts.push(draftOf(verb, card.id, moment));
    }
  }
  return drafts.length === 0 ? 0 : store.appendAll(drafts, moment, config).length;
}

/** Takes the flags of cards away where all have one, and sets them where any has none. */
export function flagOrUnflag(records: readonly CardRecord[]): 'flag' | 'unflag' {
  return records.every(({ memory }) => memory.flag > 0) ? 'unflag' : 'flag';
}

function changes(verb: CardVerb, memory: Memory, { today }: Moment): boolean {
  const isBuried = memory.buriedUntil !== null && memory.buriedUntil > today;
  switch (verb) {
    case 'suspend':
      return !memory.suspended;
    case 'resume':
      return memory.suspended || isBuried;
    case 'bury':
      return !isBuried;
    case 'flag':
      return memory.flag === 0;
    case 'unflag':
      return memory.flag > 0;
    case 'forget':
      return memory.state !== 'new';
  }
}

function draftOf(verb: CardVerb, card: CardId, { today }: Moment): EventDraft {
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
