import { type Learner, modelOf } from '../learner.js';
import type { Memories } from '../memories.js';
import type { MemoryModel } from '../memory-model.js';
import type { PlanDay, Policy } from '../policy.js';

/**
 * The first sketch, and the floor to beat: each day the cards by what one
 * review now adds to recall at the deadline, per second.
 */
export class Greedy implements Policy {
  readonly #learner: Learner;
  readonly #model: MemoryModel;

  constructor(learner: Learner) {
    this.#learner = learner;
    this.#model = modelOf(learner);
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    const worth = Float64Array.from({ length: memories.size }, (_, card) =>
      this.#worth(memories, card, today),
    );
    const order = Array.from({ length: memories.size }, (_, card) => card);
    return order
      .filter((card) => (worth[card] ?? 0) > 0)
      .sort((a, b) => (worth[b] ?? 0) - (worth[a] ?? 0) || a - b);
  }

  #worth(memories: Memories, card: number, { day, deadline }: PlanDay): number {
    const model = this.#model;
    const { firstRating, recallRating, newSeconds, hitSeconds, missSeconds } = this.#learner;
    let after = 0;
    if (memories.isNew(card)) {
      firstRating.forEach((chance, index) => {
        model.learn(index + 1);
        after += chance * model.recall(deadline - day, model.stability);
      });
      return after / newSeconds;
    }
    const stability = memories.stability[card] ?? 0;
    const difficulty = memories.difficulty[card] ?? 0;
    const elapsed = day - (memories.last[card] ?? 0);
    const recall = model.recall(elapsed, stability);
    [1 - recall, ...recallRating.map((chance) => recall * chance)].forEach((chance, index) => {
      model.review(stability, difficulty, elapsed, index + 1);
      after += chance * model.recall(deadline - day, model.stability);
    });
    const seconds = recall * hitSeconds + (1 - recall) * missSeconds;
    return (after - memories.recall(model, card, deadline)) / seconds;
  }
}
