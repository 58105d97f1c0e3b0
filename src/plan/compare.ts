import { seededRandom } from '../schedule/seeded-random.js';
import { DEFAULT_LEARNER } from './learner.js';
import { Memories } from './memories.js';
import { MemoryModel } from './memory-model.js';
import { drawPerson } from './person.js';
import { Planner } from './planner.js';
import type { Policy } from './policy.js';
import { type Outcome, prepare } from './preparation.js';
import type { Random } from './random.js';
import { Fsrs, type FsrsHabit } from './rivals/fsrs.js';
import { Greedy } from './rivals/greedy.js';
import { RandomCram } from './rivals/random-cram.js';

/** One preparation to compare ways of: so many cards, days, minutes a day. */
export interface Cell {
  readonly cards: number;
  readonly days: number;
  readonly minutes: number;
}

/** A way to prepare, by its name; made anew for every person. */
export interface Contender {
  readonly name: string;
  make(random: Random): Policy;
}

/** Mean of a figure over people, with half the width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
}

/** What a way to prepare came to, over all people. */
export interface Standing {
  readonly name: string;
  /** True recall at the deadline, 0..1, each card counted alike; one never seen counts 0. */
  readonly recall: Estimate;
  /** `recall` less that of the first contender, person by person. */
  readonly lead: Estimate;
  readonly reviews: Estimate;
  /** Minutes spent over all days. */
  readonly minutes: Estimate;
}

const MODEL = new MemoryModel(DEFAULT_LEARNER.weights);

/** Ordinary FSRS: new cards over the first four fifths of the days. */
export const ORDINARY: Omit<FsrsHabit, 'retention'> = { introduceBy: 0.8, aheadDays: 0 };

/** A way that uses FSRS out of the box. */
export function fsrsContender(name: string, habit: FsrsHabit): Contender {
  return { name, make: () => new Fsrs(MODEL, habit) };
}

/**
 * The ways that are compared: ours with all the time and with a target, and its
 * rivals. `best` is the fixed habit that a search found for the cell.
 */
export function contendersOf(days: number, best: FsrsHabit, target: number): Contender[] {
  const aheadDays = Math.max(1, Math.round(days / 7));
  return [
    { name: 'viva', make: () => new Planner() },
    { name: `viva to ${target}`, make: () => new Planner(DEFAULT_LEARNER, target) },
    { name: 'greedy', make: () => new Greedy(DEFAULT_LEARNER) },
    { name: 'random', make: (random) => new RandomCram(random) },
    fsrsContender('FSRS 0.9', { ...ORDINARY, retention: 0.9 }),
    fsrsContender('FSRS 0.95', { ...ORDINARY, retention: 0.95 }),
    fsrsContender('FSRS 0.9 ahead', { ...ORDINARY, retention: 0.9, aheadDays }),
    fsrsContender('FSRS best', best),
  ];
}

/** Lets one person prepare; equal seeds give equal people, whatever the way. */
export function runOne(cell: Cell, contender: Contender, seed: number): Outcome {
  const person = drawPerson(DEFAULT_LEARNER, seededRandom(seed));
  const seconds = cell.minutes * 60;
  const setting = {
    start: new Memories(cell.cards),
    sessions: cell.days,
    deadline: cell.days,
    secondsToday: seconds,
    secondsPerDay: seconds,
    model: MODEL,
  };
  const policy = contender.make(seededRandom(seed + 1));
  return prepare(setting, policy, person, seededRandom(seed + 2));
}

/** Lets people prepare under each contender; the same people under all of them. */
export function compare(
  cell: Cell,
  contenders: readonly Contender[],
  learners: number,
  seed: number,
): Standing[] {
  const seeds = Array.from({ length: learners }, (_, index) => seed + 7919 * index);
  const outcomes = contenders.map((contender) =>
    seeds.map((person) => runOne(cell, contender, person)),
  );
  const first = outcomes[0] ?? [];
  return contenders.map(({ name }, index) => {
    const own = outcomes[index] ?? [];
    return {
      name,
      recall: estimate(own.map(({ recall }) => recall)),
      lead: estimate(own.map(({ recall }, person) => recall - (first[person]?.recall ?? 0))),
      reviews: estimate(own.map(({ reviews }) => reviews)),
      minutes: estimate(own.map(({ seconds }) => seconds / 60)),
    };
  });
}

/** Mean and half its 95 % interval, by the normal approximation. */
export function estimate(numbers: readonly number[]): Estimate {
  const count = numbers.length;
  const mean = numbers.reduce((sum, number) => sum + number, 0) / Math.max(1, count);
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  return { mean, margin: (1.96 * deviation) / Math.sqrt(Math.max(1, count)) };
}

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
