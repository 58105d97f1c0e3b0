import type { Moment } from '../../model/moment.js';
import type { Rating } from '../../model/rating.js';
import type { SchedulerConfig, Settings } from '../../model/settings.js';
import { reviewKind } from '../../schedule/review-kind.js';
import { oneCard } from '../cards/one-card.js';
import type { CardRecord, Cards } from '../cards/ports.js';
import type { Appended, Journal, Waiting } from './ports.js';
import { prospectOf } from './prospect.js';

/** A rating given without the review screen, for scripts and editors. */
export interface GradeRequest {
  readonly reference: string;
  readonly rating: Rating;
  readonly moment: Moment;
  readonly config: SchedulerConfig;
  readonly settings: Settings;
}

/** Records one review of one card. */
export function gradeCard(
  request: GradeRequest,
  store: Cards & Journal & Pick<Waiting, 'dueCounts'>,
): Appended & { record: CardRecord } {
  const { moment, rating } = request;
  const now = oneCard(request.reference, moment, store);
  const { card } = now;
  // A review in the past found the card as it was then.
  const memory = store.memoryAt(card.id, moment.now);
  const { config, outcomes } = prospectOf({ ...now, memory }, moment, { ...request, store });
  const appended = store.append(
    {
      kind: 'review',
      card: card.id,
      rating,
      durationMs: 0,
      reviewKind: reviewKind(memory.state),
      ...outcomes[rating].chosen,
    },
    moment,
    config,
  );
  const record = store.get(card.id, moment) ?? {
    card,
    memory: appended.after,
    retrievability: null,
  };
  return { ...appended, record };
}
