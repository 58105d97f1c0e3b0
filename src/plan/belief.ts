import { eachCardDay, type ReviewLog } from '../schedule/fit/card-days.js';
import type { Learner } from '../schedule/fit/learner.js';
import { Pace, type PaceDraw } from '../schedule/fit/pace.js';
import { MemoryModel } from '../schedule/memory-model.js';
import { normal } from '../schedule/random.js';
import { seededRandom } from '../schedule/seeded-random.js';
import type { PlanCard } from './card.js';
import { type Families, type Family, familyOf, fitFamilies } from './families.js';
import { solveUpper } from './matrix.js';
import { Memories } from './memories.js';
import { ReviewHistory } from './review-history.js';
import { TRAITS, withTraits } from './traits.js';

/** Somebody who may be the person: what plans are tried on. */
export interface Person {
  readonly learner: Learner;
  readonly model: MemoryModel;
}

/** With more reviews than about this many the estimate is no better, but slower. */
const ENOUGH = 1500;
/** People are drawn wider than the estimate says: memory is not quite as FSRS has it. */
const WIDER = 1.5;
/** Of so many days one is missed, before anything is known. */
const USUAL_DAYS = 20;

/**
 * What is believed of a person, from their journal: traits of their memory
 * estimated from what they recalled and forgot, pace and ratings; and others
 * who might have written the same journal. The schedule's own memories stay as
 * they are.
 */
export class Belief {
  /** The most likely person. */
  readonly likeliest: Person;
  readonly #weights: readonly number[];
  readonly #pace = new Pace();
  readonly #history = new ReviewHistory();
  readonly #histories = new WeakMap<readonly PlanCard[], ReviewHistory>();
  readonly #places = new Map<number, number>();
  readonly #days = new Set<number>();
  readonly #families: Families;

  /** `weights` are the FSRS-6 weights of the schedule. */
  constructor(log: ReviewLog, weights: readonly number[]) {
    this.#weights = weights;
    const cards = this.#read(log);
    const oneIn = Math.ceil(this.#history.length / ENOUGH);
    const sample = this.#history.renumbered((card) => (card % oneIn === 0 ? card / oneIn : -1));
    this.#families = fitFamilies(sample, Math.ceil(cards / oneIn), weights);
    const { power, exponential, chance } = this.#families;
    this.likeliest = this.#person(chance > 0.5 ? exponential : power);
  }

  /** Seconds that the steps of a card take on a day on which it has any. */
  get stepSeconds(): number {
    return this.#pace.stepSeconds;
  }

  /** Returns one of the people who may be the person; always the same one for a number. */
  person(number: number): Person {
    const [again = 0, pace = 0, ...others] = deviationsOf(number);
    const family = familyOf(this.#families, number >> 1);
    const off = solveUpper(family.spread, others);
    const traits = family.traits.map((trait, index) => trait + WIDER * (off[index] ?? 0));
    return this.#person({ ...family, traits }, { again, pace });
  }

  /** The chance that a session is missed, 0..1, from study days that might have had one. */
  missing(days: readonly number[]): number {
    const missed = days.filter((day) => !this.#days.has(day)).length;
    return (1 + missed) / (USUAL_DAYS + days.length);
  }

  /** Returns cards as a person remembers them; day 0 is `now`, ms since 1970. */
  memories(cards: readonly PlanCard[], { model }: Person, now: number): Memories {
    const told = this.#historyOf(cards).replay(new Memories(cards.length), model);
    const memories = Memories.of(cards, now);
    for (let card = 0; card < cards.length; card++) {
      if (memories.isNew(card) || told.isNew(card)) continue;
      memories.stability[card] = told.stability[card] ?? 1;
      memories.difficulty[card] = told.difficulty[card] ?? 1;
    }
    return memories;
  }

  /** The reviews of these cards by their places among them: the same for everybody, so found once. */
  #historyOf(cards: readonly PlanCard[]): ReviewHistory {
    const known = this.#histories.get(cards);
    if (known !== undefined) return known;
    const numbers = new Map(cards.map(({ key }, index) => [this.#places.get(key) ?? -1, index]));
    numbers.delete(-1);
    const history = this.#history.renumbered((place) => numbers.get(place) ?? -1);
    this.#histories.set(cards, history);
    return history;
  }

  /** A card that was forgotten on purpose lives again: its new life has a place of its own. */
  #read(log: ReviewLog): number {
    let places = 0;
    eachCardDay(log, (cardDay) => {
      const { card, day, rating, isFirst } = cardDay;
      const place = isFirst ? places++ : (this.#places.get(card) ?? 0);
      this.#places.set(card, place);
      this.#history.add(place, day, rating);
      this.#pace.add(cardDay);
      this.#days.add(day);
    });
    return places;
  }

  #person({ traits, forgetting }: Pick<Family, 'traits' | 'forgetting'>, draw?: PaceDraw): Person {
    const learner = this.#pace.learner(withTraits(this.#weights, traits), draw);
    return { learner, model: new MemoryModel(learner.weights, forgetting) };
  }
}

/** Deviations of a person's pace, ratings and traits; every other one is the opposite of the one before. */
function deviationsOf(number: number): number[] {
  const random = seededRandom(77 + (number >> 1));
  const sign = number % 2 === 0 ? 1 : -1;
  return Array.from({ length: TRAITS + 2 }, () => sign * normal(random));
}
