import type { CardClass } from './card-classes.js';
import type { Dynamics } from './dynamics.js';
import { NODES, type Outcomes, stabilityOf } from './memory-grid.js';
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
  readonly dynamics: Dynamics;
  /** Value of the next review, its price taken off, by stage, stage of the review, and node. */
  readonly #nets: Float64Array;
  /** Parts, not yet summing to 1, that take each of those, and the sum with those that take none. */
  readonly #parts: Float64Array;
  readonly #sums: Float64Array;
  /** Recall at the deadline if never reviewed again, by stage and node. */
  readonly #never: Float64Array;
  readonly #mass: Float64Array;

  /** `horizon`: days from today to the deadline. */
  constructor(dynamics: Dynamics, stages: readonly Stage[], horizon: number) {
    const count = stages.length;
    this.dynamics = dynamics;
    this.stages = stages;
    this.horizon = horizon;
    this.prices = new Float64Array(count);
    this.values = new Float64Array(count * NODES);
    this.#nets = new Float64Array(count * count * NODES);
    this.#parts = new Float64Array(count * count * NODES);
    this.#sums = new Float64Array(count * NODES);
    this.#never = new Float64Array(count * NODES);
    this.#mass = new Float64Array(count * NODES);
    stages.forEach(({ day }, stage) => {
      for (let node = 0; node < NODES; node++) {
        const recall = dynamics.model.recall(horizon - day, stabilityOf(node));
        this.#never[stage * NODES + node] = recall;
      }
    });
  }

  /** Outcomes of reviews at stage `then` of the grid's memories left at `stage`. */
  #between(stage: number, then: number): Outcomes {
    return this.dynamics.gap((this.stages[then]?.day ?? 0) - (this.stages[stage]?.day ?? 0));
  }

  #pair(stage: number, then: number): number {
    return (stage * this.stages.length + then) * NODES;
  }

  /** Computes `values` under `prices`, last stage first. */
  value(): void {
    for (let stage = this.stages.length - 1; stage >= 0; stage--) {
      for (let then = stage + 1; then < this.stages.length; then++) this.#net(stage, then);
      for (let node = 0; node < NODES; node++) {
        this.values[stage * NODES + node] = this.#best(stage, node);
      }
    }
  }

  #net(stage: number, then: number): void {
    const outcomes = this.#between(stage, then);
    const { dynamics, values } = this;
    const price = this.prices[then] ?? 0;
    const from = this.#pair(stage, then);
    for (let node = 0; node < NODES; node++) {
      const gross = dynamics.meanAfter(values, then * NODES, outcomes, node);
      this.#nets[from + node] = gross - price * dynamics.seconds(outcomes.recall[node] ?? 0);
    }
  }

  #best(stage: number, node: number): number {
    const never = this.#never[stage * NODES + node] ?? 0;
    const count = this.stages.length;
    let best = never;
    for (let then = stage + 1; then < count; then++) {
      const net = this.#nets[this.#pair(stage, then) + node] ?? 0;
      if (net > best) best = net;
    }
    let sum = softened(never, best, this.temperature);
    for (let then = stage + 1; then < count; then++) {
      const place = this.#pair(stage, then) + node;
      const part = softened(this.#nets[place] ?? 0, best, this.temperature);
      this.#parts[place] = part;
      sum += part;
    }
    this.#sums[stage * NODES + node] = sum;
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
    const count = this.stages.length;
    const nets = new Float64Array(count);
    let best = group.unreviewed;
    for (let stage = 0; stage < count; stage++) {
      const net = this.#gross(group, stage) - (this.prices[stage] ?? 0) * this.#cost(group, stage);
      nets[stage] = net;
      if (net > best) best = net;
    }
    const never = softened(group.unreviewed, best, this.temperature);
    let sum = never;
    for (const net of nets) sum += softened(net, best, this.temperature);
    for (let stage = 0; stage < count; stage++) {
      const share = softened(nets[stage] ?? 0, best, this.temperature) / sum;
      this.#first(group, stage, group.count * share, seconds);
    }
    return (group.count * group.unreviewed * never) / sum;
  }

  #gross({ outcomes }: CardClass, stage: number): number {
    const from = stage * NODES;
    if (outcomes === null) return this.dynamics.meanAfterFirst(this.values, from);
    return this.dynamics.meanAfter(this.values, from, outcomes, stage);
  }

  #cost({ outcomes }: CardClass, stage: number): number {
    if (outcomes === null) return this.dynamics.learner.newSeconds;
    return this.dynamics.seconds(outcomes.recall[stage] ?? 0);
  }

  #first(group: CardClass, stage: number, mass: number, seconds: Float64Array): void {
    if (mass < NEGLIGIBLE) return;
    seconds[stage] = (seconds[stage] ?? 0) + mass * this.#cost(group, stage);
    const from = stage * NODES;
    if (group.outcomes === null) this.dynamics.spreadAfterFirst(this.#mass, from, mass);
    else this.dynamics.spreadAfter(this.#mass, from, group.outcomes, stage, mass);
  }

  #move(stage: number, node: number, seconds: Float64Array): number {
    const mass = this.#mass[stage * NODES + node] ?? 0;
    if (mass < NEGLIGIBLE) return 0;
    const value = this.values[stage * NODES + node] ?? 0;
    const unit = mass / (this.#sums[stage * NODES + node] ?? 1);
    for (let then = stage + 1; then < this.stages.length; then++) {
      const share = unit * (this.#parts[this.#pair(stage, then) + node] ?? 0);
      if (share < NEGLIGIBLE) continue;
      const outcomes = this.#between(stage, then);
      const cost = this.dynamics.seconds(outcomes.recall[node] ?? 0);
      seconds[then] = (seconds[then] ?? 0) + share * cost;
      this.dynamics.spreadAfter(this.#mass, then * NODES, outcomes, node, share);
    }
    const never = this.#never[stage * NODES + node] ?? 0;
    return mass * softened(never, value, this.temperature) * never;
  }
}

/** Fewer cards than this are no cards. */
const NEGLIGIBLE = 1e-7;

/** Choices worse by more temperatures than this are taken by no one: an exponential saved. */
const HOPELESS = -18;

function softened(value: number, best: number, temperature: number): number {
  const behind = (value - best) / temperature;
  return behind < HOPELESS ? 0 : Math.exp(behind);
}
