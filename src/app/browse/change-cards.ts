import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import type { CardRecord } from '../cards/ports.js';
import type { EventDraft, Journal } from '../review/ports.js';
import { type TakeOut, takeOutDraft, wouldChange } from '../review/take-out.js';
import type { CardLists } from './ports.js';

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
  verb: TakeOut,
  keys: readonly number[],
  moment: Moment,
  { store, config }: ChangePorts,
): number {
  const drafts: EventDraft[] = [];
  for (let at = 0; at < keys.length; at += BATCH) {
    for (const { card, memory } of store.recordsOf(keys.slice(at, at + BATCH), moment)) {
      if (wouldChange(verb, memory, moment)) drafts.push(takeOutDraft(verb, card.id, moment));
    }
  }
  return drafts.length === 0 ? 0 : store.appendAll(drafts, moment, config).length;
}

/** Takes the flags of cards away where all have one, and sets them where any has none. */
export function flagOrUnflag(records: readonly CardRecord[]): 'flag' | 'unflag' {
  return records.every(({ memory }) => memory.flag > 0) ? 'unflag' : 'flag';
}
