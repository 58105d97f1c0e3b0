import type { CardClass } from './card-classes.js';
import {
  type Dynamics,
  difficultyOf,
  makeOutcomes,
  meanAt,
  NODES,
  type Outcomes,
  spread,
  stabilityOf,
} from './memory-grid.js';
import type { Stage } from './stages.js';

/** What cards take and give when everyone follows the best course under the prices. */
export interface Flow {
  /** Seconds of each stage. */
  readonly seconds: Float64Array;
  /** Recall at the deadline, summed over the cards. */
  readonly recall: number;
}

/**
 * Values of memories under given prices of time, by dynamic programming over
 * stages and memories. For a memory m just reviewed at stage t:
 *
 *   W(t, m) = max( R(deadline, m), max over u > t of E[W(u, m')] - price(u) · seconds(m) )
 *
 * where m' is the memory after a review at u. Nothing is learned of a card
 * between its reviews, so the stage of the next one can be chosen at once. The
 * maximum is softened by a temperature: choices that differ by less share the
 * cards, without which demand would leap as prices change.
 */
export class Lookahead {
  readonly stages: readonly Stage[];
  /** Days from today to the deadline. */
  readonly horizon: number;
  /** Price of a second at each stage, in recall of one card. */
  readonly prices: Float64Array;
  /** W by stage and node. */
  readonly values: Float64Array;
  /** In recall, 0..1. */
  temperature = 0.02;
  readonly #dynamics: Dynamics;
  /** Of a review at `then` of a memory left at `stage`, by pair and node. */
  readonly #outcomes: Outcomes;
  readonly #seconds: Float64Array;
  readonly #nets: Float64Array;
  readonly #never: Float64Array;
  readonly #mass: Float64Array;

  /** `horizon`: days from today to the deadline. */
  constructor(dynamics: Dynamics, stages: readonly Stage[], horizon: number) {
    const count = stages.length;
    this.#dynamics = dynamics;
    this.stages = stages;
    this.horizon = horizon;
    this.prices = new Float64Array(count);
    this.values = new Float64Array(count * NODES);
    this.#outcomes = makeOutcomes(count * count * NODES);
    this.#seconds = new Float64Array(count * count * NODES);
    this.#nets = new Float64Array(count * count * NODES);
    this.#never = new Float64Array(count * NODES);
    this.#mass = new Float64Array(count * NODES);
    for (let stage = 0; stage < count; stage++) this.#prepare(stage);
  }

  #prepare(stage: number): void {
    const day = this.stages[stage]?.day ?? 0;
    for (let node = 0; node < NODES; node++) {
      const stability = stabilityOf(node);
      const difficulty = difficultyOf(node);
      const never = this.#dynamics.model.recall(this.horizon - day, stability);
      this.#never[stage * NODES + node] = never;
      for (let then = stage + 1; then < this.stages.length; then++) {
        const review = this.#pair(stage, then) + node;
        const gap = (this.stages[then]?.day ?? 0) - day;
        this.#seconds[review] = this.#dynamics.review(
          this.#outcomes,
          review,
          stability,
          difficulty,
          gap,
        );
      }
    }
  }

  #pair(stage: number, then: number): number {
    return (stage * this.stages.length + then) * NODES;
  }

  /** Computes `values` under `prices`, last stage first. */
  value(): void {
    for (let stage = this.stages.length - 1; stage >= 0; stage--) {
      for (let node = 0; node < NODES; node++) {
        this.values[stage * NODES + node] = this.#best(stage, node);
      }
    }
  }

  #best(stage: number, node: number): number {
    const never = this.#never[stage * NODES + node] ?? 0;
    let best = never;
    for (let then = stage + 1; then < this.stages.length; then++) {
      const review = this.#pair(stage, then) + node;
      const cost = (this.prices[then] ?? 0) * (this.#seconds[review] ?? 0);
      const net = meanAt(this.values, then * NODES, this.#outcomes, review) - cost;
      this.#nets[review] = net;
      if (net > best) best = net;
    }
    let sum = softened(never, best, this.temperature);
    for (let then = stage + 1; then < this.stages.length; then++) {
      sum += softened(this.#nets[this.#pair(stage, then) + node] ?? 0, best, this.temperature);
    }
    return best + this.temperature * Math.log(sum);
  }

  /** Lets the cards follow the values just computed. */
  flow(classes: readonly CardClass[]): Flow {
    const seconds = new Float64Array(this.stages.length);
    this.#mass.fill(0);
    let recall = 0;
    for (const group of classes) recall += this.#enter(group, seconds);
    for (let stage = 0; stage < this.stages.length; stage++) {
      for (let node = 0; node < NODES; node++) recall += this.#move(stage, node, seconds);
    }
    return { seconds, recall };
  }

  /** Sends a class to its first reviews; gives the recall of those never reviewed. */
  #enter(group: CardClass, seconds: Float64Array): number {
    const nets = this.netsOf(group);
    const best = nets.reduce((most, net) => Math.max(most, net), group.unreviewed);
    const never = softened(group.unreviewed, best, this.temperature);
    const shares = nets.map((net) => softened(net, best, this.temperature));
    const sum = shares.reduce((total, share) => total + share, never);
    shares.forEach((share, stage) => {
      const mass = (group.count * share) / sum;
      if (mass < NEGLIGIBLE) return;
      seconds[stage] = (seconds[stage] ?? 0) + mass * (group.seconds[stage] ?? 0);
      this.#review(stage, group.outcomes, stage, mass);
    });
    return (group.count * group.unreviewed * never) / sum;
  }

  /** Value of a class's next review at each stage, its price taken off. */
  netsOf(group: CardClass): Float64Array {
    return this.prices.map(
      (price, stage) =>
        meanAt(this.values, stage * NODES, group.outcomes, stage) -
        price * (group.seconds[stage] ?? 0),
    );
  }

  #move(stage: number, node: number, seconds: Float64Array): number {
    const mass = this.#mass[stage * NODES + node] ?? 0;
    if (mass < NEGLIGIBLE) return 0;
    const value = this.values[stage * NODES + node] ?? 0;
    for (let then = stage + 1; then < this.stages.length; then++) {
      const review = this.#pair(stage, then) + node;
      const share = mass * softened(this.#nets[review] ?? 0, value, this.temperature);
      if (share < NEGLIGIBLE) continue;
      seconds[then] = (seconds[then] ?? 0) + share * (this.#seconds[review] ?? 0);
      this.#review(then, this.#outcomes, review, share);
    }
    const never = this.#never[stage * NODES + node] ?? 0;
    return mass * softened(never, value, this.temperature) * never;
  }

  #review(stage: number, outcomes: Outcomes, review: number, mass: number): void {
    for (let slot = review * 4; slot < review * 4 + 4; slot++) {
      const share = mass * (outcomes.chance[slot] ?? 0);
      spread(this.#mass, stage * NODES, outcomes, slot, share);
    }
  }
}

/** Fewer cards than this are no cards. */
const NEGLIGIBLE = 1e-7;

function softened(value: number, best: number, temperature: number): number {
  return Math.exp((value - best) / temperature);
}
