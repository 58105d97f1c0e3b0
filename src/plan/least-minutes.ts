import { type Cell, type Contender, compare } from './compare.js';
import { fsrsContender, GREEDY } from './contenders.js';

/** A way to spend time, and what it brings: means over people. */
export interface Bargain {
  readonly name: string;
  /** Minutes over all days. */
  readonly minutes: number;
  /** Recall at the deadline, 0..1. */
  readonly recall: number;
}

const GREEDY_PARTS = [0.25, 0.33, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8, 0.9, 1];
const RETENTIONS = [0.8, 0.85, 0.88, 0.9, 0.92, 0.94, 0.96];
const SPREADS = [0.5, 0.75, 1];

/**
 * Searches how few minutes a rival can do with for a recall, 0..1, within a
 * cell's days and minutes a day: the greedy sketch at smaller daily budgets,
 * ordinary FSRS at many retentions and spreads of new cards, with and without
 * review-ahead. Between neighbours of one way it interpolates. Gives null where
 * no rival gets that far.
 */
export function leastMinutes(
  cell: Cell,
  recall: number,
  learners: number,
  seed: number,
): Bargain | null {
  const offers = [...greedyOffers(cell, recall, learners, seed)];
  for (const introduceBy of SPREADS) {
    for (const aheadDays of [0, 1, Math.max(2, Math.round(cell.days / 7))]) {
      const way = RETENTIONS.map((retention) =>
        offer(
          cell,
          fsrsContender(`FSRS ${retention}`, { retention, introduceBy, aheadDays }),
          learners,
          seed,
        ),
      );
      offers.push(...between(way, recall));
    }
  }
  return offers.reduce<Bargain | null>(
    (best, next) => (best === null || next.minutes < best.minutes ? next : best),
    null,
  );
}

function greedyOffers(cell: Cell, recall: number, learners: number, seed: number): Bargain[] {
  const way = GREEDY_PARTS.map((part) =>
    offer({ ...cell, minutes: cell.minutes * part }, GREEDY, learners, seed),
  );
  return between(way, recall);
}

function offer(cell: Cell, contender: Contender, learners: number, seed: number): Bargain {
  const [standing] = compare(cell, [contender], learners, seed);
  return {
    name: contender.name,
    minutes: standing?.minutes.mean ?? Number.POSITIVE_INFINITY,
    recall: standing?.recall.mean ?? 0,
  };
}

/** Where a way, from less to more, passes a recall. */
function between(way: readonly Bargain[], recall: number): Bargain[] {
  return way.flatMap((high, index) => {
    if (high.recall < recall) return [];
    const low = way[index - 1];
    if (low === undefined || low.recall >= recall) return [high];
    const part = (recall - low.recall) / (high.recall - low.recall);
    return [
      { name: high.name, recall, minutes: low.minutes + part * (high.minutes - low.minutes) },
    ];
  });
}
