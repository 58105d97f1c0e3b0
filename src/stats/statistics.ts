import type { Stars } from '../model/card.js';
import type { CardId } from '../model/ids.js';

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

/** What is known now. */
export interface Knowledge {
  /** Sum of the retrievability of all cards: how many would be recalled now. */
  readonly known: number;
  /** Cards with a memory: not new. */
  readonly seen: number;
  readonly cards: number;
  /** Mean retrievability of the cards seen. */
  readonly meanSeen: number | null;
  /** `known` over all cards, new ones counting 0. */
  readonly meanAll: number | null;
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

export type HistogramUnit = 'days' | 'seconds' | 'difficulty' | 'probability';

/** How many values fall into each bin. */
export interface Histogram {
  readonly unit: HistogramUnit;
  /** Values counted: the sum over all bins. */
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly bins: readonly Bin[];
}

/** Values from `from` (included) to `to` (left out, except in a scale's last bin). */
export interface Bin {
  readonly from: number;
  /** null: no upper end. */
  readonly to: number | null;
  readonly count: number;
}

/** Cards by what is remembered of them; new cards are in none. */
export interface Distributions {
  /** Scheduled interval of cards in review state, days. */
  readonly interval: Histogram;
  /** Days until retrievability falls to 90 %. */
  readonly stability: Histogram;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: Histogram;
  /** Probability of recall now, 0..1. */
  readonly retrievability: Histogram;
}

/** How ready a person is, over all cards of a group; a new card counts 0. */
export interface Readiness {
  readonly all: ReadinessGroup;
  /** Most cards first; a card of two companies counts for both. */
  readonly companies: readonly ReadinessGroup[];
  /** In the order of the syllabus. */
  readonly parts: readonly ReadinessGroup[];
  readonly modules: readonly ModuleReadiness[];
  /** 1, 2 and 3 stars, those without cards left out; `name` is the number. */
  readonly stars: readonly ReadinessGroup[];
}

export interface ReadinessGroup {
  /** As the deck spells it: untrusted text. Empty for modules without a part, and for `all`. */
  readonly name: string;
  readonly cards: number;
  /** Cards that are not new. */
  readonly seen: number;
  /** Mean retrievability now. */
  readonly readiness: number | null;
  /** Cards whose retrievability is above 0.9. */
  readonly above90: number;
  /** `above90` over `cards`. */
  readonly share: number | null;
}

export interface ModuleReadiness extends ReadinessGroup {
  readonly number: number | null;
  readonly part: string;
  readonly collection: string;
}

/** A card that is hard to recall. Its texts are untrusted Markdown of a deck. */
export interface HardCard {
  readonly id: CardId;
  readonly question: string;
  /** Title of its module. */
  readonly module: string;
  readonly part: string;
  readonly companies: readonly string[];
  readonly stars: Stars;
  readonly reps: number;
  readonly lapses: number;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number;
  /** Days. */
  readonly stability: number;
  readonly retrievability: number;
  readonly leech: boolean;
  readonly suspended: boolean;
}
