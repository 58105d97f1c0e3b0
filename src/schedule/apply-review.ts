import { type CardId, type StudyDay, studyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { canChoose } from './choose-intervals.js';
import { type Grading, recallAt } from './engine.js';
import { gradeCard, gradeUnfuzzed } from './grade.js';
import { isUnlikely } from './leech.js';

/** A scheduled review, as far as memory is concerned. */
export interface Review {
  readonly card: CardId;
  /** ms since 1970. */
  readonly at: number;
  readonly day: StudyDay;
  readonly rating: Rating;
  /** Days to the next review where they were chosen; see `ReviewEvent`. */
  readonly intervalDays?: number;
  readonly aroundBreak?: true;
}

/**
 * Returns a card's memory after a scheduled review under a configuration. A
 * lapse is an Again in review state. A chosen interval holds where it can have
 * been chosen at this memory: another device's review, or one in the past, can
 * come before it that was not known then. The review takes the card out of a bury;
 * suspension and flag stay as they are. Never throws for a clock that ran
 * backwards since the last review.
 */
export function applyReview(memory: Memory, review: Review, config: SchedulerConfig): Memory {
  const grading = gradeReview(memory, review, config);
  const expectedLapses = memory.expectedLapses + lapseRisk(memory, review.day, config);
  return {
    state: grading.state,
    step: grading.step,
    stability: grading.stability,
    difficulty: grading.difficulty,
    lastAt: review.at,
    lastDay: review.day,
    dueAt: grading.delayMs === null ? null : review.at + grading.delayMs,
    dueDay: dueDayAfter(review.day, grading),
    intervalDays: grading.intervalDays,
    reps: grading.reps,
    lapses: grading.lapses,
    expectedLapses,
    introducedDay: memory.introducedDay ?? review.day,
    suspended: memory.suspended,
    buriedUntil: null,
    flag: memory.flag,
    leech: isLeech(memory, grading, expectedLapses, config),
  };
}

function dueDayAfter(day: StudyDay, grading: Grading): StudyDay | null {
  return grading.delayMs === null ? studyDay(day + grading.intervalDays) : null;
}

function gradeReview(memory: Memory, review: Review, config: SchedulerConfig): Grading {
  const { card, day, rating, intervalDays, aroundBreak = false } = review;
  if (intervalDays !== undefined && config.fuzz) {
    const unfuzzed = gradeUnfuzzed(config, card, memory, day, rating);
    const rated = { card, memory, day, config };
    if (canChoose(rated, rating, intervalDays, aroundBreak, unfuzzed)) {
      return { ...unfuzzed, intervalDays };
    }
  }
  return gradeCard(config, card, memory, day, rating);
}

/** The probability of a lapse at a review, 0..1: none outside of review state. */
function lapseRisk(memory: Memory, day: StudyDay, config: SchedulerConfig): number {
  return memory.state === 'review' ? 1 - recallAt(config, memory, day) : 0;
}

function isLeech(
  memory: Memory,
  { lapses }: Grading,
  expectedLapses: number,
  config: SchedulerConfig,
): boolean {
  if (lapses === memory.lapses) return memory.leech;
  return lapses >= config.leechLapses || isUnlikely(lapses, expectedLapses);
}
