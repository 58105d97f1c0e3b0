import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import { countedMs } from '../../schedule/fit/card-days.js';
import { oneCard } from '../cards/one-card.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Plans } from '../plan/ports.js';
import type { Appended, Journal, Waiting } from './ports.js';
import { prospectOf } from './prospect.js';
import { ratingDraft } from './rating.js';

/** A rating given without the review screen, for scripts and editors. */
export interface GradeRequest {
  readonly reference: string;
  readonly rating: Rating;
  readonly moment: Moment;
  readonly config: SchedulerConfig;
  readonly settings: Settings;
  /** How long the answer took, ms; left out where nobody says: as long as they usually do. */
  readonly durationMs?: number | undefined;
}

/** Records one review of one card. */
export function recordGrade(
  request: GradeRequest,
  store: Cards & Journal & Pick<Waiting, 'dueCounts' | 'reviewDays'> & Pick<Plans, 'reviewsOn'>,
): Appended & { record: CardRecord } {
  const { moment, rating } = request;
  const now = oneCard(request.reference, moment, store);
  const { card } = now;
  // A review in the past found the card as it was then.
  const memory = store.memoryAt(card.id, moment.now);
  const durationMs = request.durationMs ?? usualMs(store);
  const given = { record: { ...now, memory }, rating, durationMs, cram: false };
  const prospect = prospectOf(given.record, moment, { ...request, store });
  const appended = store.append(ratingDraft(given, prospect), moment, prospect.config);
  const record = store.get(card.id, moment) ?? {
    card,
    memory: appended.after,
    retrievability: null,
  };
  return { ...appended, record };
}

/** Days looked back on for the person's usual time, and what it is taken for without any. */
const USUAL_DAYS = 7;
const USUAL_MS = 20_000;

/** The mean time of a review on the last days with reviews, ms. */
function usualMs(store: Pick<Waiting, 'reviewDays'> & Pick<Plans, 'reviewsOn'>): number {
  let [count, sum] = [0, 0];
  for (const day of store.reviewDays(USUAL_DAYS)) {
    store.reviewsOn(day, (_card, _at, durationMs) => {
      if (durationMs === 0) return;
      count++;
      sum += countedMs(durationMs);
    });
  }
  return count === 0 ? USUAL_MS : Math.round(sum / count);
}
