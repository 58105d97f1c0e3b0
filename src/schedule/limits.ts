import type { DayCounts } from '../model/queue.js';
import type { Settings } from '../model/settings.js';

/** How many cards of each sort may still be drawn today. */
export interface LeftToday {
  readonly fresh: number;
  readonly reviews: number;
}

/**
 * Returns what is left of the day's limits after all that was done today, in
 * whichever session and under whichever query. `extraNew` raises today's limit
 * of new cards, for a person who asks for more. Never below 0.
 */
export function leftToday(
  settings: Pick<Settings, 'newPerDay' | 'reviewsPerDay'>,
  counts: DayCounts,
  extraNew = 0,
): LeftToday {
  return {
    fresh: Math.max(0, settings.newPerDay + extraNew - counts.fresh),
    reviews: Math.max(0, settings.reviewsPerDay - counts.reviews),
  };
}
