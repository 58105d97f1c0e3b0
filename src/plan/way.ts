import type { Person } from './belief.js';
import type { Memories } from './memories.js';

/** Cards whose recall has fallen to this, 0..1, are kept alive: those first that are forgotten least. */
const KEEP = 0.7;
/** In this last part of the days, 0..1, cards go by what a second of them adds to recall at the deadline. */
const GAIN_FROM = 0.4;
/** A card that was shown less than so many days ago is done for the day. */
const SAME_DAY = 0.2;
/** Score of a card that is not to be shown. */
export const DONE = -1;
/** That of a new one, between cards to be kept alive and all others. */
const FRESH = 1.5;

/** When a day is. */
export interface When {
  readonly day: number;
  /** On the scale of `day`, as are the memories. */
  readonly deadline: number;
  /** Days of the whole preparation. */
  readonly days: number;
}

/** A person, and the cards as they remember them. */
export interface Mind {
  readonly person: Person;
  readonly memories: Memories;
}

/**
 * Writes to `scores` how soon each card comes on a day: the highest first, `DONE`
 * not at all. At first that is what has fallen to 0.7, then new cards, then
 * what is weakest; in the last four tenths of the days, by gain. `minds` are
 * people who may be the person: recall and gain are their means.
 */
export function scoreCards(minds: readonly Mind[], when: When, scores: Float64Array): void {
  const { day, deadline, days } = when;
  const left = deadline - day;
  const byGain = left <= GAIN_FROM * days + 1;
  scores.fill(0);
  for (const mind of minds) addScores(mind, day, byGain ? left : null, 1 / minds.length, scores);
  const [first] = minds;
  scores.forEach((score, card) => {
    if (first === undefined) return;
    if (first.memories.isNew(card)) scores[card] = byGain ? score : FRESH;
    else if (day - (first.memories.last[card] ?? 0) < SAME_DAY) scores[card] = DONE;
    else if (!byGain) scores[card] = score <= KEEP ? 2 + score : 1 - score;
  });
}

/** Adds a part of one person's gains with so many days left, or of their recalls where that is null. */
function addScores(
  { person, memories }: Mind,
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

/** What a second of a review adds to it; never as little as `DONE`. */
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
