import { fitTraits } from './fit-traits.js';
import { type Learner, modelOf } from './learner.js';
import type { Memories } from './memories.js';
import { Planner } from './planner.js';
import type { NotedReview, PlanDay, Policy } from './policy.js';
import { ReviewHistory } from './review-history.js';
import { TRAITS, type Traits, withTraits } from './traits.js';

/**
 * The planner as it works over weeks: once a day it learns the person's memory
 * from what they recalled and forgot, and reads their reviews anew by it.
 */
export class LearningPlanner implements Policy {
  readonly #believed: Learner;
  readonly #planner: Planner;
  readonly #history = new ReviewHistory();
  #start: Memories | null = null;
  #traits: Traits = new Float64Array(TRAITS);

  /** Takes the person as first believed, and the mean recall to stop at, 0..1. */
  constructor(believed: Learner, target: number) {
    this.#believed = believed;
    this.#planner = new Planner(believed, target);
  }

  note(review: NotedReview): void {
    this.#history.add(review.card, review.day, review.rating);
    this.#planner.note(review);
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    this.#start ??= memories.copy();
    this.#traits = fitTraits(this.#traits, this.#history, this.#start, this.#believed);
    const weights = withTraits(this.#believed.weights, this.#traits);
    const learned = { ...this.#believed, weights };
    this.#planner.believe(learned);
    return this.#planner.choose(this.#history.replay(this.#start, modelOf(learned)), today);
  }
}
