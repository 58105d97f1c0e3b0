import type { StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { PlanCard } from '../../plan/card.js';
import { foldCard } from '../../schedule/fold.js';
import type { Journal } from '../review/ports.js';
import type { StoredPlanCard } from './ports.js';

/** Of the journal, what a card's memory of an earlier time follows from. */
export type PastJournal = Pick<Journal, 'history' | 'configs' | 'rescheduled'>;

/**
 * Returns cards as they were when the day began: those reviewed since are folded
 * again without today. What a plan wants today follows from that, so that no
 * review of today changes it, nor a session that ends and begins anew.
 */
export function asOfDayStart(
  cards: readonly StoredPlanCard[],
  { dayStart, today }: Moment,
  store: PastJournal,
): readonly PlanCard[] {
  const isOfToday = ({ lastAt }: StoredPlanCard) => lastAt !== null && lastAt >= dayStart;
  if (!cards.some(isOfToday)) return cards;
  const fold = folder(today, store);
  return cards.map((card) => (isOfToday(card) ? fold(card) : card));
}

/** Returns what folds a card's events of before a day. */
function folder(today: StudyDay, store: PastJournal): (card: StoredPlanCard) => PlanCard {
  const configs = store.configs();
  const rescheduled = store.rescheduled();
  return ({ id, key }) => {
    const events = store
      .history(id)
      .filter(({ event, undone }) => !undone && event.day < today)
      .map(({ event }) => event);
    return { ...foldCard(events, configs, rescheduled), key };
  };
}
