import type { CardId } from '../model/ids.js';
import { cardHash } from './order.js';

/** A day on which the next review could be. */
export interface DayLoad {
  /** Days from the review. */
  readonly interval: number;
  /** Cards that are due on that day already. */
  readonly due: number;
  /** The share of the load that the day is to carry, 0 (none) to 1 (a full day's). */
  readonly share: number;
}

/**
 * Chooses one of the days within an interval's range of fuzz, so that load
 * evens out: the fuller a day is for its share, the less likely. The choice is
 * random but for the seed, 0 <= seed < 1: the same seed and days, the same
 * choice. Days without a share are chosen only where no day has one. Takes at
 * least one day.
 *
 * Weight of a day: share · (share / (due + 1))² / interval, after the load
 * balancer of Anki (rslib/src/scheduler/states/load_balancer.rs: chance falls
 * with the square of the day's count and with the interval). With the share
 * inside the square a day of half a share fills up to half of a full one's.
 */
export function chooseInterval(days: readonly DayLoad[], seed: number): number {
  const weights = weightsOf(days);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let rest = seed * total;
  for (const [at, day] of days.entries()) {
    rest -= weights[at] ?? 0;
    if (rest < 0 && (weights[at] ?? 0) > 0) return day.interval;
  }
  // Rounding can leave a trace of the total.
  return days.findLast((_, at) => (weights[at] ?? 0) > 0)?.interval ?? 1;
}

function weightsOf(days: readonly DayLoad[]): number[] {
  const closed = days.every(({ share }) => share <= 0);
  return days.map(({ interval, due, share }) => {
    const own = closed ? 1 : Math.max(0, share);
    return (own * (own / (due + 1)) ** 2) / interval;
  });
}

/** Returns the seed of a card's choice at its review number `rep`, 0 <= seed < 1. */
export function balanceSeed(card: CardId, rep: number): number {
  return cardHash(card, rep) / 2 ** 32;
}
