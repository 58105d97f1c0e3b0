import { bestHabit } from '../../plan/best-habit.js';
import { type Cell, compare, type Standing } from '../../plan/compare.js';
import { contendersOf, ORDINARY } from '../../plan/contenders.js';
import { type Bargain, leastMinutes } from '../../plan/least-minutes.js';
import type { FsrsHabit } from '../../plan/rivals/fsrs.js';

/** How much to simulate. */
export interface SimulationSize {
  /** People a cell. */
  readonly learners: number;
  /** Any whole number: equal seeds give equal results. */
  readonly seed: number;
}

/** What each way to prepare came to in a cell. */
export interface CellReport {
  readonly cell: Cell;
  /** The habit of ordinary FSRS that did best on people of its own. */
  readonly habit: FsrsHabit;
  readonly standings: readonly Standing[];
}

/** The target of the way that stops when it is reached. */
const TARGET = 0.95;
/** People for the search of the best habit: fewer, for it tries many. */
const SEARCH_PART = 0.1;
const LEAST_SEARCHED = 4;
/** Keeps the people of the search apart from those of the comparison. */
const SEARCH_SEED = 500_009;

/** Compares the ways to prepare in one cell. */
export function simulateCell(cell: Cell, { learners, seed }: SimulationSize): CellReport {
  const searched = Math.max(LEAST_SEARCHED, Math.round(learners * SEARCH_PART));
  const habit = bestHabit(cell, searched, seed + SEARCH_SEED);
  const standings = compare(cell, contendersOf(cell.days, habit, TARGET), learners, seed);
  return { cell, habit, standings };
}

/** Fewest minutes by which a rival gets as far as viva with its target does, in a cell. */
export interface AmpleReport {
  readonly cell: Cell;
  readonly viva: Bargain;
  readonly rival: Bargain | null;
}

/** Asks it, on people of one seed for all. */
export function simulateAmple(cell: Cell, { learners, seed }: SimulationSize): AmpleReport {
  const [, planned] = contendersOf(cell.days, { retention: 0.9, ...ORDINARY }, TARGET);
  const [standing] = planned === undefined ? [] : compare(cell, [planned], learners, seed);
  const recall = standing?.recall.mean ?? 0;
  const viva = { name: 'viva', minutes: standing?.minutes.mean ?? 0, recall };
  return { cell, viva, rival: leastMinutes(cell, recall, learners, seed) };
}
