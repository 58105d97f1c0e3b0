import type { StudyDay } from '../model/ids.js';

/**
 * Counts the study days in a row with at least one review, ending today, or
 * yesterday while today has none yet. Takes the days newest first.
 */
export function streak(days: readonly StudyDay[], today: StudyDay): number {
  const newest = days[0];
  if (newest === undefined || today - newest > 1) return 0;
  let length = 0;
  while (days[length] === newest - length) length++;
  return length;
}
