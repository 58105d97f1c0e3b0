import { type Cell, compare } from './compare.js';
import { fsrsContender, ORDINARY } from './contenders.js';
import type { FsrsHabit } from './rivals/fsrs.js';

const RETENTIONS = [0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96];
const SPREADS = [0.5, 0.75, 1];

/**
 * Searches the fixed desired retention (and part of the days to spread new
 * cards over) that brings most recall in a cell, on people of its own.
 */
export function bestHabit(cell: Cell, learners: number, seed: number): FsrsHabit {
  let best: FsrsHabit = { ...ORDINARY, retention: 0.9 };
  let most = Number.NEGATIVE_INFINITY;
  for (const retention of RETENTIONS) {
    for (const introduceBy of SPREADS) {
      const habit = { retention, introduceBy, aheadDays: 0 };
      const [standing] = compare(cell, [fsrsContender('', habit)], learners, seed);
      if (standing === undefined || standing.recall.mean <= most) continue;
      most = standing.recall.mean;
      best = habit;
    }
  }
  return best;
}
