import type { Memories } from '../memories.js';
import type { MemoryModel } from '../memory-model.js';
import type { PlanDay, Policy } from '../policy.js';

/** How ordinary FSRS is used to prepare. */
export interface FsrsHabit {
  /** Desired retention, 0..1. */
  readonly retention: number;
  /** Part of the days, 0..1, over which new cards are spread evenly. */
  readonly introduceBy: number;
  /** Last days on which cards are also reviewed ahead. */
  readonly aheadDays: number;
}

/**
 * Ordinary FSRS: what is due first, the least likely to be recalled before
 * others; then the day's share of new cards; what the day's time does not hold
 * waits. In the last days the time that is left goes to review-ahead, the
 * weakest at the deadline first.
 */
export class Fsrs implements Policy {
  readonly #model: MemoryModel;
  readonly #habit: FsrsHabit;

  constructor(model: MemoryModel, habit: FsrsHabit) {
    this.#model = model;
    this.#habit = habit;
  }

  choose(memories: Memories, today: PlanDay): readonly number[] {
    const due = cardsThat(memories, (card) => this.#isDue(memories, card, today.day));
    this.#sortByRecall(due, memories, today.day);
    const fresh = cardsThat(memories, (card) => memories.isNew(card));
    const chosen = [...due, ...fresh.slice(0, this.#share(fresh.length, today))];
    if (!this.#isAhead(today)) return chosen;
    const taken = new Set(chosen);
    return [...chosen, ...this.#weakest(memories, today.deadline).filter((c) => !taken.has(c))];
  }

  #isAhead({ day, deadline }: PlanDay): boolean {
    return day >= deadline - this.#habit.aheadDays;
  }

  #weakest(memories: Memories, deadline: number): number[] {
    const seen = cardsThat(memories, (card) => !memories.isNew(card));
    this.#sortByRecall(seen, memories, deadline);
    return seen;
  }

  #isDue(memories: Memories, card: number, day: number): boolean {
    if (memories.isNew(card)) return false;
    const days = this.#model.interval(memories.stability[card] ?? 0, this.#habit.retention);
    return day - (memories.last[card] ?? 0) >= Math.max(1, Math.round(days));
  }

  #sortByRecall(cards: number[], memories: Memories, day: number): void {
    const recall = new Map(cards.map((card) => [card, memories.recall(this.#model, card, day)]));
    cards.sort((a, b) => (recall.get(a) ?? 0) - (recall.get(b) ?? 0) || a - b);
  }

  /** New cards for today: what is left of them over the days left to introduce. */
  #share(fresh: number, { day, deadline }: PlanDay): number {
    const days = Math.max(1, Math.round(deadline * this.#habit.introduceBy) - day);
    return Math.ceil(fresh / days);
  }
}

function cardsThat(memories: Memories, fits: (card: number) => boolean): number[] {
  const cards: number[] = [];
  for (let card = 0; card < memories.size; card++) if (fits(card)) cards.push(card);
  return cards;
}
