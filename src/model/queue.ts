import type { CardId } from './ids.js';

/** A card that could be drawn next, with what the drawing rules need to know of it. */
export interface Candidate {
  readonly id: CardId;
  /** Store key of its module: equal numbers mean the same module. */
  readonly module: number;
}

/** A card within its learning or relearning steps. */
export interface LearningCandidate extends Candidate {
  /** ms since 1970. */
  readonly dueAt: number;
}

/** A card that a plan for an interview wants today. */
export interface PlannedCandidate extends Candidate {
  /** Never reviewed. */
  readonly isNew: boolean;
}

/** Cards that may be drawn today, each list in the order in which it is to be drawn. */
export interface Pools {
  /** What plans in force want today, before reviews and new cards; left out where there is none. */
  readonly planned?: readonly PlannedCandidate[];
  readonly learning: readonly LearningCandidate[];
  /** Due reviews, already cut to what is left of the day's limit. */
  readonly reviews: readonly Candidate[];
  /** New cards, already cut to what is left of the day's limit. */
  readonly fresh: readonly Candidate[];
}

/** What was done today, over all sessions: counts that the limits are held against. */
export interface DayCounts {
  /** Cards introduced today. */
  readonly fresh: number;
  /** Reviews of cards in review state made today. */
  readonly reviews: number;
  /** Scheduled reviews of any kind made today. */
  readonly total: number;
}

/** `gain` is for a backlog: reviews by what they add to later recall; see schedule/recall-gain.ts. */
export type QueueOrder = 'due' | 'random' | 'difficulty' | 'gain';
