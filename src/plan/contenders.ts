import type { Contender } from './compare.js';
import { modelOf } from './learner.js';
import { LearningPlanner } from './learning-planner.js';
import { Fsrs, type FsrsHabit } from './rivals/fsrs.js';
import { Greedy } from './rivals/greedy.js';
import { RandomCram } from './rivals/random-cram.js';

/** Ordinary FSRS: new cards over the first four fifths of the days. */
export const ORDINARY: Omit<FsrsHabit, 'retention'> = { introduceBy: 0.8, aheadDays: 0 };

/** A way that uses FSRS out of the box. */
export function fsrsContender(name: string, habit: FsrsHabit): Contender {
  return { name, make: (believed) => new Fsrs(modelOf(believed), habit) };
}

/** The first sketch. */
export const GREEDY: Contender = { name: 'greedy', make: (believed) => new Greedy(believed) };

/**
 * The ways that are compared: ours with all the time and with a target, and its
 * rivals. `best` is the fixed habit that a search found for the cell.
 */
export function contendersOf(days: number, best: FsrsHabit, target: number): Contender[] {
  const aheadDays = Math.max(1, Math.round(days / 7));
  return [
    { name: 'viva', make: (believed) => new LearningPlanner(believed, 1) },
    { name: `viva to ${target}`, make: (believed) => new LearningPlanner(believed, target) },
    GREEDY,
    { name: 'random', make: (_, random) => new RandomCram(random) },
    fsrsContender('FSRS 0.9', { ...ORDINARY, retention: 0.9 }),
    fsrsContender('FSRS 0.95', { ...ORDINARY, retention: 0.95 }),
    fsrsContender('FSRS 0.9 ahead', { ...ORDINARY, retention: 0.9, aheadDays }),
    fsrsContender('FSRS best', best),
  ];
}
