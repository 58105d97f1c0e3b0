import * as fc from 'fast-check';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS, type Zone } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import {
  type SchedulerConfig,
  schedulerConfig,
  settingsSchema,
} from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';

export const CARD = cardId('c0000000000a');

/** The default configuration without fuzz, changed as asked. */
export function configWith(changes: Partial<SchedulerConfig> = {}): SchedulerConfig {
  return { ...schedulerConfig(settingsSchema.parse({ fuzz: false })), ...changes };
}

export const UTC: Zone = { offsetMinutes: () => 0 };

/** A zone of the IANA database, read through Intl. */
export function ianaZone(timeZone: string): Zone {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return {
    offsetMinutes(at) {
      const part = Object.fromEntries(
        format.formatToParts(at).map((p) => [p.type, Number(p.value)]),
      );
      const local = Date.UTC(
        part.year!,
        part.month! - 1,
        part.day!,
        part.hour!,
        part.minute!,
        part.second!,
      );
      return (local - Math.floor(at / 1000) * 1000) / 60_000;
    },
  };
}

export const anyRating = fc.constantFrom<Rating>(1, 2, 3, 4);

/** A review `hours` after the one before, with whole hours so that days pass in all ways. */
export const anyStep = fc.record({ hours: fc.integer({ min: 0, max: 3000 }), rating: anyRating });

/** Days from 1970 of the samples' first reviews. */
export const FIRST_DAY = studyDay(20_000);

/** Memory after reviews by the hours between them, in UTC days from midnight. */
export function memoryAfter(
  steps: readonly { hours: number; rating: Rating }[],
  config: SchedulerConfig,
): { memory: Memory; at: number } {
  let at = FIRST_DAY * DAY_MS;
  let memory = NEW_MEMORY;
  for (const { hours, rating } of steps) {
    at += hours * 3_600_000;
    const day = studyDay(Math.floor(at / DAY_MS));
    memory = applyReview(memory, { card: CARD, at, day, rating }, config);
  }
  return { memory, at };
}
