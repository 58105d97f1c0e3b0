import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shareOn } from '../../../src/plan/horizon.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';
import { Memories } from '../../../src/plan/memories.js';
import { MemoryModel } from '../../../src/plan/memory-model.js';
import { drawPerson } from '../../../src/plan/person.js';
import { Planner } from '../../../src/plan/planner.js';
import type { Policy } from '../../../src/plan/policy.js';
import { type Outcome, prepare, type Setting } from '../../../src/plan/preparation.js';
import { stagesOf } from '../../../src/plan/stages.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

const settings = fc
  .record({
    cards: fc.integer({ min: 0, max: 60 }),
    deadline: fc.double({ min: 0.01, max: 12, noNaN: true }),
    secondsToday: fc.integer({ min: 0, max: 900 }),
    secondsPerDay: fc.integer({ min: 1, max: 900 }),
    shares: fc.option(fc.array(fc.constantFrom<number>(0, 0.5, 1), { maxLength: 12 }), {
      nil: undefined,
    }),
  })
  .map(
    ({ cards, ...setting }): Setting => ({
      ...setting,
      start: new Memories(cards),
      sessions: Math.ceil(setting.deadline),
      model: new MemoryModel(DEFAULT_LEARNER.weights),
    }),
  );
const seeds = fc.integer({ min: 0, max: 1000 });
const RUNS = { numRuns: 40 };

/** Someone prepares under the planner; gives what came of it, and the seconds of each day's reviews. */
function preparation(setting: Setting, seed: number): { outcome: Outcome; days: number[][] } {
  const random = seededRandom(seed);
  const planner = new Planner(DEFAULT_LEARNER, 0.95);
  const days: number[][] = [];
  const policy: Policy = {
    choose(memories, today) {
      days[today.day] = [];
      return planner.choose(memories, today);
    },
    note(review) {
      planner.note(review);
      days.at(-1)?.push(review.seconds);
    },
  };
  return { outcome: prepare(setting, policy, drawPerson(DEFAULT_LEARNER, random), random), days };
}

test('a day is never over its budget by more than one card, and a day off has none', () => {
  fc.assert(
    fc.property(settings, seeds, (setting, seed) => {
      const { outcome, days } = preparation(setting, seed);
      expect(outcome.secondsByDay).toHaveLength(setting.sessions);
      for (const [day, spent] of outcome.secondsByDay.entries()) {
        const share = shareOn(day, setting.shares);
        const budget = day === 0 ? setting.secondsToday : setting.secondsPerDay * share;
        const last = days[day]?.at(-1) ?? 0;
        if (spent > 0) expect(spent - last).toBeLessThan(budget);
        if (budget === 0) expect(spent).toBe(0);
      }
    }),
    RUNS,
  );
});

test('every review is before the deadline, and no later day is counted on', () => {
  fc.assert(
    fc.property(settings, seeds, (setting, seed) => {
      const { truth, unreached, reviews } = preparation(setting, seed).outcome;
      for (const last of truth.last) expect(last).toBeLessThan(setting.deadline);
      const stages = stagesOf(setting.sessions, (day) => shareOn(day, setting.shares));
      for (const { day } of stages) expect(day).toBeLessThan(setting.deadline);
      expect(truth.size - unreached).toBeLessThanOrEqual(reviews);
    }),
    RUNS,
  );
});
