import type { Distributions, HardCard, Knowledge, Readiness } from './card-figures.js';
import type {
  Calendar,
  DueForecast,
  HourStatistics,
  PointStatistics,
  RatingStatistics,
  RetentionStatistics,
  TimeStatistics,
} from './review-figures.js';

/** Version of the shape of `Statistics`; raised when a field changes its meaning or goes. */
export const STATISTICS_VERSION = 1;

/**
 * Everything `viva stats` knows: what `--json` writes, and what text, CSV,
 * dashboard and page are made of. docs/statistics.md says how each is counted.
 *
 * Throughout: dates are study days as `YYYY-MM-DD` (local days that begin at
 * `dayStartHour`); times end in `Ms` and are milliseconds; shares, accuracies
 * and probabilities are 0..1, and null where there is nothing to divide by.
 * Undone reviews never count. Reviews of retired cards count as history; the
 * state of cards (knowledge, distributions, readiness, hardest) is that of live
 * cards, unless the query asks for retired ones.
 */
export interface Statistics {
  readonly version: typeof STATISTICS_VERSION;
  /** When it was computed, ISO 8601 in UTC. */
  readonly generatedAt: string;
  /** The study day it was computed on. */
  readonly today: string;
  /** Local hour, 0..23, at which a study day begins. */
  readonly dayStartHour: number;
  /** The query in its canonical form; empty for all cards. */
  readonly query: string;
  /** Which reviews count in `calendar`, `ratings`, `time`, `hours` and `retention`'s row `period`. */
  readonly period: Period;
  readonly cards: CardCounts;
  readonly day: TodayStatistics;
  readonly streak: StreakStatistics;
  readonly calendar: Calendar;
  readonly forecast: DueForecast;
  readonly retention: RetentionStatistics;
  readonly knowledge: Knowledge;
  readonly ratings: RatingStatistics;
  readonly time: TimeStatistics;
  /** 24 entries, by the local clock hour of the review, 0 first. */
  readonly hours: readonly HourStatistics[];
  readonly distributions: Distributions;
  readonly readiness: Readiness;
  /** Cards hardest to recall: most lapses, then highest FSRS difficulty; at most 20. */
  readonly hardest: readonly HardCard[];
  /** Leeches, most lapses first; at most 50 (`cards.leeches` is their whole number). */
  readonly leeches: readonly HardCard[];
  /** Points of answers that were missed, of the reviews in the period that had them ticked off. */
  readonly points: PointStatistics;
}

interface Period {
  /** First study day that counts; null for the first ever. */
  readonly since: string | null;
  /** Last study day that counts; null for today. */
  readonly until: string | null;
}

/** Number of cards in each state; the four states add up to `total`. */
export interface CardCounts {
  readonly total: number;
  readonly new: number;
  readonly learning: number;
  readonly review: number;
  readonly relearning: number;
  /** Cards in review whose interval is below 21 days, and those of 21 days or more. */
  readonly young: number;
  readonly mature: number;
  readonly suspended: number;
  readonly buried: number;
  readonly leeches: number;
  /** Flagged by the person or known to be defective. */
  readonly flagged: number;
}

/** What was done today, whatever the period, and what is left. */
export interface TodayStatistics {
  /** All reviews of today, cramming included. */
  readonly reviews: number;
  /** Different cards among them. */
  readonly cards: number;
  /** Cards whose first scheduled review was today. */
  readonly introduced: number;
  readonly timeMs: number;
  /** Reviews rated Hard, Good or Easy. */
  readonly passed: number;
  readonly accuracy: number | null;
  /** What today still holds under the daily limits, as `viva due` says it. */
  readonly left: {
    readonly new: number;
    readonly learning: number;
    readonly review: number;
    readonly total: number;
  };
}

/** Study days in a row with at least one review, over all time. */
export interface StreakStatistics {
  /** Days up to today, or up to yesterday while today has none yet. */
  readonly current: number;
  readonly longest: number;
  /** Last day of the longest streak (the newest of equals); null before the first review. */
  readonly longestEnd: string | null;
}
