import { type Learner, modelOf } from './learner.js';
import {
  difficultyOf,
  makeOutcomes,
  NODES,
  type Outcomes,
  spread,
  stabilityOf,
  valueAt,
  writeFirst,
  writeReview,
} from './memory-grid.js';
import type { MemoryModel } from './memory-model.js';

/** What depends on the memory alone: where reviews of the grid's memories lead. */
interface GapTables {
  readonly model: MemoryModel;
  readonly first: Outcomes;
  /** By whole days since the last review. */
  readonly gaps: Map<number, Outcomes>;
}

/** By weights: of people without learning steps, and with them. */
const known = [false, true].map(() => new WeakMap<readonly number[], GapTables>());

/** What reviews of a learner's cards lead to and take. */
export class Dynamics {
  readonly learner: Learner;
  readonly model: MemoryModel;
  readonly #tables: GapTables;
  readonly #hard: number;
  readonly #good: number;
  readonly #easy: number;

  constructor(learner: Learner) {
    this.learner = learner;
    this.#tables = tablesOf(learner);
    this.model = this.#tables.model;
    [this.#hard, this.#good, this.#easy] = learner.recallRating;
  }

  /** Where reviews of the grid's memories lead, one a node, after whole days. */
  gap(days: number): Outcomes {
    const found = this.#tables.gaps.get(days);
    if (found !== undefined) return found;
    const outcomes = makeOutcomes(NODES);
    for (let node = 0; node < NODES; node++) {
      writeReview(outcomes, node, this.model, stabilityOf(node), difficultyOf(node), days);
    }
    this.#tables.gaps.set(days, outcomes);
    return outcomes;
  }

  /** Where a new card's first ratings lead. */
  get first(): Outcomes {
    return this.#tables.first;
  }

  /** Expected seconds of a review with a chance of recall, 0..1. */
  seconds(recall: number): number {
    return recall * this.learner.hitSeconds + (1 - recall) * this.learner.missSeconds;
  }

  /** Mean of a table, a number a node from `from` on, after a review. */
  meanAfter(table: Float64Array, from: number, outcomes: Outcomes, review: number): number {
    const recall = outcomes.recall[review] ?? 0;
    const slot = review * 4;
    const recalled =
      this.#hard * valueAt(table, from, outcomes, slot + 1) +
      this.#good * valueAt(table, from, outcomes, slot + 2) +
      this.#easy * valueAt(table, from, outcomes, slot + 3);
    return recall * recalled + (1 - recall) * valueAt(table, from, outcomes, slot);
  }

  /** Mean of a table after a new card's first day. */
  meanAfterFirst(table: Float64Array, from: number): number {
    const [again, hard, good, easy] = this.learner.firstRating;
    return (
      again * valueAt(table, from, this.first, 0) +
      hard * valueAt(table, from, this.first, 1) +
      good * valueAt(table, from, this.first, 2) +
      easy * valueAt(table, from, this.first, 3)
    );
  }

  /** Spreads a mass over what a review leads to. */
  spreadAfter(
    table: Float64Array,
    from: number,
    outcomes: Outcomes,
    review: number,
    mass: number,
  ): void {
    const recalled = mass * (outcomes.recall[review] ?? 0);
    const slot = review * 4;
    spread(table, from, outcomes, slot, mass - recalled);
    spread(table, from, outcomes, slot + 1, recalled * this.#hard);
    spread(table, from, outcomes, slot + 2, recalled * this.#good);
    spread(table, from, outcomes, slot + 3, recalled * this.#easy);
  }

  /** Spreads a mass over what a new card's first day leads to. */
  spreadAfterFirst(table: Float64Array, from: number, mass: number): void {
    this.learner.firstRating.forEach((chance, slot) => {
      spread(table, from, this.first, slot, mass * chance);
    });
  }
}

function tablesOf(learner: Learner): GapTables {
  const byWeights = known[Number(learner.hasSteps)];
  const found = byWeights?.get(learner.weights);
  if (found !== undefined) return found;
  const model = modelOf(learner);
  const first = makeOutcomes(1);
  writeFirst(first, 0, model);
  const tables = { model, first, gaps: new Map<number, Outcomes>() };
  byWeights?.set(learner.weights, tables);
  return tables;
}
