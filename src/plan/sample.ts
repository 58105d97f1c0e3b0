import { DAY_MS } from '../model/moment.js';
import { meanOf, sumOf } from '../schedule/arithmetic.js';
import type { Belief } from './belief.js';
import { expectedWith } from './budgets.js';
import type { PlanCard } from './card.js';
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

/** So many are drawn. */
const PEOPLE = 20;

/** People who may be the person, with the cards as each of them remembers them. */
export class Sample {
  readonly standIns: StandIns;
  /** The likeliest person's memories of all cards. */
  readonly memories: Memories;
  readonly #belief: Belief;
  readonly #all: readonly PlanCard[];
  /** Those that stand for all. */
  readonly #cards: readonly PlanCard[];
  readonly #horizon: Horizon;
  readonly #left: Omit<DaysLeft, 'seconds'>;
  /** The sessions left, of all cards. */
  readonly sessions: readonly SessionLeft[];
  readonly #students: Student[] = [];
  readonly #rehearsed = new Map<number, Rehearsed[]>();

  constructor(cards: readonly PlanCard[], belief: Belief, horizon: Horizon) {
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

  /** Lets the first so many of them prepare in a part of the minutes: 0 for none, more than 1 for more. */
  rehearsed(part: number, people = PEOPLE): readonly Rehearsed[] {
    const known = this.#rehearsed.get(part) ?? [];
    for (let number = known.length; number < people; number++) {
      known.push(this.#rehearse(number, part));
    }
    this.#rehearsed.set(part, known);
    return known.slice(0, people);
  }

  /** Mean recall at the deadline of the first so many of them, 0..1. */
  meanRecall(part: number, people = PEOPLE): number {
    return meanOf(this.rehearsed(part, people).map(({ recall }) => recall));
  }

  /** Mean recall at the deadline to expect with so many minutes a day, 0..1: never less with more. */
  expectedWith(minutes: number): number {
    const { secondsPerDay } = this.#horizon;
    return expectedWith(minutes, (tried) => this.meanRecall((tried * 60) / secondsPerDay));
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

  /** The first so many of them with all cards, not stand-ins alone. */
  students(count: number): Student[] {
    return Array.from({ length: count }, (_, number) => this.#student(number, this.#all));
  }

  /** Today, as the days left are counted. */
  get today(): When {
    return { ...this.#left, day: 0, seconds: sumOf(this.secondsOf(1)) };
  }

  #rehearse(number: number, part: number): Rehearsed {
    this.#students[number] ??= this.#student(number, this.#cards);
    const { person, memories } = this.#students[number];
    const share = this.#cards.length / this.#all.length;
    const seconds = this.secondsOf(part).map((each) => each * share);
    return rehearse({ person, memories: memories.copy() }, { ...this.#left, seconds }, number);
  }

  #student(number: number, cards: readonly PlanCard[]): Student {
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
