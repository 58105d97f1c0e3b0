import { shuffle } from '../product.js';
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
