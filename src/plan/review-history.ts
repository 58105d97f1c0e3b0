import type { MemoryModel } from '../schedule/memory-model.js';
import type { Memories } from './memories.js';

/** First ratings of cards on days, in the order of time, to be replayed under other weights. */
export class ReviewHistory {
  readonly #cards: number[] = [];
  readonly #days: number[] = [];
  readonly #ratings: number[] = [];

  get length(): number {
    return this.#cards.length;
  }

  /** Adds a day's first rating, 1..4, of a card. */
  add(card: number, day: number, rating: number): void {
    this.#cards.push(card);
    this.#days.push(day);
    this.#ratings.push(rating);
  }

  /** Returns the reviews of some cards, each under the number that it is to have: -1 leaves it out. */
  renumbered(numberOf: (card: number) => number): ReviewHistory {
    const part = new ReviewHistory();
    this.#cards.forEach((card, row) => {
      const number = numberOf(card);
      if (number >= 0) part.add(number, this.#days[row] ?? 0, this.#ratings[row] ?? 1);
    });
    return part;
  }

  /** Was the card of a row recalled? */
  recalled(row: number): boolean {
    return (this.#ratings[row] ?? 1) > 1;
  }

  /**
   * Takes cards through these reviews under a model, changing `memories`, from
   * those that they begin with. Writes to `foreseen`, by row, how likely recall
   * was before the review, 0..1, or -1 where the card was new. Returns `memories`.
   */
  replay(memories: Memories, model: MemoryModel, foreseen?: Float64Array): Memories {
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
