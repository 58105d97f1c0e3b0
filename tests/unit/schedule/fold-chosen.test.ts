import fc from 'fast-check';
import { get_fuzz_range } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { compareEvents, type JournalEvent, type ReviewEvent } from '../../../src/model/event.js';
import { configId, eventId, type StudyDay, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { RATINGS, type Rating } from '../../../src/model/rating.js';
import type { SchedulerConfig } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { chooseIntervals } from '../../../src/schedule/choose-intervals.js';
import { weekShares } from '../../../src/schedule/easy-days.js';
import { applyEvent, foldCard } from '../../../src/schedule/fold.js';
import { preview } from '../../../src/schedule/preview.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { anyRating, CARD, configWith, FIRST_DAY, UTC } from './samples.js';

const FUZZY = configWith({ fuzz: true });
const CONFIGS = new Map([
  [configId(1), FUZZY],
  [configId(2), configWith({ fuzz: true, retention: 0.97, learningSteps: [] })],
  [configId(3), configWith({ fuzz: true, retention: 0.75, relearningSteps: [] })],
]);
const anyConfig = fc.constantFrom(...CONFIGS.keys());

/** What one device does: hours since its last doing, and whether it forgets the card. */
const doings = fc.array(
  fc.record({
    hours: fc.integer({ min: 0, max: 900 }),
    rating: anyRating,
    config: anyConfig,
    forgets: fc.nat(9).map((n) => n === 0),
    load: fc.array(fc.nat(9), { minLength: 7, maxLength: 7 }),
  }),
  { maxLength: 8 },
);
type Doing = (typeof doings extends fc.Arbitrary<infer T> ? T : never)[number];

/** Gives the events of a device that knows of no other: its choices are made at its own memory. */
function eventsOf(device: string, done: readonly Doing[]): JournalEvent[] {
  let memory = NEW_MEMORY;
  let at = FIRST_DAY * DAY_MS;
  return done.map(({ hours, rating, config: id, load, forgets }, n) => {
    at += hours * 3_600_000;
    const day = studyDay(Math.floor(at / DAY_MS));
    const base = { id: eventId(`${n}${device}`), card: CARD, at, day, device };
    const config = CONFIGS.get(id)!;
    const event: JournalEvent = forgets
      ? { ...base, kind: 'forget' }
      : {
          ...{ ...base, kind: 'review', rating, durationMs: 1, reviewKind: 'review', config: id },
          ...choice(memory, at, rating, config, load),
        };
    memory = applyEvent(memory, event, CONFIGS);
    return event;
  });
}

function choice(
  memory: Memory,
  at: number,
  rating: Rating,
  config: SchedulerConfig,
  load: readonly number[],
): Pick<ReviewEvent, 'intervalDays' | 'aroundBreak'> {
  const moment = momentAt(at, UTC, 0);
  const ahead = {
    shares: weekShares([]),
    dueCounts: (first: StudyDay, last: StudyDay) =>
      Array.from({ length: last - first + 1 }, (_, n) => load[(first + n) % 7] ?? 0),
  };
  const chosen = chooseIntervals({ card: CARD, memory, day: moment.today, config }, ahead);
  return preview(CARD, memory, moment, config, chosen)[rating].chosen;
}

/** Gives the longest interval that a rating may lead to at a memory, one day more for each rating below. */
function longest(memory: Memory, event: ReviewEvent): number {
  const config = CONFIGS.get(event.config)!;
  const elapsed = Math.max(0, event.day - (memory.lastDay ?? event.day));
  const review = { card: CARD, at: event.at, day: event.day };
  const ranges = RATINGS.filter((rating) => rating <= event.rating).map((rating) => {
    const plain = applyReview(memory, { ...review, rating }, { ...config, fuzz: false });
    if (plain.state !== 'review' || plain.intervalDays < 2.5) return plain.intervalDays;
    return get_fuzz_range(plain.intervalDays, elapsed, config.maximumInterval).max_ivl;
  });
  return Math.max(...ranges) + 2;
}

describe('days that a device chose', () => {
  test('count only where the fold of all devices can have chosen them', () => {
    fc.assert(
      fc.property(doings, doings, (one, other) => {
        const events = [...eventsOf('a', one), ...eventsOf('b', other)].sort(compareEvents);
        let memory = NEW_MEMORY;
        for (const event of events) {
          const before = memory;
          memory = applyEvent(before, event, CONFIGS);
          if (event.kind !== 'review' || memory.state !== 'review') continue;
          expect(memory.intervalDays).toBeLessThanOrEqual(longest(before, event));
        }
      }),
      { numRuns: 200 },
    );
  });

  test('are kept on the device that chose them', () => {
    fc.assert(
      fc.property(doings, (done) => {
        let memory = NEW_MEMORY;
        for (const event of eventsOf('a', done)) {
          memory = applyEvent(memory, event, CONFIGS);
          if (event.kind !== 'review' || event.intervalDays === undefined) continue;
          expect(memory.intervalDays).toBe(event.intervalDays);
        }
      }),
      { numRuns: 100 },
    );
  });

  test('never make years of three days: two machines that part after six times Good', () => {
    const good = (day: number, n: number, device: string, days?: number): JournalEvent => ({
      ...{ id: eventId(`${n}${device}`), card: CARD, device, kind: 'review', durationMs: 1 },
      ...{ at: (FIRST_DAY + day) * DAY_MS + n, day: studyDay(FIRST_DAY + day) },
      ...{ reviewKind: 'review', config: configId(1), rating: 3 },
      ...(days !== undefined && { intervalDays: days }),
    });
    const again = (day: number, n: number): JournalEvent =>
      ({ ...good(day, n, 'b'), rating: 1 }) as JournalEvent;
    const shared = [0, 0, 3, 13, 50, 160].map((day, n) => good(day, n, 'a'));
    const mine = good(401, 9, 'a', 880);
    const theirs = [again(400, 6), again(400, 7), good(400, 8, 'b')];
    expect(foldCard([...shared, mine], CONFIGS).intervalDays).toBeGreaterThan(300);
    const memory = foldCard([...shared, ...theirs, mine], CONFIGS);
    expect(memory.intervalDays).toBeLessThan(3 * (memory.stability ?? 0) + 2);
  });
});
