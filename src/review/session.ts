import type { ReviewEvent } from '../model/event.js';
import type { CardId, EventId } from '../model/ids.js';
import type { CardState, Memory } from '../model/memory.js';
import type { Candidate, DayCounts, PlannedCandidate, Pools } from '../model/queue.js';
import type { Rating } from '../model/rating.js';
import { type DrawSource, drawNext } from '../schedule/draw.js';
import {
  addLearning,
  addReview,
  moduleInPools,
  remaining,
  withoutCard,
  withPlanned,
} from './pools.js';

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

/**
 * Begins a session at `now` (ms since 1970) and draws its first card. `reviews`
 * are those of the run before it: they count on.
 */
export function startSession(
  queue: QueueState,
  options: SessionOptions,
  now: number,
  reviews: readonly SessionReview[] = [],
): Session {
  return draw(
    {
      ...queue,
      options,
      startedAt: now,
      phase: 'question',
      current: null,
      shownAt: now,
      reviews,
      endReason: null,
      nextLearningAt: null,
      dueSince: 0,
    },
    now,
  );
}

/** The state machine of a session: what the person did, and what the session is then. */
export function reduceSession(session: Session, action: Action): Session {
  switch (action.type) {
    case 'reveal':
      return session.phase === 'question' ? { ...session, phase: 'answer' } : session;
    case 'rated':
      return afterRating(session, action);
    case 'taken-out':
      return afterTakingOut(session, action);
    case 'undone':
      return afterUndo(session, action);
    case 'reloaded':
      return afterReload(session, action);
    case 'refilled':
      return afterRefill(session, action);
    case 'resumed':
      return session.dueSince === 0 ? session : draw(session, action.now);
    case 'quit':
      return finish(session, 'quit', null);
  }
}

function afterRating(session: Session, action: Extract<Action, { type: 'rated' }>): Session {
  const { current } = session;
  if (current === null) return session;
  const { event, before, after, now } = action;
  const rest = { ...withoutCard(session.pools, current.id), ...withPlanned(action.planned) };
  const rated: Session = {
    ...session,
    pools: session.options.cram
      ? afterCram(rest, current, event.rating)
      : addLearning(rest, current, after),
    counts: countRating(session, before.state),
    lastModule: current.module,
    reviews: [
      ...session.reviews,
      {
        event: event.id,
        card: event.card,
        rating: event.rating,
        durationMs: event.durationMs,
        stateBefore: before.state,
        cram: session.options.cram,
      },
    ],
  };
  const { limit, endsAt } = session.options;
  if (limit !== null && rated.reviews.length >= limit) return finish(rated, 'limit', null);
  if (endsAt !== null && now >= endsAt) return finish(rated, 'time', null);
  return draw(rated, now);
}

function afterCram(rest: Pools, card: Candidate, rating: Rating): Pools {
  return rating === 1 ? addReview(rest, card, 'last') : rest;
}

function countRating(session: Session, before: CardState): DayCounts {
  const { counts } = session;
  if (session.options.cram) return counts;
  return {
    fresh: counts.fresh + (before === 'new' ? 1 : 0),
    reviews: counts.reviews + (before === 'review' ? 1 : 0),
    total: counts.total + 1,
  };
}

function afterTakingOut(
  session: Session,
  { now, planned }: Extract<Action, { type: 'taken-out' }>,
): Session {
  if (session.current === null) return session;
  const rest = withoutCard(session.pools, session.current.id);
  return draw({ ...session, pools: { ...rest, ...withPlanned(planned) } }, now);
}

function afterUndo(session: Session, action: Extract<Action, { type: 'undone' }>): Session {
  const pools = session.options.cram
    ? addReview(withoutCard(session.pools, action.card.id), action.card, 'first')
    : action.queue.pools;
  return {
    ...session,
    ...action.queue,
    pools,
    phase: 'question',
    current: { ...action.card, from: 'undo' },
    shownAt: action.now,
    reviews: session.reviews.filter((review) => review.event !== action.event),
    endReason: null,
    nextLearningAt: null,
    dueSince: 0,
  };
}

function afterReload(session: Session, action: Extract<Action, { type: 'reloaded' }>): Session {
  const reloaded = session.options.cram ? session : { ...session, ...action.queue };
  if (action.stays) return reloaded;
  const { current, options } = session;
  // A queue read anew knows what may be drawn; that of a cram was read at its beginning.
  const isOld = options.cram && current !== null;
  const pools = isOld ? withoutCard(reloaded.pools, current.id) : reloaded.pools;
  return draw({ ...reloaded, pools }, action.now);
}

/** Only where nothing was left is what has come since offered: others have ended by choice. */
function afterRefill(session: Session, action: Extract<Action, { type: 'refilled' }>): Session {
  const refilled = { ...session, ...action.queue };
  if (session.endReason !== 'done') return refilled;
  const drawn = draw(refilled, action.now);
  if (drawn.phase === 'finished') return drawn;
  return { ...refilled, nextLearningAt: null, dueSince: remaining(refilled.pools) };
}

function draw(session: Session, now: number): Session {
  const { pools, counts, lastModule, options } = session;
  const drawn = drawNext(pools, { now, lastModule, counts, learnAheadMs: options.learnAheadMs });
  if (drawn.kind === 'wait') return finish(session, 'done', drawn.until);
  if (drawn.kind === 'done') return finish(session, 'done', null);
  const module = moduleInPools(pools, drawn.id);
  const current = { id: drawn.id, module, from: drawn.from };
  return {
    ...session,
    phase: 'question',
    current,
    shownAt: now,
    endReason: null,
    nextLearningAt: null,
    dueSince: 0,
  };
}

function finish(session: Session, reason: EndReason, nextLearningAt: number | null): Session {
  return {
    ...session,
    phase: 'finished',
    current: null,
    endReason: reason,
    nextLearningAt,
    dueSince: 0,
  };
}
