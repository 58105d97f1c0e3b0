import { normal, type Random, type Rating, seededRandom } from './product.js';
import { DAY_MS } from './sessions.js';
import type { Instant, Person, Truth } from './truths/truth.js';

/** Seconds of a look: at a new card, at a learning step, at a card recalled, at one forgotten. */
const NEW_SECONDS = 25;
const STEP_SECONDS = 10;
const HIT_SECONDS = 20;
const MISS_SECONDS = 30;
/** Nobody looks longer at a card, but who is called away. */
const MAX_SECONDS = 300;
const DISTRACTED = 1 / 250;
/** One rating in ten is off by one. */
const SLIP = 0.1;

/** What a look at a card came to. */
export interface Look {
  /** The button pressed. */
  readonly rating: Rating;
  readonly seconds: number;
}

/**
 * A simulated person at work: looks at cards, takes time, presses buttons. The
 * luck of a card's n-th look is the same under all ways to prepare.
 */
export class Learner {
  readonly #person: Person;
  readonly #seed: number;
  readonly #startAt: number;
  readonly #pace: number;
  readonly #cardPace: Float64Array;
  readonly #looks: Int32Array;
  #studied = 0;

  /** Draws the person. `startAt`: when the first session begins, ms since 1970. */
  constructor(truth: Truth, cards: number, seed: number, startAt: number) {
    const random = seededRandom(seed);
    this.#person = truth.draw(cards, random);
    this.#pace = Math.exp(0.35 * normal(random) - 0.06);
    this.#cardPace = Float64Array.from({ length: cards }, () =>
      Math.exp(0.3 * normal(random) - 0.045),
    );
    this.#looks = new Int32Array(cards);
    this.#seed = seed;
    this.#startAt = startAt;
  }

  /** Looks at a card at an instant, ms since 1970; `inSteps`: as a step within the day. */
  look(card: number, now: number, inSteps: boolean): Look {
    const { mind, unknown } = this.#person;
    const count = this.#looks[card] ?? 0;
    this.#looks[card] = count + 1;
    const luck = seededRandom(
      Math.imul(this.#seed, 0x9e3779b1) ^ Math.imul(card + 1, 0x85ebca6b) ^ count,
    );
    const at = this.#instant(now);
    const recall = count === 0 ? 1 - unknown : mind.recall(card, at);
    const hit = luck() < recall;
    const rating = mind.button(card, recall, hit, count === 0, luck);
    mind.look(card, at, rating);
    const usual = inSteps
      ? STEP_SECONDS
      : count === 0
        ? NEW_SECONDS
        : hit
          ? HIT_SECONDS
          : MISS_SECONDS;
    const seconds = this.#seconds(usual, card, luck);
    this.#studied += seconds;
    return { rating: slipped(rating, luck), seconds };
  }

  /** Mean recall of all cards at an instant, ms since 1970, 0..1; one never seen counts 0. */
  recallAt(now: number): number {
    const at = this.#instant(now);
    let sum = 0;
    this.#looks.forEach((looks, card) => {
      if (looks > 0) sum += this.#person.mind.recall(card, at);
    });
    return sum / this.#looks.length;
  }

  #instant(now: number): Instant {
    return { days: (now - this.#startAt) / DAY_MS, studied: this.#studied };
  }

  #seconds(usual: number, card: number, luck: Random): number {
    const own = Math.exp(0.55 * normal(luck) - 0.151);
    const look = Math.min(MAX_SECONDS, usual * this.#pace * (this.#cardPace[card] ?? 1) * own);
    return luck() < DISTRACTED ? look + 60 + 240 * luck() : look;
  }
}

/** The button pressed: now and then the one next to the right one, never to or from Again. */
function slipped(rating: Rating, random: Random): Rating {
  if (rating === 1 || random() >= SLIP) return rating;
  const next = rating + (random() < 0.5 ? -1 : 1);
  return next < 2 || next > 4 ? rating : (next as Rating);
}
