import type { ReviewEvent } from '../model/event.js';
import type { CardId, EventId } from '../model/ids.js';
import type { CardState, Memory } from '../model/memory.js';
import type { Candidate, DayCounts, PlannedCandidate, Pools } from '../model/queue.js';
import type { Rating } from '../model/rating.js';
import type { DrawSource } from '../schedule/draw.js';

export interface SessionOptions {
  /** Ratings after which the session ends; null for no limit. */
  readonly limit: number | null;
  /** ms since 1970 after which no further card is drawn; null for no limit. */
  readonly endsAt: number | null;
  /** A cram changes no schedule; a card rated Again comes round again. */
  readonly cram: boolean;
  /** ms by which learning steps may be drawn early once nothing else is left. */
  readonly learnAheadMs: number;
}

/** A rating given in this session. */
export interface SessionReview {
  readonly event: EventId;
  readonly card: CardId;
  readonly rating: Rating;
  readonly durationMs: number;
  readonly stateBefore: CardState;
  readonly cram: boolean;
}

interface CurrentCard extends Candidate {
  readonly from: DrawSource | 'undo';
}

export type EndReason = 'done' | 'limit' | 'time' | 'quit';

/** What a review session knows. The card shown stays in its pool until it is rated. */
export interface Session {
  readonly options: SessionOptions;
  /** ms since 1970. */
  readonly startedAt: number;
  readonly pools: Pools;
  readonly counts: DayCounts;
  readonly lastModule: number | null;
  readonly phase: 'question' | 'answer' | 'finished';
  readonly current: CurrentCard | null;
  /** When the question appeared, ms since 1970. */
  readonly shownAt: number;
  readonly reviews: readonly SessionReview[];
  readonly endReason: EndReason | null;
  /** When the next learning step falls due, if that is why nothing is left. */
  readonly nextLearningAt: number | null;
  /** Cards that have fallen due since nothing was left; 0 until then. */
  readonly dueSince: number;
}

/** The state of today's queue, as the store has it. */
export interface QueueState {
  readonly pools: Pools;
  readonly counts: DayCounts;
  readonly lastModule: number | null;
}

export type Action =
  | { readonly type: 'reveal' }
  | {
      readonly type: 'rated';
      readonly event: ReviewEvent;
      readonly before: Memory;
      readonly after: Memory;
      readonly now: number;
      /** What plans want from here on; left out where that is what they wanted before. */
      readonly planned?: readonly PlannedCandidate[] | undefined;
    }
  | {
      readonly type: 'taken-out';
      readonly now: number;
      readonly planned?: readonly PlannedCandidate[] | undefined;
    }
  | {
      readonly type: 'undone';
      readonly card: Candidate;
      readonly event: EventId;
      readonly queue: QueueState;
      readonly now: number;
    }
  | {
      readonly type: 'reloaded';
      readonly queue: QueueState;
      readonly stays: boolean;
      readonly now: number;
    }
  | { readonly type: 'refilled'; readonly queue: QueueState; readonly now: number }
  | { readonly type: 'resumed'; readonly now: number }
  | { readonly type: 'quit' };
