import type { HistoryCounts } from './history.js';
import { type HourStatistics, RATING_GROUPS, type RatingStatistics } from './review-figures.js';
import { share } from './share.js';

/** Returns the reviews of the period by the card's state and by rating. */
export function ratingStatistics({ ratings }: HistoryCounts): RatingStatistics {
  const groups = RATING_GROUPS.map((group, at) => {
    const [again = 0, hard = 0, good = 0, easy = 0] = ratings.subarray(4 * at, 4 * at + 4);
    const total = again + hard + good + easy;
    return { group, again, hard, good, easy, total, accuracy: share(total - again, total) };
  });
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const again = groups.reduce((sum, group) => sum + group.again, 0);
  return { groups, total, passed: total - again };
}

/** Returns the reviews of the period by the hour of the day. */
export function hourStatistics({ hours }: HistoryCounts): HourStatistics[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const reviews = hours.reviews[hour] ?? 0;
    const passed = hours.passed[hour] ?? 0;
    return { hour, reviews, passed, accuracy: share(passed, reviews) };
  });
}
