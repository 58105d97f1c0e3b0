import type { MemoryModel } from './memory-model.js';

const STABILITIES = 28;
const DIFFICULTIES = 3;
const LEAST = Math.log(0.05);
const MOST = Math.log(1500);
const STEP = (MOST - LEAST) / (STABILITIES - 1);
const DIFFICULTY_STEP = 9 / (DIFFICULTIES - 1);
/** Below the last row or column, so that a place always has a next one. */
const LAST_ROW = STABILITIES - 1.0001;
const LAST_COLUMN = DIFFICULTIES - 1.0001;

/** Number of memories on the grid: stabilities on a logarithmic scale × difficulties. */
export const NODES = STABILITIES * DIFFICULTIES;

/** Places of memories on the grid; a slot a memory. */
export interface Places {
  /** Lowest corner of the cell that holds the memory. */
  readonly corner: Int32Array;
  /** Place within the cell along stability, 0..1. */
  readonly along: Float64Array;
  /** Place within the cell along difficulty, 0..1. */
  readonly across: Float64Array;
}

/** Where the four ratings of reviews lead, as places on the grid; four slots a review. */
export interface Outcomes extends Places {
  /** Chance of recall at each review, 0..1. */
  readonly recall: Float64Array;
}

/** Room for a number of places. */
export function makePlaces(slots: number): Places {
  return {
    corner: new Int32Array(slots),
    along: new Float64Array(slots),
    across: new Float64Array(slots),
  };
}

/** Room for the outcomes of a number of reviews. */
export function makeOutcomes(reviews: number): Outcomes {
  return { recall: new Float64Array(reviews), ...makePlaces(reviews * 4) };
}

/** Stability, days, of a node. */
export function stabilityOf(node: number): number {
  return Math.exp(LEAST + STEP * Math.floor(node / DIFFICULTIES));
}

/** Difficulty, 1..10, of a node. */
export function difficultyOf(node: number): number {
  return 1 + DIFFICULTY_STEP * (node % DIFFICULTIES);
}

/** Notes the place of a memory in a slot. */
export function place(to: Places, slot: number, stability: number, difficulty: number): void {
  const along = Math.min(LAST_ROW, Math.max(0, (Math.log(stability) - LEAST) / STEP));
  const across = Math.min(LAST_COLUMN, Math.max(0, (difficulty - 1) / DIFFICULTY_STEP));
  const row = Math.floor(along);
  const column = Math.floor(across);
  to.corner[slot] = row * DIFFICULTIES + column;
  to.along[slot] = along - row;
  to.across[slot] = across - column;
}

/** Writes where a new card's first ratings lead as review `review`. */
export function writeFirst(to: Outcomes, review: number, model: MemoryModel): void {
  for (let index = 0; index < 4; index++) {
    model.learn(index + 1);
    place(to, review * 4 + index, model.stability, model.difficulty);
  }
}

/** Writes where the ratings of a review lead as review `review`. */
export function writeReview(
  to: Outcomes,
  review: number,
  model: MemoryModel,
  stability: number,
  difficulty: number,
  elapsedDays: number,
): void {
  to.recall[review] = model.reviewAll(stability, difficulty, elapsedDays);
  for (let index = 0; index < 4; index++) {
    const after = model.stabilities[index] ?? 0;
    place(to, review * 4 + index, after, model.difficulties[index] ?? 1);
  }
}

/** A table's value at a slot, bilinear; the table has a number a node from `from` on. */
export function valueAt(table: Float64Array, from: number, places: Places, slot: number): number {
  const corner = from + (places.corner[slot] ?? 0);
  const across = places.across[slot] ?? 0;
  const near = table[corner] ?? 0;
  const far = table[corner + DIFFICULTIES] ?? 0;
  const low = near + across * ((table[corner + 1] ?? 0) - near);
  const high = far + across * ((table[corner + DIFFICULTIES + 1] ?? 0) - far);
  return low + (places.along[slot] ?? 0) * (high - low);
}

/** Adds a mass at the four corners around a slot: the transpose of `valueAt`. */
export function spread(
  table: Float64Array,
  from: number,
  places: Places,
  slot: number,
  mass: number,
): void {
  const corner = from + (places.corner[slot] ?? 0);
  const along = places.along[slot] ?? 0;
  const across = places.across[slot] ?? 0;
  const far = corner + DIFFICULTIES;
  table[corner] = (table[corner] ?? 0) + mass * (1 - along) * (1 - across);
  table[corner + 1] = (table[corner + 1] ?? 0) + mass * (1 - along) * across;
  table[far] = (table[far] ?? 0) + mass * along * (1 - across);
  table[far + 1] = (table[far + 1] ?? 0) + mass * along * across;
}
