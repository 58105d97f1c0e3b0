import type { Memories } from '../memories.js';
import type { Policy } from '../policy.js';
import { type Random, shuffle } from '../random.js';

/** Cramming: all cards in random order, drawn anew each day. */
export class RandomCram implements Policy {
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  choose(memories: Memories): readonly number[] {
    const order = Array.from({ length: memories.size }, (_, card) => card);
    shuffle(order, this.#random);
    return order;
  }
}
