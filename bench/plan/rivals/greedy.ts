import { DEFAULT_WEIGHTS, type Memory, MemoryModel } from '../product.js';
import { DAY_MS } from '../sessions.js';
import { byLeast, type Outlook, type Rival } from './rival.js';

/** Chances of ratings over Anki's users, and seconds of a card's day with its steps. */
const FIRST: readonly number[] = [0.24, 0.094, 0.495, 0.171];
const RECALLED: readonly number[] = [0.224, 0.631, 0.145];
const NEW_SECONDS = 45;
const HIT_SECONDS = 20;
const MISS_SECONDS = 40;

/**
 * The greatest gain a second: each day the cards by what one review now adds to
 * recall at the interview, as FSRS with its default weights has it.
 */
export const GREEDY: Rival = {
  name: 'greedy',
  choose: (outlook) => {
    const gains = outlook.cards.map((memory) => gainOf(memory, outlook));
    const worth = gains.flatMap((gain, card) => (gain > 0 ? [card] : []));
    return byLeast(worth, (card) => -(gains[card] ?? 0));
  },
};

const MODEL = new MemoryModel(DEFAULT_WEIGHTS);

/** Recall at the interview that a review today adds, a second. */
function gainOf(
  { stability, difficulty, lastAt, lastDay }: Memory,
  { today, startAt, deadlineAt }: Outlook,
): number {
  const left = (deadlineAt - startAt) / DAY_MS;
  if (stability === null || difficulty === null || lastDay === null) {
    return newGain(left);
  }
  if (lastDay >= today) return 0;
  const elapsed = today - lastDay;
  const recall = MODEL.recall(elapsed, stability);
  let after = 0;
  [1 - recall, ...RECALLED.map((chance) => recall * chance)].forEach((chance, index) => {
    MODEL.review(stability, difficulty, elapsed, index + 1);
    after += chance * MODEL.recall(left, MODEL.stability);
  });
  const before = MODEL.recall((deadlineAt - (lastAt ?? startAt)) / DAY_MS, stability);
  return (after - before) / (recall * HIT_SECONDS + (1 - recall) * MISS_SECONDS);
}

function newGain(left: number): number {
  let after = 0;
  FIRST.forEach((chance, index) => {
    MODEL.learn(index + 1);
    after += chance * MODEL.recall(left, MODEL.stability);
  });
  return after / NEW_SECONDS;
}
