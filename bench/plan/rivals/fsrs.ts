import { DEFAULT_WEIGHTS, MemoryModel } from '../product.js';
import { byLeast, freshShare, type Outlook, type Rival, seenCards } from './rival.js';

const SPREAD = 0.8;
const MODEL = new MemoryModel(DEFAULT_WEIGHTS);

/**
 * Ordinary FSRS at a desired retention, 0..1: what is due, the least likely to
 * be recalled first; then new cards, spread evenly to four fifths of the days.
 */
export function fsrsRival(retention: number): Rival {
  return {
    name: `FSRS ${retention}`,
    choose: (outlook) => [...dueCards(outlook, retention), ...freshShare(outlook, SPREAD)],
  };
}

function dueCards(outlook: Outlook, retention: number): number[] {
  const { cards, today } = outlook;
  const elapsed = (card: number) => today - (cards[card]?.lastDay ?? today);
  const stability = (card: number) => cards[card]?.stability ?? 0.1;
  const isDue = (card: number) =>
    elapsed(card) >= Math.max(1, Math.round(MODEL.interval(stability(card), retention)));
  return byLeast(seenCards(outlook).filter(isDue), (card) =>
    MODEL.recall(elapsed(card), stability(card)),
  );
}
