import type { Dynamics } from './dynamics.js';
import { Judge, type Scale } from './judge.js';
import { NODES, stabilityOf } from './memory-grid.js';
import type { DayWish } from './worth-its-time.js';

/** Up to so many days since the last review there is a table a day; beyond, one a seventh more. */
const DAILY = 14;
const STEP = Math.log(8 / 7);
/** Longer ago is as long ago. */
const LONGEST = 3000;

/** No one is so many times as quick as they are believed to be. */
const QUICKEST = 3;

/** By whole days since a review, the days by which it is looked up. */
const TABLED = Uint16Array.from({ length: LONGEST + 1 }, (_, days) =>
  days <= DAILY
    ? Math.max(1, days)
    : Math.round(DAILY * Math.exp(STEP * Math.round(Math.log(days / DAILY) / STEP))),
);

/**
 * A day's judgement of all memories there can be, tabled on the grid by whole
 * days since the last review. What `Judge` says of one card this says nearly,
 * at the cost of a look: for many people who prepare alike.
 */
export class Guide implements DayWish {
  readonly floor: number;
  readonly asked: number;
  /** More cards than anyone gets through in a second. */
  readonly pace: number;
  /** What introducing a new card adds a second, in recall of one card. */
  readonly fresh: number;
  readonly dynamics: Dynamics;
  readonly #scale: Scale;
  /** By days since the last review; made as they are asked for. */
  readonly #tables: Float64Array[] = [];

  constructor(dynamics: Dynamics, scale: Scale) {
    this.dynamics = dynamics;
    this.#scale = scale;
    this.floor = scale.floor;
    this.asked = scale.asked;
    const { newSeconds, hitSeconds, missSeconds } = dynamics.learner;
    this.pace = QUICKEST / Math.min(newSeconds, hitSeconds, missSeconds);
    this.fresh = new Judge(dynamics, scale).fresh();
  }

  /** What a review adds a second, a number a node, so many days after the last one. */
  worth(elapsed: number): Float64Array {
    const days = TABLED[Math.min(LONGEST, Math.round(elapsed))] ?? 1;
    const found = this.#tables[days];
    if (found !== undefined) return found;
    const table = Float64Array.from({ length: NODES }, (_, node) => this.#worth(node, days));
    this.#tables[days] = table;
    return table;
  }

  #worth(node: number, elapsed: number): number {
    const { values, stages, horizon } = this.#scale.lookahead;
    const { model } = this.dynamics;
    let later = model.recall(elapsed + horizon, stabilityOf(node));
    for (let stage = 1; stage < stages.length; stage++) {
      later = Math.max(later, this.#net(stage, node, elapsed));
    }
    const outcomes = this.dynamics.gap(elapsed);
    const now = this.dynamics.meanAfter(values, 0, outcomes, node);
    return (now - later) / this.dynamics.seconds(outcomes.recall[node] ?? 0);
  }

  /** What a review at a later stage brings, its price taken off. */
  #net(stage: number, node: number, elapsed: number): number {
    const { values, prices, stages } = this.#scale.lookahead;
    const outcomes = this.dynamics.gap(elapsed + (stages[stage]?.day ?? 0));
    const gross = this.dynamics.meanAfter(values, stage * NODES, outcomes, node);
    return gross - (prices[stage] ?? 0) * this.dynamics.seconds(outcomes.recall[node] ?? 0);
  }
}
