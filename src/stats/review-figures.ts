import type { Histogram } from './card-figures.js';

// The part of the statistics that is counted over reviews; src/stats/statistics.ts says what holds of all.

/** Good points, those that a good answer names. */
export interface PointStatistics {
  /** Reviews with points ticked off. */
  readonly reviews: number;
  readonly missed: number;
  /** All that their answers had. */
  readonly of: number;
  /** Wrong ones that were said. */
  readonly wrong: number;
  /** Those with misses, most of them first; at most 20. A card of two companies counts for both. */
  readonly modules: readonly MissedGroup[];
  readonly companies: readonly MissedGroup[];
}

export interface MissedGroup {
  /** Untrusted text of a deck. */
  readonly name: string;
  readonly missed: number;
  readonly of: number;
  /** `missed` over `of`. */
  readonly share: number | null;
}

/** Reviews by study day: at most a year up to the period's end. */
export interface Calendar {
  readonly from: string;
  readonly to: string;
  /** Every day of `from`..`to` in order, those without reviews too. */
  readonly days: readonly CalendarDay[];
  /** Sums over `days`. */
  readonly reviews: number;
  readonly timeMs: number;
  readonly activeDays: number;
}

export interface CalendarDay {
  readonly date: string;
  readonly reviews: number;
  readonly passed: number;
  readonly timeMs: number;
}

/** Cards that fall due; suspended cards are left out. */
export interface DueForecast {
  /** 30 days, today first; what is overdue counts for today. */
  readonly days: readonly { readonly date: string; readonly due: number }[];
  /** Sum over `days`. */
  readonly total: number;
}

export const RETENTION_WINDOWS = [
  'today',
  'yesterday',
  'week',
  'month',
  'year',
  'ever',
  'period',
] as const;

/**
 * `week`, `month` and `year` are the last 7, 30 and 365 study days, today
 * included; `period` is that of `--since` and `--until`.
 */
export type RetentionWindow = (typeof RETENTION_WINDOWS)[number];

/**
 * True retention: of each card's first review of a day in review state (no
 * learning, no relearning, no cramming), the share rated above Again.
 */
export interface RetentionStatistics {
  /** The retention that is aimed at. */
  readonly desired: number;
  /** One row for each of `RETENTION_WINDOWS`, in that order. */
  readonly rows: readonly RetentionRow[];
}

export interface RetentionRow {
  readonly window: RetentionWindow;
  /** Less than 21 days since the card's scheduled review before; 21 or more; both. */
  readonly young: RetentionCell;
  readonly mature: RetentionCell;
  readonly all: RetentionCell;
}

export interface RetentionCell {
  readonly passed: number;
  readonly failed: number;
  readonly retention: number | null;
}

export const RATING_GROUPS = ['learn', 'young', 'mature', 'relearn', 'cram'] as const;

type RatingGroup = (typeof RATING_GROUPS)[number];

/** All reviews of the period by the state of the card and by rating. */
export interface RatingStatistics {
  /** One for each of `RATING_GROUPS`, in that order. */
  readonly groups: readonly RatingCounts[];
  readonly total: number;
  readonly passed: number;
}

export interface RatingCounts {
  readonly group: RatingGroup;
  readonly again: number;
  readonly hard: number;
  readonly good: number;
  readonly easy: number;
  readonly total: number;
  /** Share rated above Again. */
  readonly accuracy: number | null;
}

/** Time from the question's appearance to the rating, over the reviews of the period. */
export interface TimeStatistics {
  readonly reviews: number;
  readonly totalMs: number;
  readonly meanMs: number | null;
  /** To 100 ms; what took longer than an hour counts as an hour. */
  readonly medianMs: number | null;
  /** Reviews by their time; unit seconds. */
  readonly histogram: Histogram;
}

export interface HourStatistics {
  /** 0..23 */
  readonly hour: number;
  readonly reviews: number;
  readonly passed: number;
  readonly accuracy: number | null;
}
