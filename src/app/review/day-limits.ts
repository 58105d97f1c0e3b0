import type { DayCounts } from '../../model/queue.js';
import type { Settings } from '../../model/settings.js';
import type { Backlog } from '../../schedule/backlog.js';
import { type LeftToday, leftToday } from '../../schedule/limits.js';

export interface DayLimits extends LeftToday {
  /** The backlog that narrows them; null where there is none. */
  readonly backlog: Backlog | null;
}

type LimitSettings = Pick<Settings, 'newPerDay' | 'reviewsPerDay' | 'backlogNew'>;

/**
 * Returns what is left of the day's limits. While a backlog is worked off, that
 * is its daily portion, and no new cards unless the settings want them.
 */
export function dayLimits(
  settings: LimitSettings,
  counts: DayCounts,
  backlog: Backlog | null,
): DayLimits {
  const left = leftToday(settings, counts);
  if (backlog === null) return { ...left, backlog };
  return {
    fresh: settings.backlogNew ? left.fresh : 0,
    reviews: Math.min(left.reviews, Math.max(0, backlog.perDay - counts.reviews)),
    backlog,
  };
}
