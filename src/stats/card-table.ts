import type { CardState } from '../model/memory.js';
import type { Moment } from '../model/moment.js';
import { retrievability } from '../schedule/retrievability.js';
import type { Distributions, Knowledge } from './card-figures.js';
import {
  DAY_SCALE,
  DIFFICULTY_SCALE,
  histogram,
  PROBABILITY_SCALE,
  type Scale,
} from './histogram.js';
import { MATURE_DAYS } from './history.js';
import { share } from './share.js';
import type { CardCounts } from './statistics.js';

/** One card as the statistics see it. Whoever gives them may give the same object again and again. */
export interface CardFacts {
  /** The card's key in the store: small and dense, for arrays are made by it. */
  readonly key: number;
  readonly module: number;
  readonly stars: number;
  /** Does it count for the state of cards, not for history alone? */
  readonly live: boolean;
  readonly state: CardState;
  readonly stability: number | null;
  readonly difficulty: number | null;
  /** ms since 1970 */
  readonly lastAt: number | null;
  readonly intervalDays: number;
  readonly lapses: number;
  readonly introducedDay: number | null;
  readonly suspended: boolean;
  readonly buried: boolean;
  readonly flagged: boolean;
  readonly leech: boolean;
}

/** Numbers of the cards seen, a column each; room for all cards is made at once. */
class Values {
  readonly #values: Float64Array;
  #length = 0;

  constructor(most: number) {
    this.#values = new Float64Array(most);
  }

  add(value: number): void {
    this.#values[this.#length++] = value;
  }

  histogram(scale: Scale) {
    return histogram(this.#values.subarray(0, this.#length), scale);
  }
}

/** Cards as columns by key, and what is counted of them in one pass. */
export class CardTable {
  /** 1 for each card of the query, retired ones included: whose reviews count. */
  readonly selected: Uint8Array;
  /** 1 for each card whose state counts. */
  readonly live: Uint8Array;
  readonly recall: Float64Array;
  readonly lapses: Int32Array;
  readonly difficulty: Float64Array;
  readonly module: Int32Array;
  readonly stars: Uint8Array;
  readonly leech: Uint8Array;
  readonly seen: Uint8Array;
  introducedToday = 0;
  readonly #counts = {
    total: 0,
    new: 0,
    learning: 0,
    review: 0,
    relearning: 0,
    young: 0,
    mature: 0,
    suspended: 0,
    buried: 0,
    leeches: 0,
    flagged: 0,
  };
  readonly #values: Readonly<Record<keyof Distributions, Values>>;
  #known = 0;
  #selectedCount = 0;
  readonly #moment: Moment;
  readonly #weights: readonly number[];

  /** `size` is the highest key and one; `weights` are those of FSRS-6, for the forgetting curve. */
  constructor(size: number, moment: Moment, weights: readonly number[]) {
    this.selected = new Uint8Array(size);
    this.live = new Uint8Array(size);
    this.recall = new Float64Array(size);
    this.lapses = new Int32Array(size);
    this.difficulty = new Float64Array(size);
    this.module = new Int32Array(size);
    this.stars = new Uint8Array(size);
    this.leech = new Uint8Array(size);
    this.seen = new Uint8Array(size);
    this.#values = {
      interval: new Values(size),
      stability: new Values(size),
      difficulty: new Values(size),
      retrievability: new Values(size),
    };
    this.#moment = moment;
    this.#weights = weights;
  }

  get size(): number {
    return this.selected.length;
  }

  /** Cards of the query, retired ones included. */
  get selectedCount(): number {
    return this.#selectedCount;
  }

  /** Their keys, rising. */
  selectedKeys(): number[] {
    const keys: number[] = [];
    this.selected.forEach((selected, key) => {
      if (selected === 1) keys.push(key);
    });
    return keys;
  }

  readonly add = (card: CardFacts): void => {
    this.selected[card.key] = 1;
    this.#selectedCount++;
    if (card.introducedDay === this.#moment.today) this.introducedToday++;
    if (!card.live) return;
    this.live[card.key] = 1;
    this.module[card.key] = card.module;
    this.stars[card.key] = card.stars;
    this.#count(card);
    if (card.state !== 'new') this.#addMemory(card);
  };

  counts(): CardCounts {
    return { ...this.#counts };
  }

  knowledge(): Knowledge {
    const { total: cards, new: fresh } = this.#counts;
    const known = this.#known;
    const seen = cards - fresh;
    return { known, seen, cards, meanSeen: share(known, seen), meanAll: share(known, cards) };
  }

  distributions(): Distributions {
    const { interval, stability, difficulty, retrievability: recall } = this.#values;
    return {
      interval: interval.histogram(DAY_SCALE),
      stability: stability.histogram(DAY_SCALE),
      difficulty: difficulty.histogram(DIFFICULTY_SCALE),
      retrievability: recall.histogram(PROBABILITY_SCALE),
    };
  }

  #count(card: CardFacts): void {
    const counts = this.#counts;
    counts.total++;
    counts[card.state]++;
    if (card.state === 'review') counts[card.intervalDays < MATURE_DAYS ? 'young' : 'mature']++;
    counts.suspended += Number(card.suspended);
    counts.buried += Number(card.buried);
    counts.leeches += Number(card.leech);
    counts.flagged += Number(card.flagged);
  }

  #addMemory(card: CardFacts): void {
    const { key, stability, difficulty } = card;
    const recall = retrievability(card, this.#moment, this.#weights) ?? 0;
    this.seen[key] = 1;
    this.recall[key] = recall;
    this.lapses[key] = card.lapses;
    this.difficulty[key] = difficulty ?? 0;
    this.leech[key] = Number(card.leech);
    this.#known += recall;
    this.#values.retrievability.add(recall);
    if (stability !== null) this.#values.stability.add(stability);
    if (difficulty !== null) this.#values.difficulty.add(difficulty);
    if (card.state === 'review') this.#values.interval.add(card.intervalDays);
  }
}
