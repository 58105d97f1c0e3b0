import { classesOf } from './card-classes.js';
import { Dynamics } from './dynamics.js';
import { shareOn } from './horizon.js';
import { Judge, type Scale } from './judge.js';
import { DEFAULT_LEARNER, type Learner } from './learner.js';
import { Lookahead } from './lookahead.js';
import type { Memories } from './memories.js';
import type { NotedReview, PlanDay, Policy } from './policy.js';
import { type Course, findPrices, type KnownPrices, knownPrices } from './prices.js';
import { type Stage, stagesOf } from './stages.js';
import { Tally } from './tally.js';
import { worthTheirTime } from './worth-its-time.js';

/** Nearer to its last review than this, days, a card is done for the day. */
export const SAME_DAY = 1e-6;

/**
 * Part of the way from the target to 1 that the look ahead aims beyond it.
 * People are not what they are believed to be, and recall falls by more where
 * memory is worse than believed than it rises where it is better: an aim at the
 * target itself comes out short of it (docs/planning.md).
 */
const BEYOND = 0.2;

/** Time that costs so many times the least price is scarce. */
const SCARCE = 1.2;
/** The part of the sessions left over which a day's share of the course is taken. */
const FIRST_PART = 1 / 3;

/** A way through the days that are left, as far as it is known today. */
export interface Outlook {
  readonly lookahead: Lookahead;
  readonly course: Course;
  readonly stages: readonly Stage[];
  /** Seconds that each stage holds. */
  readonly budget: Float64Array;
}

/**
 * Looks ahead from a day: finds prices of time and values of memories under
 * them. Quicker from the prices `known` of the day before.
 */
export function lookAhead(
  memories: Memories,
  dynamics: Dynamics,
  today: PlanDay,
  target: number,
  known: KnownPrices | null = null,
): Outlook {
  const stages = stagesOf(Math.ceil(today.deadline - today.day), (day) =>
    shareOn(today.day + day, today.shares),
  );
  const lookahead = new Lookahead(dynamics, stages, today.deadline - today.day);
  const budget = Float64Array.from(stages, ({ sessions }, stage) =>
    // At least a second: what is over a budget is measured by it.
    Math.max(1, stage === 0 ? today.seconds : sessions * today.secondsPerDay),
  );
  const classes = classesOf(memories, dynamics, stages, today);
  const course = findPrices(
    lookahead,
    classes,
    { budget, target: target + BEYOND * (1 - target) },
    known,
  );
  return { lookahead, course, stages, budget };
}

/**
 * Chooses each day the cards for which today's review is worth most beside the
 * best later course, per second, until none is worth the price of its time:
 * the index policy of a restless bandit (Whittle 1988) under the prices that
 * the look ahead finds anew each day.
 */
export class Planner implements Policy {
  readonly #target: number;
  #base: Learner;
  readonly #tally = new Tally();
  readonly #rounds: number | undefined;
  #known: KnownPrices | null = null;

  /**
   * Takes the person as first believed, the mean recall to stop at, 0..1, and
   * after how few rounds a later day's search for prices may stop, for a rough
   * and quick simulation.
   */
  constructor(learner: Learner = DEFAULT_LEARNER, target = 1, rounds?: number) {
    this.#rounds = rounds;
    this.#base = learner;
    this.#target = target;
  }

  /** Takes the person to be another one, but for pace and ratings, which were counted. */
  believe(learner: Learner): void {
    this.#base = learner;
  }

  note(review: NotedReview): void {
    this.#tally.add(review);
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    if (memories.size === 0) return [];
    const dynamics = new Dynamics(this.#tally.learner(this.#base));
    const outlook = lookAhead(memories, dynamics, today, this.#target, this.#known);
    const found = knownPrices(outlook.lookahead, outlook.course.floor);
    this.#known = this.#rounds === undefined ? found : { ...found, rounds: this.#rounds };
    return byWorth(memories, dynamics, today, outlook);
  }
}

/**
 * What a day's course wants. Where today's time is dearer than the least price
 * it is scarce, and all of it is to be used.
 */
export function scaleOf({ lookahead, course }: Outlook): Scale {
  const isScarce = (lookahead.prices[0] ?? 0) > SCARCE * course.floor;
  const asked = isScarce ? Number.POSITIVE_INFINITY : askedToday(lookahead.stages, course.seconds);
  return { lookahead, floor: course.floor, asked };
}

/**
 * What the course spends today, but no less than on one of the days of its
 * first part: where all of them are worth the same the course likes the later
 * ones better, and would put off anew each day until there is no time left.
 */
function askedToday(stages: readonly Stage[], seconds: Float64Array): number {
  const all = stages.reduce((sum, stage) => sum + stage.sessions, 0);
  let [sessions, spent] = [0, 0];
  for (const [index, stage] of stages.entries()) {
    if (sessions >= FIRST_PART * all) break;
    sessions += stage.sessions;
    spent += seconds[index] ?? 0;
  }
  return Math.max(seconds[0] ?? 0, spent / Math.max(1, sessions));
}

/** Gives the cards worth a review today, the most worth a second first. */
export function byWorth(
  memories: Memories,
  dynamics: Dynamics,
  today: PlanDay,
  outlook: Outlook,
): number[] {
  const scale = scaleOf(outlook);
  const worth = worthOfCards(memories, today.day, new Judge(dynamics, scale));
  const cards = Array.from(worth.keys()).filter((card) => (worth[card] ?? 0) > 0);
  return worthTheirTime(
    cards.sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b),
    (card) => worth[card] ?? 0,
    (card) => secondsOf(card, memories, dynamics, today.day),
    scale,
  );
}

/** What a second of each card is worth today; nothing where it was reviewed today. */
function worthOfCards(memories: Memories, day: number, judge: Judge): Float64Array {
  const fresh = judge.fresh();
  return Float64Array.from(memories.stability, (stability, card) => {
    if (stability === 0) return fresh;
    const elapsed = day - (memories.last[card] ?? 0);
    if (elapsed < SAME_DAY) return 0;
    return judge.seen(stability, memories.difficulty[card] ?? 1, elapsed);
  });
}

/** Seconds that a card is expected to take on a day. */
export function secondsOf(
  card: number,
  memories: Memories,
  dynamics: Dynamics,
  day: number,
): number {
  if (memories.isNew(card)) return dynamics.learner.newSeconds;
  return dynamics.seconds(memories.recall(dynamics.model, card, day));
}
