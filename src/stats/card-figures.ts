import type { Stars } from '../model/card.js';
import type { CardId } from '../model/ids.js';

// The part of the statistics that is counted over cards; src/stats/statistics.ts says what holds of all.

/** What is known now. */
export interface Knowledge {
  /** Sum of the retrievability of all cards: how many would be recalled now. */
  readonly known: number;
  /** Cards with a memory: not new. */
  readonly seen: number;
  readonly cards: number;
  /** Mean retrievability of the cards seen. */
  readonly meanSeen: number | null;
  /** `known` over all cards, new ones counting 0. */
  readonly meanAll: number | null;
}

export type HistogramUnit = 'days' | 'seconds' | 'difficulty' | 'probability';

/** How many values fall into each bin. */
export interface Histogram {
  readonly unit: HistogramUnit;
  /** Values counted: the sum over all bins. */
  readonly count: number;
  readonly mean: number | null;
  readonly median: number | null;
  readonly bins: readonly Bin[];
}

/** Values from `from` (included) to `to` (left out, except in a scale's last bin). */
export interface Bin {
  readonly from: number;
  /** null: no upper end. */
  readonly to: number | null;
  readonly count: number;
}

/** Cards by what is remembered of them; new cards are in none. */
export interface Distributions {
  /** Scheduled interval of cards in review state, days. */
  readonly interval: Histogram;
  /** Days until retrievability falls to 90 %. */
  readonly stability: Histogram;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: Histogram;
  /** Probability of recall now, 0..1. */
  readonly retrievability: Histogram;
}

/** How ready a person is, over all cards of a group; a new card counts 0. */
export interface Readiness {
  readonly all: ReadinessGroup;
  /** Most cards first; a card of two companies counts for both. */
  readonly companies: readonly ReadinessGroup[];
  /** In the order of the syllabus. */
  readonly parts: readonly ReadinessGroup[];
  readonly modules: readonly ModuleReadiness[];
  /** 1, 2 and 3 stars, those without cards left out; `name` is the number. */
  readonly stars: readonly ReadinessGroup[];
}

export interface ReadinessGroup {
  /** As the deck spells it: untrusted text. Empty for modules without a part, and for `all`. */
  readonly name: string;
  readonly cards: number;
  /** Cards that are not new. */
  readonly seen: number;
  /** Mean retrievability now. */
  readonly readiness: number | null;
  /** Cards whose retrievability is above 0.9. */
  readonly above90: number;
  /** `above90` over `cards`. */
  readonly share: number | null;
}

export interface ModuleReadiness extends ReadinessGroup {
  readonly number: number | null;
  readonly part: string;
  readonly collection: string;
}

/** A card that is hard to recall. Its texts are untrusted Markdown of a deck. */
export interface HardCard {
  readonly id: CardId;
  readonly question: string;
  /** Title of its module. */
  readonly module: string;
  readonly part: string;
  readonly companies: readonly string[];
  readonly stars: Stars;
  readonly reps: number;
  readonly lapses: number;
  /** FSRS difficulty, 1..10. */
  readonly difficulty: number;
  /** Days. */
  readonly stability: number;
  readonly retrievability: number;
  readonly leech: boolean;
  readonly suspended: boolean;
}
