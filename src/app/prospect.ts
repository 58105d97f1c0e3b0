import type { Moment } from '../model/moment.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig, Settings } from '../model/settings.js';
import { type ChosenIntervals, chooseIntervals, NO_CHOICE } from '../schedule/choose-intervals.js';
import { EVERY_DAY_FULL, weekShares } from '../schedule/easy-days.js';
import { type Outcome, preview } from '../schedule/preview.js';
import { cardConfig } from './card-config.js';
import type { CardRecord, Waiting } from './ports.js';

/** What a card's next review depends on beside the card. */
export interface SchedulePorts {
  readonly store: Pick<Waiting, 'dueCounts'>;
  readonly settings: Settings;
  readonly config: SchedulerConfig;
}

/** What a rating of a card would lead to, and under which configuration. */
export interface Prospect {
  readonly config: SchedulerConfig;
  readonly outcomes: Readonly<Record<Rating, Outcome>>;
}

/**
 * Gives the outcome of each rating of a card at a moment: what the answer
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
      dueCounts: (first, last) => (loadBalance ? store.dueCounts(first, last, moment) : []),
    },
  );
}
