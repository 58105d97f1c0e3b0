import type { StudyDay } from '../../model/ids.js';
import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import {
  type ChosenIntervals,
  chooseIntervals,
  NO_CHOICE,
} from '../../schedule/choose-intervals.js';
import { EVERY_DAY_FULL, weekShares } from '../../schedule/easy-days.js';
import { type Outcome, preview } from '../../schedule/preview.js';
import { cardConfig } from '../cards/config.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Waiting } from './ports.js';

/** What a card's next review depends on beside the card. */
export interface SchedulePorts {
  readonly store: Pick<Waiting, 'dueCounts'> & Pick<Cards, 'count'>;
  readonly settings: Settings;
  readonly config: SchedulerConfig;
}

/** What a rating of a card would lead to, and under which configuration. */
export interface Prospect {
  readonly config: SchedulerConfig;
  readonly outcomes: Readonly<Record<Rating, Outcome>>;
}

/**
 * Returns the outcome of each rating of a card at a moment: what the answer
 * screen shows, and what is recorded. An interval that was chosen with a view
 * to other cards must go into the journal with the rating.
 */
export function prospectOf(record: CardRecord, moment: Moment, ports: SchedulePorts): Prospect {
  const { card, memory } = record;
  const config = cardConfig(record, moment, ports);
  const chosen = chosenFor(record, moment, config, ports);
  return { config, outcomes: preview(card.id, memory, moment, config, chosen) };
}

function chosenFor(
  { card, memory }: CardRecord,
  moment: Moment,
  config: SchedulerConfig,
  { settings, store }: SchedulePorts,
): ChosenIntervals {
  const { loadBalance, easyDays } = settings;
  const asks = loadBalance || easyDays.length > 0 || moment.breaks !== undefined;
  if (!asks || !config.fuzz) return NO_CHOICE;
  return chooseIntervals(
    { card: card.id, memory, day: moment.today, config },
    {
      shares: easyDays.length === 0 ? EVERY_DAY_FULL : weekShares(easyDays),
      breaks: moment.breaks,
      dueCounts: (first, last) => (loadBalance ? loadOf(first, last, moment, store) : []),
    },
  );
}

/**
 * Cards due on each day, with what breaks near them move there: half of it before and half after,
 * evenly. Near enough for a choice, and quick: to look at every card of a break takes too long.
 */
function loadOf(
  first: StudyDay,
  last: StudyDay,
  { breaks = [], ...moment }: Moment,
  store: Pick<Waiting, 'dueCounts'>,
): number[] {
  const counts = store.dueCounts(first, last, moment);
  const add = (day: StudyDay, cards: number) => {
    if (first <= day && day <= last) counts[day - first] = (counts[day - first] ?? 0) + cards;
  };
  for (const { from, to, before, after } of breaks) {
    if ((after.at(-1) ?? to) < first || (before[0] ?? from) > last) continue;
    const moved = store.dueCounts(from, to, moment).reduce((sum, count) => sum + count, 0);
    const early = before.length > 0 ? moved / 2 : 0;
    for (const day of before) add(day, early / before.length);
    for (const day of after) add(day, (moved - early) / after.length);
  }
  return counts;
}
