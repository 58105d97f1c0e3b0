import type { Person } from './belief.js';
import type { Memories } from './memories.js';

/**
 * A way to use the days: cards whose recall has fallen to `keep` are kept
 * alive, those first that are forgotten least; new cards come before or after
 * them; what time is left goes to the weakest. In the last part of the days
 * (`gainFrom`, 0..1 of them all) cards go by what a second of them adds to
 * recall at the deadline.
 */
export interface Way {
  readonly keep: number;
  readonly newFirst: boolean;
  readonly gainFrom: number;
}

/** By gain on every day. */
export const BY_GAIN: Way = { keep: 0, newFirst: true, gainFrom: 1 };
/** The way that is no worse than others by much whatever the memory; docs/planning.md has it. */
export const STEADY: Way = { keep: 0.7, newFirst: false, gainFrom: 0.4 };

/** The ways that are tried. */
export const WAYS: readonly Way[] = [
  STEADY,
  BY_GAIN,
  ...[0.5, 0.7, 0.85]
    .flatMap((keep) =>
      [false, true].flatMap((newFirst) =>
        [0.1, 0.4].map((gainFrom) => ({ keep, newFirst, gainFrom })),
      ),
    )
    .filter(({ keep, newFirst, gainFrom }) => keep !== 0.7 || newFirst || gainFrom !== 0.4),
];

/** A card that was shown less than so many days ago is done for the day. */
const SAME_DAY = 0.2;
/** Score of a card that is not to be shown. */
export const DONE = -1;

/** When a day is, for a way. */
export interface When {
  readonly day: number;
  /** On the scale of `day`, as are the memories. */
  readonly deadline: number;
  /** Days of the whole preparation. */
  readonly days: number;
}

/** Writes to `scores` how soon each card comes on a day: the highest first, `DONE` not at all. */
export function scoreCards(
  way: Way,
  memories: Memories,
  person: Person,
  { day, deadline, days }: When,
  scores: Float64Array,
): void {
  const left = deadline - day;
  const byGain = left <= way.gainFrom * days + 1;
  const fresh = byGain ? newGain(person, left) : way.newFirst ? 3 : 1.5;
  for (let card = 0; card < memories.size; card++) {
    const elapsed = day - (memories.last[card] ?? 0);
    if (memories.isNew(card)) scores[card] = fresh;
    else if (elapsed < SAME_DAY) scores[card] = DONE;
    else if (byGain) scores[card] = gain(person, memories, card, elapsed, left);
    else scores[card] = keepScore(way.keep, memories.recall(person.model, card, day));
  }
}

/** Recall that has fallen to `keep` before all other, the highest first; the rest, the lowest first. */
function keepScore(keep: number, recall: number): number {
  return recall <= keep ? 2 + recall : 1 - recall;
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

/** What a second of a review adds to it; never as little as `DONE`. */
function gain(
  { learner, model }: Person,
  memories: Memories,
  card: number,
  elapsed: number,
  left: number,
): number {
  const stability = memories.stability[card] ?? 1;
  const recall = model.reviewAll(stability, memories.difficulty[card] ?? 1, elapsed);
  const [again = 1, ...others] = model.stabilities;
  let after = (1 - recall) * model.recall(left, again);
  learner.recallRating.forEach((chance, index) => {
    after += recall * chance * model.recall(left, others[index] ?? 1);
  });
  const seconds = recall * learner.hitSeconds + (1 - recall) * learner.missSeconds;
  return (after - model.recall(elapsed + left, stability)) / seconds;
}
