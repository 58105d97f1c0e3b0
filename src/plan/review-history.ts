import type { Memories } from './memories.js';
import type { MemoryModel } from './memory-model.js';

/** Reviews in order of time, one a card and day, to be told anew under other weights. */
export class ReviewHistory {
  readonly #cards: number[] = [];
  readonly #days: number[] = [];
  readonly #ratings: number[] = [];

  get length(): number {
    return this.#cards.length;
  }

  /** Adds a card's first rating, 1..4, of a day. */
  add(card: number, day: number, rating: number): void {
    this.#cards.push(card);
    this.#days.push(day);
    this.#ratings.push(rating);
  }

  /** Gives the reviews of one card in so many. */
  sample(oneIn: number): ReviewHistory {
    if (oneIn <= 1) return this;
    const sample = new ReviewHistory();
    this.#cards.forEach((card, row) => {
      if (card % oneIn === 0) sample.add(card, this.#days[row] ?? 0, this.#ratings[row] ?? 1);
    });
    return sample;
  }

  /** Was the card of a row recalled? */
  recalled(row: number): boolean {
    return (this.#ratings[row] ?? 1) > 1;
  }

  /**
   * Gives the memories that a model has after these reviews, from those at
   * their `start`. Writes to `foreseen`, by row, how likely recall was before
   * the review, 0..1, or -1 where the card was new.
   */
  replay(start: Memories, model: MemoryModel, foreseen?: Float64Array): Memories {
    const memories = start.copy();
    for (let row = 0; row < this.length; row++) {
      const card = this.#cards[row] ?? 0;
      const day = this.#days[row] ?? 0;
      if (foreseen !== undefined) {
        foreseen[row] = memories.isNew(card) ? -1 : memories.recall(model, card, day);
      }
      memories.rate(model, card, day, this.#ratings[row] ?? 1);
    }
    return memories;
  }
}
