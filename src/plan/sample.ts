import { DAY_MS } from '../model/moment.js';
import { meanOf, sumOf } from '../schedule/arithmetic.js';
import type { Belief, KeyedCard } from './belief.js';
import {
  daysToDeadline,
  type Horizon,
  type SessionLeft,
  secondsToday,
  sessionsLeft,
} from './horizon.js';
import type { Memories } from './memories.js';
import { type DaysLeft, type Rehearsed, rehearse } from './rehearsal.js';
import { type StandIns, standIns } from './stand-ins.js';
import type { Student, When } from './way.js';

/** People who may be the person, with the cards as each of them remembers them. */
export class Sample {
  readonly standIns: StandIns;
  /** The likeliest person's memories of all cards. */
  readonly memories: Memories;
  readonly #belief: Belief;
  readonly #all: readonly KeyedCard[];
  /** Those that stand for all. */
  readonly #cards: readonly KeyedCard[];
  readonly #horizon: Horizon;
  readonly #left: Omit<DaysLeft, 'seconds'>;
  /** The sessions left, of all cards. */
  readonly sessions: readonly SessionLeft[];
  readonly #students: Student[] = [];

  constructor(cards: readonly KeyedCard[], belief: Belief, horizon: Horizon) {
    this.#belief = belief;
    this.#all = cards;
    this.#horizon = horizon;
    this.memories = belief.memories(cards, belief.likeliest, horizon.now);
    const deadline = daysToDeadline(horizon);
    this.sessions = sessionsLeft(horizon);
    const { length } = this.sessions;
    this.standIns = standIns(this.memories, belief.likeliest.model, deadline, length);
    this.#cards = this.standIns.cards.flatMap((card) => cards[card] ?? []);
    this.#left = daysLeft(horizon, this.sessions);
  }

  /** Lets one of them prepare in a part of the minutes: 0 for none, more than 1 for more. */
  rehearse(number: number, part: number): Rehearsed {
    this.#students[number] ??= this.#student(number, this.#cards);
    const { person, memories } = this.#students[number];
    const share = this.#cards.length / this.#all.length;
    const seconds = this.secondsOf(part).map((each) => each * share);
    return rehearse({ person, memories: memories.copy() }, { ...this.#left, seconds }, number);
  }

  /** Seconds of each session with a part of the minutes. */
  secondsOf(part: number): number[] {
    return this.sessions.map(({ seconds }, session) =>
      session === 0 ? secondsToday(this.#horizon, part) : seconds * part,
    );
  }

  /** Seconds of one look at each of these cards, steps included, at the likeliest person's pace. */
  secondsFor(cards: readonly number[]): number {
    const { newSeconds, hitSeconds } = this.#belief.likeliest.learner;
    return sumOf(cards.map((card) => (this.memories.isNew(card) ? newSeconds : hitSeconds)));
  }

  /** Mean recall at the deadline of the first so many of them, 0..1. */
  meanRecall(count: number, part: number): number {
    return meanOf(Array.from({ length: count }, (_, n) => this.rehearse(n, part).recall));
  }

  /** The first so many of them with all cards, not stand-ins alone. */
  students(count: number): Student[] {
    return Array.from({ length: count }, (_, number) => this.#student(number, this.#all));
  }

  /** Today, as the days left are counted. */
  get today(): When {
    return { ...this.#left, day: 0, seconds: sumOf(this.secondsOf(1)) };
  }

  #student(number: number, cards: readonly KeyedCard[]): Student {
    const person = this.#belief.person(number);
    return { person, memories: this.#belief.memories(cards, person, this.#horizon.now) };
  }
}

function daysLeft(horizon: Horizon, sessions: readonly SessionLeft[]): Omit<DaysLeft, 'seconds'> {
  const deadline = daysToDeadline(horizon);
  return {
    sessions: sessions.map(({ day }) => day),
    deadline,
    days: Math.max(deadline, (horizon.deadlineAt - horizon.begunAt) / DAY_MS),
    missing: horizon.missing,
  };
}
