import { DAY_MS } from '../model/moment.js';
import type { MemoryModel } from '../schedule/memory-model.js';
import type { PlanCard } from './card.js';

/** Memories of many cards as columns. A new card has stability 0. */
export class Memories {
  readonly size: number;
  /** Days until recall falls to 90 %; 0 for a new card. */
  readonly stability: Float64Array;
  /** 1..10; 0 for a new card. */
  readonly difficulty: Float64Array;
  /** Last review, days from the start of planning: below 0 for what was before it. */
  readonly last: Float64Array;

  constructor(size: number) {
    this.size = size;
    this.stability = new Float64Array(size);
    this.difficulty = new Float64Array(size);
    this.last = new Float64Array(size);
  }

  /** Takes cards as they are at an instant, ms since 1970: that is day 0. */
  static of(cards: readonly PlanCard[], now: number): Memories {
    const memories = new Memories(cards.length);
    cards.forEach(({ stability, difficulty, lastAt }, index) => {
      if (stability === null || difficulty === null || lastAt === null) return;
      memories.stability[index] = stability;
      memories.difficulty[index] = difficulty;
      memories.last[index] = Math.min(0, (lastAt - now) / DAY_MS);
    });
    return memories;
  }

  /** A copy with columns of its own. */
  copy(): Memories {
    const copy = new Memories(this.size);
    copy.stability.set(this.stability);
    copy.difficulty.set(this.difficulty);
    copy.last.set(this.last);
    return copy;
  }

  isNew(card: number): boolean {
    return this.stability[card] === 0;
  }

  /** Number of new cards. */
  countNew(): number {
    let count = 0;
    for (const stability of this.stability) if (stability === 0) count++;
    return count;
  }

  /** Probability of recall on a day, 0..1; 0 for a new card. */
  recall(model: MemoryModel, card: number, day: number): number {
    const stability = this.stability[card] ?? 0;
    return stability === 0 ? 0 : model.recall(day - (this.last[card] ?? 0), stability);
  }

  /** Mean recall on a day over all cards, 0..1; 0 without cards. */
  meanRecall(model: MemoryModel, day: number): number {
    let sum = 0;
    for (let card = 0; card < this.size; card++) sum += this.recall(model, card, day);
    return this.size === 0 ? 0 : sum / this.size;
  }

  /** Takes a rating, 1..4, given on a day; the learning steps of the day follow it. */
  rate(model: MemoryModel, card: number, day: number, rating: number): void {
    const stability = this.stability[card] ?? 0;
    if (stability === 0) model.learn(rating);
    else {
      const elapsed = day - (this.last[card] ?? 0);
      model.review(stability, this.difficulty[card] ?? 0, elapsed, rating);
    }
    this.stability[card] = model.stability;
    this.difficulty[card] = model.difficulty;
    this.last[card] = day;
  }
}
