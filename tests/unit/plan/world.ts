import { DAY_MS } from '../../../src/model/moment.js';
import { Belief } from '../../../src/plan/belief.js';
import type { PlanCard } from '../../../src/plan/card.js';
import type { Horizon } from '../../../src/plan/horizon.js';
import { Memories } from '../../../src/plan/memories.js';
import type { ReviewLog } from '../../../src/schedule/fit/card-days.js';
import { DEFAULT_LEARNER } from '../../../src/schedule/fit/learner.js';
import { MemoryModel } from '../../../src/schedule/memory-model.js';
import { seededRandom } from '../../../src/schedule/seeded-random.js';

/** The day that all of these tests are on, as a study day and in ms since 1970. */
export const TODAY = 20_000;
export const NOW = TODAY * DAY_MS;

/** First ratings of cards on days, as the journal has them; each takes so many seconds. */
export function logOf(
  rows: readonly (readonly [card: number, day: number, rating: number])[],
  seconds = 20,
): ReviewLog {
  return {
    length: rows.length,
    card: rows.map(([card]) => card),
    day: rows.map(([, day]) => day),
    code: rows.map(([, , rating]) => rating),
    durationMs: rows.map(() => seconds * 1000),
  };
}

export const nobody = () => new Belief(logOf([]), DEFAULT_LEARNER.weights);

/** Cards that were never seen, the first having a key. */
export const newCards = (count: number, key = 0): PlanCard[] =>
  Array.from({ length: count }, (_, n) => ({
    key: key + n,
    stability: null,
    difficulty: null,
    lastAt: null,
  }));

/** Cards of a stability that were seen some days ago. */
export const seenCards = (count: number, stability: number, daysAgo: number): PlanCard[] =>
  newCards(count).map(({ key }) => ({
    key,
    stability,
    difficulty: 5,
    lastAt: NOW - daysAgo * DAY_MS,
  }));

export function horizonOf(days: number, minutes: number, more: Partial<Horizon> = {}): Horizon {
  return {
    now: NOW,
    deadlineAt: NOW + days * DAY_MS,
    begunAt: NOW,
    mostToday: days * 86_400,
    secondsPerDay: minutes * 60,
    shares: [],
    target: 1,
    missing: 0,
    ...more,
  };
}

/** The journal of somebody with these weights: cards begun on the first day, asked on days after it. */
export function journalOf(
  weights: readonly number[],
  cards: number,
  days: readonly number[],
  seed = 1,
) {
  const random = seededRandom(seed);
  const model = new MemoryModel(weights);
  const memories = new Memories(cards);
  const rows = [0, ...days].flatMap((day) =>
    Array.from({ length: cards }, (_, card) => {
      const chance = memories.isNew(card) ? 0.5 : memories.recall(model, card, day);
      const rating = random() < chance ? 3 : 1;
      memories.rate(model, card, day, rating);
      return [card, TODAY - 40 + day, rating] as const;
    }),
  );
  return logOf(rows);
}
