import type { Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';
import { Belief } from '../../plan/belief.js';
import { ReviewColumns } from '../../stats/review-columns.js';
import type { Scan } from '../export/ports.js';

/**
 * Returns what the journal says of the person's memory, pace and ratings up to
 * yesterday: today's own reviews are not to change what today was planned to be.
 */
export function beliefOf(moment: Moment, config: SchedulerConfig, store: Scan): Belief {
  const reviews = new ReviewColumns();
  store.scanReviews(null, (card, at, day, code, durationMs) => {
    if (day < moment.today) reviews.push(card, at, day, code, durationMs);
  });
  reviews.sort();
  return new Belief(reviews, config.weights);
}
