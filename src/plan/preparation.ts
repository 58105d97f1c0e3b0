import { shareOn } from './horizon.js';
import type { Memories } from './memories.js';
import type { MemoryModel } from './memory-model.js';
import { PEOPLE, type Person } from './person.js';
import type { PlanDay, Policy } from './policy.js';
import { noiseFactor, pick, type Random } from './random.js';

/** What a simulated preparation came to. */
export interface Outcome {
  /** Mean true recall at the deadline, 0..1. */
  readonly recall: number;
  /** Days on which a card was shown, over all cards. */
  readonly reviews: number;
  readonly seconds: number;
  /** Seconds of each day. */
  readonly secondsByDay: Float64Array;
  /** Cards never shown. */
  readonly unreached: number;
  /** True memories at the end. */
  readonly truth: Memories;
  /** The person's own model, by which they fade. */
  readonly model: MemoryModel;
}

/** The conditions of a simulated preparation. */
export interface Setting {
  /** Memories at its start, the same to the person and the scheduler. */
  readonly start: Memories;
  /** Days with a session. */
  readonly sessions: number;
  /** When the exam is, days from the first session. */
  readonly deadline: number;
  /** Seconds of the first day's budget. */
  readonly secondsToday: number;
  /** Seconds of a whole later day's. */
  readonly secondsPerDay: number;
  /** The part of that which each day has, 0..1, the first day being 0; all of it if not said. */
  readonly shares?: readonly number[] | undefined;
  /** The model by which the scheduler takes its notes. */
  readonly model: MemoryModel;
}

/**
 * Lets a person prepare under a policy. True memories evolve by the person's
 * hidden model; the scheduler sees the ratings they report and believes in its
 * own. A day ends with the first card that uses up its budget.
 */
export function prepare(setting: Setting, policy: Policy, person: Person, random: Random): Outcome {
  const truth = setting.start.copy();
  const believed = setting.start.copy();
  const secondsByDay = new Float64Array(setting.sessions);
  const session = new Session(truth, believed, setting.model, policy, person, random);
  for (let day = 0; day < setting.sessions; day++) {
    const { deadline, secondsPerDay, secondsToday, shares } = setting;
    const seconds = day === 0 ? secondsToday : secondsPerDay * shareOn(day, shares);
    if (seconds <= 0) continue;
    const today = { day, deadline, seconds, secondsPerDay, shares };
    secondsByDay[day] = session.run(today, policy.choose(believed, today));
  }
  let unreached = 0;
  for (let card = 0; card < truth.size; card++) if (truth.isNew(card)) unreached++;
  return {
    recall: truth.meanRecall(person.model, setting.deadline),
    reviews: session.reviews,
    seconds: secondsByDay.reduce((sum, seconds) => sum + seconds, 0),
    secondsByDay,
    unreached,
    truth,
    model: person.model,
  };
}

class Session {
  reviews = 0;

  constructor(
    private readonly truth: Memories,
    private readonly believed: Memories,
    private readonly model: MemoryModel,
    private readonly policy: Policy,
    private readonly person: Person,
    private readonly random: Random,
  ) {}

  /** Reviews cards in their order until the day's seconds are spent; gives the seconds. */
  run({ day, seconds }: PlanDay, order: readonly number[]): number {
    let spent = 0;
    for (const card of order) {
      if (spent >= seconds) break;
      spent += this.#review(card, day);
      this.reviews++;
    }
    return spent;
  }

  #review(card: number, day: number): number {
    const { learner, model } = this.person;
    const wasNew = this.truth.isNew(card);
    const rating = wasNew
      ? 1 + pick(learner.firstRating, this.random())
      : this.#rating(this.truth.recall(model, card, day));
    this.truth.rate(model, card, day, rating);
    const reported = this.#reported(rating);
    this.believed.rate(this.model, card, day, reported);
    const { newSeconds, hitSeconds, missSeconds } = learner;
    const mean = wasNew ? newSeconds : rating > 1 ? hitSeconds : missSeconds;
    const seconds = mean * noiseFactor(this.random, PEOPLE.review);
    this.policy.note?.({ card, day, isFirst: wasNew, rating: reported, seconds });
    return seconds;
  }

  #rating(recall: number): number {
    if (this.random() >= recall) return 1;
    return 2 + pick(this.person.learner.recallRating, this.random());
  }

  /** What the person presses: now and then the button next to the right one, never Again. */
  #reported(rating: number): number {
    if (rating === 1 || this.random() >= PEOPLE.misreport) return rating;
    const next = rating + (this.random() < 0.5 ? -1 : 1);
    return next < 2 || next > 4 ? rating : next;
  }
}
