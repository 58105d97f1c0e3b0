import { sumOf } from '../schedule/arithmetic.js';
import { pick } from '../schedule/random.js';
import { type Student, scoreCards } from './way.js';

/** The days that are left, for one person. */
export interface DaysLeft {
  /** Days from now to each session; the first is 0, today. */
  readonly sessions: readonly number[];
  /** Seconds of each session. */
  readonly seconds: readonly number[];
  /** Days from now to the interview. */
  readonly deadline: number;
  /** Days of the whole preparation. */
  readonly days: number;
  /** Chance that a later session is missed, 0..1. */
  readonly missing: number;
}

/** What a rehearsal came to: the memories are those at its end. */
export interface Rehearsed extends Student {
  /** Mean recall at the deadline, 0..1. */
  readonly recall: number;
  /** Seconds of each session. */
  readonly seconds: Float64Array;
}

const MISSED = -1;
/** Score of a card that was shown today; no other is as low. */
const DONE = -1;

/**
 * Plays the days that are left with a person whose memories are changed. What
 * happens is drawn by `seed`, card and look, so that more and less time are
 * compared under the same luck.
 */
export function rehearse(student: Student, left: DaysLeft, seed: number): Rehearsed {
  const { memories, person } = student;
  const play = new Play(student, seed);
  const seconds = new Float64Array(left.sessions.length);
  let toCome = sumOf(left.seconds);
  left.sessions.forEach((day, session) => {
    const given = left.seconds[session] ?? 0;
    const when = { day, deadline: left.deadline, days: left.days, seconds: toCome };
    toCome -= given;
    if (session > 0 && luck(seed, MISSED, session) < left.missing) return;
    scoreCards([student], when, play.scores);
    seconds[session] = play.session(day, given);
  });
  return { person, memories, recall: memories.meanRecall(person.model, left.deadline), seconds };
}

class Play {
  readonly scores: Float64Array;
  readonly #looks: Int32Array;
  /** Seconds that sessions so far took beyond theirs: with few cards that stand for many it matters. */
  #debt = 0;

  constructor(
    private readonly student: Student,
    private readonly seed: number,
  ) {
    this.scores = new Float64Array(student.memories.size);
    this.#looks = new Int32Array(student.memories.size);
  }

  /** Shows cards by their scores until the time is used up; returns the time, seconds. What a session
   * takes too long is taken off the next. */
  session(day: number, seconds: number): number {
    const most = seconds - this.#debt;
    let spent = 0;
    while (spent < most) {
      const card = this.#next();
      if (card < 0) break;
      this.scores[card] = DONE;
      spent += this.#show(card, day);
    }
    this.#debt = Math.max(0, spent - most);
    return spent;
  }

  /** The card of the highest score, or -1: few of many are shown, so that to sort them takes longer. */
  #next(): number {
    const { scores } = this;
    let best = -1;
    let highest = DONE;
    for (let card = 0; card < scores.length; card++) {
      const score = scores[card] ?? DONE;
      if (score <= highest) continue;
      highest = score;
      best = card;
    }
    return best;
  }

  #show(card: number, day: number): number {
    const { memories, person } = this.student;
    const { learner, model } = person;
    const look = this.#looks[card] ?? 0;
    this.#looks[card] = look + 1;
    const number = luck(this.seed, card, look);
    if (memories.isNew(card)) {
      memories.rate(model, card, day, 1 + pick(learner.firstRating, number));
      return learner.newSeconds;
    }
    const recall = memories.recall(model, card, day);
    const isHit = number < recall;
    const rating = isHit ? 2 + pick(learner.recallRating, number / recall) : 1;
    memories.rate(model, card, day, rating);
    return isHit ? learner.hitSeconds : learner.missSeconds;
  }
}

/** A prime number, no smaller than the number of people. */
const PLACES = 23;

/**
 * A number in 0..1 that depends on three whole numbers alone. Card and look are mixed as MurmurHash3
 * does, and people stand at equal distances around that, in an order of each look's own: so they have
 * the luck of a look evenly between them, and no two of them have it in common.
 */
function luck(person: number, card: number, look: number): number {
  let mixed = Math.imul(card + 2, 0x85ebca6b) ^ Math.imul(look + 1, 0xc2b2ae35);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  const first = (mixed ^ (mixed >>> 16)) >>> 0;
  const step = 1 + ((Math.imul(first ^ (first >>> 15), 0x2c1b3c6d) >>> 8) % (PLACES - 1));
  return (first / 2 ** 32 + ((person * step) % PLACES) / PLACES) % 1;
}
