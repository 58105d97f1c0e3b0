import type { Random } from '../product.js';
import type { Rival } from './rival.js';

/** Cramming: all cards in random order, drawn anew each day. */
export const RANDOM: Rival = {
  name: 'random',
  choose: ({ cards }, random) => {
    const order = cards.map((_, card) => card);
    shuffle(order, random);
    return order;
  },
};

/** Puts numbers in random order, in place (Fisher and Yates). */
function shuffle(numbers: number[], random: Random): void {
  for (let index = numbers.length - 1; index > 0; index--) {
    const other = Math.floor(random() * (index + 1));
    const kept = numbers[index] ?? 0;
    numbers[index] = numbers[other] ?? 0;
    numbers[other] = kept;
  }
}
