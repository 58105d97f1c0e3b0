import { meanOf } from '../schedule/arithmetic.js';
import type { Person } from './belief.js';
import type { Memories } from './memories.js';

/** Cards whose recall has fallen to this, 0..1, are kept alive: those first that are forgotten least. */
const KEEP = 0.7;
/**
 * In this last part of the days, 0..1, cards go by what a second of them adds to recall at the
 * deadline: later with who forgets exponentially, for of what they repeat early less is left.
 */
const GAIN_FROM = { power: 0.4, exponential: 0.2 } as const;
/** That part where there is no time for every new card and forgetting is by a power: all days. */
const GAIN_FROM_SHORT = 1;
/** That of a new one, between cards to be kept alive and all others. */
const FRESH = 1.5;

/** When a day is. */
export interface When {
  readonly day: number;
  /** On the scale of `day`, as are the memories. */
  readonly deadline: number;
  /** Days of the whole preparation. */
  readonly days: number;
  /** Seconds that are left in all, this day's among them. */
  readonly seconds: number;
}

/** A person, and the cards as they remember them. */
export interface Student {
  readonly person: Person;
  readonly memories: Memories;
}

/**
 * Writes to `scores` how soon each card comes on a day: the highest first. At first
 * that is what has fallen to 0.7, then new cards, then what is weakest; in the last
 * days, by gain: from the first day on where there is no time to see every card and
 * forgetting is as FSRS has it. `students` are people who may be the person: recall, gain and
 * when the last days begin are their means.
 */
export function scoreCards(students: readonly Student[], when: When, scores: Float64Array): void {
  const { day, deadline, days } = when;
  const left = deadline - day;
  const gainFrom = meanOf(students.map((student) => gainFromOf(student, when.seconds)));
  const byGain = left <= gainFrom * days + 1;
  scores.fill(0);
  for (const student of students)
    addScores(student, day, byGain ? left : null, 1 / students.length, scores);
  const [first] = students;
  scores.forEach((score, card) => {
    if (first === undefined) return;
    if (first.memories.isNew(card)) scores[card] = byGain ? score : FRESH;
    else if (!byGain) scores[card] = score <= KEEP ? 2 + score : 1 - score;
  });
}

/** The last part of the days, 0..1, in which one person's cards go by gain. */
function gainFromOf({ person, memories }: Student, seconds: number): number {
  const { forgetting } = person.model;
  const isShort = memories.countNew() * person.learner.newSeconds > seconds;
  return isShort && forgetting === 'power' ? GAIN_FROM_SHORT : GAIN_FROM[forgetting];
}

/** Adds a part of one person's gains with so many days left, or of their recalls where that is null. */
function addScores(
  { person, memories }: Student,
  day: number,
  left: number | null,
  part: number,
  scores: Float64Array,
): void {
  const fresh = left === null ? 0 : newGain(person, left);
  for (let card = 0; card < scores.length; card++) {
    const value = memories.isNew(card)
      ? fresh
      : left === null
        ? memories.recall(person.model, card, day)
        : gain(person, memories, card, day, left);
    scores[card] = (scores[card] ?? 0) + part * value;
  }
}

/** What a second of a new card adds to recall at the deadline. */
function newGain({ learner, model }: Person, left: number): number {
  let recall = 0;
  learner.firstRating.forEach((chance, index) => {
    model.learn(index + 1);
    recall += chance * model.recall(left, model.stability);
  });
  return recall / learner.newSeconds;
}

/** What a second of a review adds to it. */
function gain(
  { learner, model }: Person,
  memories: Memories,
  card: number,
  day: number,
  left: number,
): number {
  const stability = memories.stability[card] ?? 1;
  const elapsed = day - (memories.last[card] ?? 0);
  const recall = model.reviewAll(stability, memories.difficulty[card] ?? 1, elapsed);
  const [again = 1, ...others] = model.stabilities;
  let after = (1 - recall) * model.recall(left, again);
  learner.recallRating.forEach((chance, index) => {
    after += recall * chance * model.recall(left, others[index] ?? 1);
  });
  const seconds = recall * learner.hitSeconds + (1 - recall) * learner.missSeconds;
  return (after - model.recall(elapsed + left, stability)) / seconds;
}
