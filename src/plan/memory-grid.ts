import type { Learner } from './learner.js';
import { MemoryModel } from './memory-model.js';

const STABILITIES = 30;
const DIFFICULTIES = 4;
const LEAST = Math.log(0.05);
const MOST = Math.log(1500);
const STEP = (MOST - LEAST) / (STABILITIES - 1);
const DIFFICULTY_STEP = 9 / (DIFFICULTIES - 1);

/** Number of memories on the grid: stabilities on a logarithmic scale × difficulties. */
export const NODES = STABILITIES * DIFFICULTIES;

/** Chance of each outcome of one review, and where it leads on the grid. */
export interface Outcomes {
  /** Chances of Again, Hard, Good, Easy. */
  readonly chance: Float64Array;
  /** Lowest corner of the grid's cell that holds the memory after each. */
  readonly corner: Int32Array;
  /** Place within the cell along stability, 0..1. */
  readonly along: Float64Array;
  /** Place within the cell along difficulty, 0..1. */
  readonly across: Float64Array;
}

/** Room for the outcomes of a number of reviews, four each. */
export function makeOutcomes(reviews: number): Outcomes {
  return {
    chance: new Float64Array(reviews * 4),
    corner: new Int32Array(reviews * 4),
    along: new Float64Array(reviews * 4),
    across: new Float64Array(reviews * 4),
  };
}

/** Stability, days, of a node. */
export function stabilityOf(node: number): number {
  return Math.exp(LEAST + STEP * Math.floor(node / DIFFICULTIES));
}

/** Difficulty, 1..10, of a node. */
export function difficultyOf(node: number): number {
  return 1 + DIFFICULTY_STEP * (node % DIFFICULTIES);
}

/** Writes where a memory lies on the grid as outcome `slot`. */
export function locate(
  to: Outcomes,
  slot: number,
  chance: number,
  stability: number,
  difficulty: number,
): void {
  const along = Math.min(STABILITIES - 1.0001, Math.max(0, (Math.log(stability) - LEAST) / STEP));
  const across = Math.min(DIFFICULTIES - 1.0001, Math.max(0, (difficulty - 1) / DIFFICULTY_STEP));
  const row = Math.floor(along);
  const column = Math.floor(across);
  to.chance[slot] = chance;
  to.corner[slot] = row * DIFFICULTIES + column;
  to.along[slot] = along - row;
  to.across[slot] = across - column;
}

/** A table's value at outcome `slot`, bilinear; the table has a number a node from `from` on. */
export function valueAt(
  table: Float64Array,
  from: number,
  outcomes: Outcomes,
  slot: number,
): number {
  const corner = from + (outcomes.corner[slot] ?? 0);
  const along = outcomes.along[slot] ?? 0;
  const across = outcomes.across[slot] ?? 0;
  const near = table[corner] ?? 0;
  const far = table[corner + DIFFICULTIES] ?? 0;
  const low = near + across * ((table[corner + 1] ?? 0) - near);
  const high = far + across * ((table[corner + DIFFICULTIES + 1] ?? 0) - far);
  return low + along * (high - low);
}

/** Mean of a table over the four outcomes of a review. */
export function meanAt(
  table: Float64Array,
  from: number,
  outcomes: Outcomes,
  review: number,
): number {
  let mean = 0;
  for (let slot = review * 4; slot < review * 4 + 4; slot++) {
    mean += (outcomes.chance[slot] ?? 0) * valueAt(table, from, outcomes, slot);
  }
  return mean;
}

/** Adds a mass at the four corners around outcome `slot`: the transpose of `valueAt`. */
export function spread(
  table: Float64Array,
  from: number,
  outcomes: Outcomes,
  slot: number,
  mass: number,
): void {
  const corner = from + (outcomes.corner[slot] ?? 0);
  const along = outcomes.along[slot] ?? 0;
  const across = outcomes.across[slot] ?? 0;
  const far = corner + DIFFICULTIES;
  table[corner] = (table[corner] ?? 0) + mass * (1 - along) * (1 - across);
  table[corner + 1] = (table[corner + 1] ?? 0) + mass * (1 - along) * across;
  table[far] = (table[far] ?? 0) + mass * along * (1 - across);
  table[far + 1] = (table[far + 1] ?? 0) + mass * along * across;
}

/** What a review of a learner's card leads to, written onto the grid. */
export class Dynamics {
  readonly model: MemoryModel;
  readonly learner: Learner;

  constructor(learner: Learner) {
    this.learner = learner;
    this.model = new MemoryModel(learner.weights);
  }

  /** Writes the outcomes of a new card's first day as `review`; gives its seconds. */
  learn(to: Outcomes, review: number): number {
    for (let index = 0; index < 4; index++) {
      const chance = this.learner.firstRating[index] ?? 0;
      this.model.learn(index + 1);
      locate(to, review * 4 + index, chance, this.model.stability, this.model.difficulty);
    }
    return this.learner.newSeconds;
  }

  /** Writes the outcomes of a review as `review`; gives its expected seconds. */
  review(
    to: Outcomes,
    review: number,
    stability: number,
    difficulty: number,
    elapsedDays: number,
  ): number {
    const { model, learner } = this;
    const recall = model.reviewAll(stability, difficulty, elapsedDays);
    for (let index = 0; index < 4; index++) {
      const chance = index === 0 ? 1 - recall : recall * (learner.recallRating[index - 1] ?? 0);
      const after = model.stabilities[index] ?? 0;
      locate(to, review * 4 + index, chance, after, model.difficulties[index] ?? 1);
    }
    return recall * learner.hitSeconds + (1 - recall) * learner.missSeconds;
  }
}
