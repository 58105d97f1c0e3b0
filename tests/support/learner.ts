import { FSRSAlgorithm, type FSRSState, generatorParameters } from 'ts-fsrs';
import { DAY_MS } from '../../src/model/moment.js';
import type { Rating } from '../../src/model/rating.js';
import { DEFAULT_WEIGHTS } from '../../src/model/settings.js';
import type { CardHistory } from '../../src/schedule/fit/histories.js';

/** Numbers from 0 to 1 that a seed alone determines (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Initial stabilities times these, in order of the first rating. */
export function weightsTimes(factors: readonly number[], more: Record<number, number> = {}) {
  return DEFAULT_WEIGHTS.map((weight, n) => more[n] ?? weight * (factors[n] ?? 1));
}

/**
 * A person whose memory is FSRS with hidden weights, scheduled at 0.9 under
 * the defaults, ten new cards a day: their journal of so many days.
 */
export function journalOf(hidden: readonly number[], cards: number, days: number, seed = 1) {
  const random = randomFrom(seed);
  const truth = new FSRSAlgorithm(generatorParameters({ w: hidden }));
  const scheduler = new FSRSAlgorithm(generatorParameters({ w: DEFAULT_WEIGHTS }));
  const remember = (card: number): CardHistory => {
    const history: CardHistory = { ratings: [], gaps: [], at: [] };
    let rating = firstRating(random());
    let [day, gap, step] = [Math.floor(card / 10), 0, 0];
    let own: FSRSState | null = null;
    let seen: FSRSState | null = null;
    while (day < days) {
      history.ratings.push(rating);
      history.gaps.push(gap);
      history.at.push(day * DAY_MS + card * 1000 + step++ * 60_000);
      own = truth.next_state(own, gap, rating);
      seen = scheduler.next_state(seen, gap, rating);
      // One more step within the day, then the next day.
      gap = rating < 3 ? 0 : Math.max(1, scheduler.next_interval(seen.stability, 0));
      day += gap;
      rating = gap === 0 ? 3 : rate(random, truth.forgetting_curve(gap, own.stability));
    }
    return history;
  };
  return Array.from({ length: cards }, (_, card) => remember(card));
}

function firstRating(random: number): Rating {
  if (random < 0.25) return 1;
  if (random < 0.35) return 2;
  return random < 0.85 ? 3 : 4;
}

function rate(random: () => number, recall: number): Rating {
  if (random() >= recall) return 1;
  const kind = random();
  return kind < 0.2 ? 2 : kind < 0.85 ? 3 : 4;
}
