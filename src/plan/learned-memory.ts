import { eachCardDay, type ReviewLog } from './card-days.js';
import { fitTraits } from './fit-traits.js';
import { type Learner, modelOf } from './learner.js';
import { learnerOf } from './learner-of.js';
import { Memories } from './memories.js';
import type { PlanCard } from './plan-card.js';
import { ReviewHistory } from './review-history.js';
import { TRAITS, type Traits, withTraits } from './traits.js';

/** Steps of the estimate from nothing. */
const STEPS = 4;
/** With more reviews than about this many the estimate is no better, but slower. */
const ENOUGH = 3000;

/**
 * A person and their memories as their journal tells, for planning: traits
 * estimated from what they recalled and forgot, and each card's memory as those
 * make it out of the same reviews. The schedule's own memories stay as they are.
 */
export class LearnedMemory {
  readonly learner: Learner;
  readonly #memories: Memories;
  readonly #places: ReadonlyMap<number, number>;

  /** `log` as `learnerOf` takes it; `weights` are the FSRS-6 weights of the schedule. */
  constructor(log: ReviewLog, weights: readonly number[]) {
    const believed = learnerOf(log, weights);
    const { history, places, lives } = readHistory(log);
    const start = new Memories(lives);
    const sample = history.sample(Math.ceil(history.length / ENOUGH));
    let traits: Traits = new Float64Array(TRAITS);
    for (let step = 0; step < STEPS; step++) traits = fitTraits(traits, sample, start, believed);
    this.learner = { ...believed, weights: withTraits(weights, traits) };
    this.#memories = history.replay(start, modelOf(this.learner));
    this.#places = places;
  }

  /**
   * Gives a card, `key` being its number in the log, as this person remembers
   * it; as it is where the log has no review of it, or not its last one:
   * reviewed at `since`, ms since 1970, or later.
   */
  read(card: PlanCard, key: number, since: number): PlanCard {
    const place = this.#places.get(key);
    if (place === undefined || card.lastAt === null || card.lastAt >= since) return card;
    return {
      stability: this.#memories.stability[place] ?? card.stability,
      difficulty: this.#memories.difficulty[place] ?? card.difficulty,
      lastAt: card.lastAt,
    };
  }
}

/** A card that was forgotten on purpose lives again: its new life has a place of its own. */
function readHistory(log: ReviewLog) {
  const history = new ReviewHistory();
  const places = new Map<number, number>();
  let lives = 0;
  eachCardDay(log, ({ card, day, rating, isFirst }) => {
    const place = isFirst ? lives++ : (places.get(card) ?? 0);
    places.set(card, place);
    history.add(place, day, rating);
  });
  return { history, places, lives };
}
