import type { CardState } from '../model/memory.js';
import type { Candidate, DayCounts, Pools } from '../model/queue.js';
import type { Rating } from '../model/rating.js';
import { drawNext } from '../schedule/draw.js';
import {
  addLearning,
  addReview,
  moduleInPools,
  remaining,
  withoutCard,
  withPlanned,
} from './pools.js';
import type {
  Action,
  EndReason,
  QueueState,
  Session,
  SessionOptions,
  SessionReview,
} from './session-state.js';

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
