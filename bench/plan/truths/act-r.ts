import { normal, type Random, type Rating } from '../product.js';
import { buttonFor, drawUnknown, logistic } from './buttons.js';
import type { Instant, Mind, Truth } from './truth.js';

/** Decay of a trace laid down on nothing, its growth with activation, noise and threshold. */
const DECAY = 0.1768;
const GROWTH = 0.217;
const NOISE = 0.2549;
const THRESHOLD = -0.7042;
/** A second outside of sessions counts as this much of one within. */
const OUTSIDE = 0.025;
const DAY_SECONDS = 86_400;
/** A question that is known at first was met a day and a week before. */
const OLDER_DAYS: readonly number[] = [7, 1];

/**
 * ACT-R with decay that depends on spacing: each look leaves a trace that
 * fades by a power of its age, the faster the more was active when it was laid
 * down (Pavlik & Anderson 2005, Cognitive Science 29, 559-586).
 */
export const ACT_R: Truth = {
  name: 'ACT-R',
  isFsrs: false,
  draw: (cards, random) => {
    const decay = DECAY * Math.exp(0.15 * normal(random));
    const own = 0.2 + 0.25 * normal(random);
    const boosts = Float64Array.from({ length: cards }, () => own + 0.3 * normal(random));
    return { mind: new ActRMind(decay, boosts), unknown: drawUnknown(random) };
  },
};

export class ActRMind implements Mind {
  readonly #decay: number;
  readonly #boosts: Float64Array;
  /** Traces by card: when, by the clock of the memory, s, and decay, by turns. */
  readonly #traces: number[][];

  /** Takes the decay of a first trace, and each card's lasting activation. */
  constructor(decay: number, boosts: Float64Array) {
    this.#decay = decay;
    this.#boosts = boosts;
    this.#traces = Array.from(boosts, () => []);
  }

  recall(card: number, at: Instant): number {
    return logistic((this.activation(card, at) - THRESHOLD) / NOISE);
  }

  /** The logarithm of what is left of all traces; minus infinity without one. */
  activation(card: number, at: Instant): number {
    const traces = this.#traces[card] ?? [];
    const now = clockOf(at);
    let sum = 0;
    for (let n = 0; n < traces.length; n += 2) {
      sum += Math.max(1, now - (traces[n] ?? 0)) ** -(traces[n + 1] ?? 0);
    }
    return Math.log(sum) + (this.#boosts[card] ?? 0);
  }

  button(_card: number, recall: number, hit: boolean, _first: boolean, random: Random): Rating {
    return buttonFor(recall, hit, random);
  }

  look(card: number, at: Instant, rating: Rating): void {
    const traces = this.#traces[card] ?? [];
    if (traces.length === 0 && rating > 1) {
      for (const days of OLDER_DAYS) this.#add(card, { ...at, days: at.days - days });
    }
    this.#add(card, at);
  }

  #add(card: number, at: Instant): void {
    const decay = GROWTH * Math.exp(this.activation(card, at)) + this.#decay;
    this.#traces[card]?.push(clockOf(at), decay);
  }
}

function clockOf({ days, studied }: Instant): number {
  return studied + OUTSIDE * (days * DAY_SECONDS - studied);
}
