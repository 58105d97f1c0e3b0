import type { Dynamics } from './dynamics.js';
import type { Lookahead } from './lookahead.js';
import { makeOutcomes, NODES, type Outcomes, writeReview } from './memory-grid.js';
import { type DayWish, NEARLY } from './worth-its-time.js';

/** What a day's course wants, and the values that say what a review brings. */
export interface Scale extends DayWish {
  readonly lookahead: Pick<Lookahead, 'values' | 'prices' | 'stages' | 'horizon'>;
}

/** Weighs a review today against the best later course. */
export class Judge {
  readonly #dynamics: Dynamics;
  readonly #scale: Scale;
  readonly #outcomes: Outcomes = makeOutcomes(1);
  /** The stage that the last card not worth its time was better left to. */
  #better = 1;

  constructor(dynamics: Dynamics, scale: Scale) {
    this.#dynamics = dynamics;
    this.#scale = scale;
  }

  /** What introducing a new card today adds a second, in recall of one card. */
  fresh(): number {
    const { values, prices, stages } = this.#scale.lookahead;
    const { newSeconds } = this.#dynamics.learner;
    let later = 0;
    for (let stage = 1; stage < stages.length; stage++) {
      const gross = this.#dynamics.meanAfterFirst(values, stage * NODES);
      later = Math.max(later, gross - (prices[stage] ?? 0) * newSeconds);
    }
    return (this.#dynamics.meanAfterFirst(values, 0) - later) / newSeconds;
  }

  /**
   * What reviewing a card today adds a second, `elapsed` days since its last
   * review; of a card not even nearly worth the least price only that: 0.
   */
  seen(stability: number, difficulty: number, elapsed: number): number {
    const { lookahead, floor } = this.#scale;
    const seconds = this.#write(stability, difficulty, elapsed);
    const now = this.#gross(0);
    // Later courses that bring more than this leave nothing for today.
    const most = now - NEARLY * floor * seconds;
    let later = this.#dynamics.model.recall(elapsed + lookahead.horizon, stability);
    for (let tried = 0; tried < lookahead.stages.length; tried++) {
      if (later >= most) return 0;
      const stage = tried === 0 ? this.#better : tried;
      const net = this.#net(stage, stability, difficulty, elapsed);
      if (net > later) later = net;
      if (net >= most) this.#better = stage;
    }
    return later >= most ? 0 : (now - later) / seconds;
  }

  /** What is left of a review at a later stage, its price taken off. */
  #net(stage: number, stability: number, difficulty: number, elapsed: number): number {
    const { stages, prices } = this.#scale.lookahead;
    const day = stages[stage]?.day;
    if (day === undefined) return 0;
    const seconds = this.#write(stability, difficulty, elapsed + day);
    return this.#gross(stage) - (prices[stage] ?? 0) * seconds;
  }

  #write(stability: number, difficulty: number, elapsed: number): number {
    const { model } = this.#dynamics;
    writeReview(this.#outcomes, 0, model, stability, difficulty, elapsed);
    return this.#dynamics.seconds(this.#outcomes.recall[0] ?? 0);
  }

  #gross(stage: number): number {
    return this.#dynamics.meanAfter(this.#scale.lookahead.values, stage * NODES, this.#outcomes, 0);
  }
}
