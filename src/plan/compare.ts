import { seededRandom } from '../schedule/seeded-random.js';
import { meanOf } from './arithmetic.js';
import { type Learner, modelOf } from './learner.js';
import { Memories } from './memories.js';
import { drawPerson } from './person.js';
import type { Policy } from './policy.js';
import { POPULATIONS, type Population } from './populations.js';
import { type Outcome, prepare } from './preparation.js';
import type { Random } from './random.js';

/** One preparation to compare ways of: whose, so many cards, days, minutes a day. */
export interface Cell {
  readonly people: Population;
  readonly cards: number;
  readonly days: number;
  readonly minutes: number;
}

/** A way to prepare, by its name; made anew for every person, from what is believed of all. */
export interface Contender {
  readonly name: string;
  make(believed: Learner, random: Random): Policy;
}

/** Mean of a figure over people, with half the width of its 95 % confidence interval. */
export interface Estimate {
  readonly mean: number;
  readonly margin: number;
}

/** What a way to prepare came to, over all people. */
export interface Standing {
  readonly name: string;
  /** True recall at the deadline, 0..1, each card counted alike; one never seen counts 0. */
  readonly recall: Estimate;
  /** `recall` less that of the first contender, person by person. */
  readonly lead: Estimate;
  readonly reviews: Estimate;
  /** Minutes spent over all days. */
  readonly minutes: Estimate;
}

/** Lets one person prepare; equal seeds give equal people, whatever the way. */
export function runOne(cell: Cell, contender: Contender, seed: number): Outcome {
  const believed = POPULATIONS[cell.people];
  const person = drawPerson(believed, seededRandom(seed));
  const seconds = cell.minutes * 60;
  const setting = {
    start: new Memories(cell.cards),
    sessions: cell.days,
    deadline: cell.days,
    secondsToday: seconds,
    secondsPerDay: seconds,
    model: modelOf(believed),
  };
  const policy = contender.make(believed, seededRandom(seed + 1));
  return prepare(setting, policy, person, seededRandom(seed + 2));
}

/** Lets people prepare under each contender; the same people under all of them. */
export function compare(
  cell: Cell,
  contenders: readonly Contender[],
  learners: number,
  seed: number,
): Standing[] {
  const seeds = Array.from({ length: learners }, (_, index) => seed + 7919 * index);
  const outcomes = contenders.map((contender) =>
    seeds.map((person) => runOne(cell, contender, person)),
  );
  const first = outcomes[0] ?? [];
  return contenders.map(({ name }, index) => {
    const own = outcomes[index] ?? [];
    return {
      name,
      recall: estimate(own.map(({ recall }) => recall)),
      lead: estimate(own.map(({ recall }, person) => recall - (first[person]?.recall ?? 0))),
      reviews: estimate(own.map(({ reviews }) => reviews)),
      minutes: estimate(own.map(({ seconds }) => seconds / 60)),
    };
  });
}

/** Mean and half its 95 % interval, by the normal approximation. */
export function estimate(numbers: readonly number[]): Estimate {
  const count = numbers.length;
  const mean = meanOf(numbers);
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0);
  const deviation = count > 1 ? Math.sqrt(squares / (count - 1)) : 0;
  return { mean, margin: (1.96 * deviation) / Math.sqrt(Math.max(1, count)) };
}
