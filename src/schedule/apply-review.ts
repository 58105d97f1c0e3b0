import { type CardId, type StudyDay, studyDay } from '../model/ids.js';
import type { Memory } from '../model/memory.js';
import type { Rating } from '../model/rating.js';
import type { SchedulerConfig } from '../model/settings.js';
import { type Grading, gradeCard } from './engine.js';

/** A scheduled review, as far as memory is concerned. */
export interface Review {
  readonly card: CardId;
  /** ms since 1970. */
  readonly at: number;
  readonly day: StudyDay;
  readonly rating: Rating;
}

/**
 * Gives a card's memory after a scheduled review under a configuration. A
 * lapse is an Again in review state. The review takes the card out of a bury;
 * suspension and flag stay as they are. Never throws for a clock that ran
 * backwards since the last review.
 */
export function applyReview(memory: Memory, review: Review, config: SchedulerConfig): Memory {
  const grading = gradeCard(config, review.card, memory, review.day, review.rating);
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
    introducedDay: memory.introducedDay ?? review.day,
    suspended: memory.suspended,
    buriedUntil: null,
    flag: memory.flag,
    leech: isLeech(memory, grading, config),
  };
}

function dueDayAfter(day: StudyDay, grading: Grading): StudyDay | null {
  return grading.delayMs === null ? studyDay(day + grading.intervalDays) : null;
}

function isLeech(memory: Memory, grading: Grading, config: SchedulerConfig): boolean {
  if (grading.lapses === memory.lapses) return memory.leech;
  return grading.lapses >= config.leechLapses;
}
