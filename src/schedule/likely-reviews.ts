import { type CardId, type StudyDay, studyDay } from '../model/ids.js';
import { type Memory, NEW_MEMORY } from '../model/memory.js';
import { DAY_MS } from '../model/moment.js';
import type { SchedulerConfig } from '../model/settings.js';
import { applyReview } from './apply-review.js';

/** A memory grows by half or more with each review: so many reach any interval. */
const MAX_REVIEWS = 40;

/** Returns the configuration under which likely reviews are meant: nothing in it is chance. */
export function likelyConfig(config: SchedulerConfig): SchedulerConfig {
  return { ...config, fuzz: false, learningSteps: [], relearningSteps: [] };
}

/**
 * Returns days of reviews after which, each rated Good under `likelyConfig`, a card is due on
 * a day after about so many days: what an interval says of a memory whose reviews are not
 * known. None of them lies after `today`.
 */
export function likelyReviews(
  card: CardId,
  due: StudyDay,
  intervalDays: number,
  today: StudyDay,
  config: SchedulerConfig,
): StudyDay[] {
  const days = [0];
  let memory = reviewed(NEW_MEMORY, 0, card, config);
  while (memory.intervalDays < intervalDays && days.length < MAX_REVIEWS) {
    const day = (days.at(-1) ?? 0) + gapTowards(intervalDays, memory, card, config);
    const next = reviewed(memory, day, card, config);
    if (next.intervalDays <= memory.intervalDays) break;
    memory = next;
    days.push(day);
  }
  const last = Math.min(today, due - memory.intervalDays);
  return days.map((day) => studyDay(last - ((days.at(-1) ?? 0) - day)));
}

function reviewed(memory: Memory, day: number, card: CardId, config: SchedulerConfig): Memory {
  const review = { card, at: day * DAY_MS, day: studyDay(day), rating: 3 as const };
  return applyReview(memory, review, config);
}

/** Days to the next review: until it is due, or fewer where that would lead beyond the interval. */
function gapTowards(
  intervalDays: number,
  memory: Memory,
  card: CardId,
  config: SchedulerConfig,
): number {
  const lastDay = memory.lastDay ?? 0;
  const reaches = (gap: number) =>
    reviewed(memory, lastDay + gap, card, config).intervalDays >= intervalDays;
  let [least, most] = [1, Math.max(1, memory.intervalDays)];
  while (least < most) {
    const middle = Math.floor((least + most) / 2);
    if (reaches(middle)) most = middle;
    else least = middle + 1;
  }
  return least;
}
