import { get_fuzz_range } from 'ts-fsrs';
import type { CardId, StudyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { type Grading, rateCard, stepOf } from './engine.js';

/**
 * Grades a card: `rateCard`, but that a card that leaves learning, too, comes
 * later after Good than after Hard and later after Easy than after Good, and
 * that Good and Easy never shorten the interval before where the range of fuzz
 * reaches up to it.
 */
export function gradeCard(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): Grading {
  const grading = rateCard(config, card, memory, day, rating);
  if (grading.state !== 'review' || rating < 3) return grading;
  const least = Math.max(
    afterWorseRating(config, card, memory, day, rating),
    keptInterval(config, card, memory, day, rating, grading.intervalDays),
  );
  if (grading.intervalDays >= least) return grading;
  return { ...grading, intervalDays: Math.min(least, config.maximumInterval) };
}

/** The first day after the one that the next worse rating leads to; 1 where that is no matter of days. */
function afterWorseRating(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): number {
  // In review ts-fsrs has seen to Hard and Good.
  if (rating !== 4 && (rating !== 3 || memory.state === 'review')) return 1;
  const worse = rating === 4 ? 3 : 2;
  const step = stepOf(config, memory, worse);
  if (step !== null) return step.days === null ? 1 : step.days + 1;
  return gradeCard(config, card, memory, day, worse).intervalDays + 1;
}

/** The interval before, where the next one is shorter and the range of fuzz reaches up to it; else 1. */
function keptInterval(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
  intervalDays: number,
): number {
  if (!config.fuzz || intervalDays >= memory.intervalDays) return 1;
  return fuzzRange(config, card, memory, day, rating)?.from ?? 1;
}

/** Whole days to the next review, both ends included. */
export interface IntervalRange {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns the range in which ts-fsrs would draw the interval after a rating;
 * null where there is no choice: within learning steps, without fuzz, and below
 * 2.5 days. For Good and Easy it begins at the interval before, where it
 * reaches that far. `unfuzzed` spares computing the grading a second time.
 */
export function fuzzRange(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
  unfuzzed?: Grading,
): IntervalRange | null {
  if (!config.fuzz) return null;
  const { state, intervalDays } = unfuzzed ?? gradeUnfuzzed(config, card, memory, day, rating);
  if (state !== 'review' || intervalDays < MIN_FUZZED) return null;
  const elapsed = Math.max(0, day - (memory.lastDay ?? day));
  const range = get_fuzz_range(intervalDays, elapsed, config.maximumInterval);
  const keeps = rating >= 3 && memory.intervalDays <= range.max_ivl;
  const from = keeps ? Math.max(range.min_ivl, memory.intervalDays) : range.min_ivl;
  return { from, to: range.max_ivl };
}

/** `gradeCard` with the interval that fuzz would be about; all else is the same. */
export function gradeUnfuzzed(
  config: SchedulerConfig,
  card: CardId,
  memory: Memory,
  day: StudyDay,
  rating: Rating,
): Grading {
  return gradeCard(plain(config), card, memory, day, rating);
}

/** The interval in days from which on ts-fsrs draws (FSRSAlgorithm.apply_fuzz). */
const MIN_FUZZED = 2.5;

const plainConfigs = new WeakMap<SchedulerConfig, SchedulerConfig>();

function plain(config: SchedulerConfig): SchedulerConfig {
  const known = plainConfigs.get(config);
  if (known !== undefined) return known;
  const made = { ...config, fuzz: false };
  plainConfigs.set(config, made);
  return made;
}
