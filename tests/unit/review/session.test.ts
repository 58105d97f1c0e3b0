import { describe, expect, test } from 'vitest';
import type { ReviewEvent } from '../../../src/model/event.js';
import { type CardId, cardId, configId, eventId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import type { Rating } from '../../../src/model/rating.js';
import { reduceSession, startSession } from '../../../src/review/session.js';
import type { QueueState, Session, SessionOptions } from '../../../src/review/session-state.js';
import { summarize } from '../../../src/review/summary.js';

const T = 1_000_000;
const OPTIONS: SessionOptions = {
  limit: null,
  endsAt: null,
  cram: false,
  learnAheadMs: 20 * 60_000,
};
const REVIEW: Memory = {
  ...NEW_MEMORY,
  state: 'review',
  stability: 5,
  difficulty: 5,
  reps: 3,
  dueDay: studyDay(9),
};

function queue(fresh: string[], reviews: string[] = []): QueueState {
  const candidates = (ids: string[]) => ids.map((id, at) => ({ id: cardId(id), module: at }));
  return {
    pools: { learning: [], reviews: candidates(reviews), fresh: candidates(fresh) },
    counts: { fresh: 0, reviews: 0, total: 0 },
    lastModule: null,
  };
}

let serial = 0;
function event(card: CardId, rating: Rating): ReviewEvent {
  serial++;
  return {
    kind: 'review',
    id: eventId(String(serial).padStart(26, '0')),
    card,
    at: T,
    day: studyDay(10),
    device: 'test',
    rating,
    durationMs: 1000,
    reviewKind: 'learn',
    config: configId(1),
  };
}

function rate(session: Session, rating: Rating, before: Memory, after: Memory, now = T): Session {
  const revealed = reduceSession(session, { type: 'reveal' });
  const card = revealed.current?.id ?? cardId('none');
  return reduceSession(revealed, { type: 'rated', event: event(card, rating), before, after, now });
}

const LEARNING: Memory = {
  ...NEW_MEMORY,
  state: 'learning',
  stability: 1,
  difficulty: 5,
  dueAt: T + 60_000,
};

describe('a session', () => {
  test('starts with a question, or ends at once when nothing is due', () => {
    expect(startSession(queue(['a']), OPTIONS, T)).toMatchObject({ phase: 'question', shownAt: T });
    expect(startSession(queue([]), OPTIONS, T)).toMatchObject({
      phase: 'finished',
      endReason: 'done',
      current: null,
    });
  });

  test('reveals once, and only a question', () => {
    const revealed = reduceSession(startSession(queue(['a']), OPTIONS, T), { type: 'reveal' });
    expect(revealed.phase).toBe('answer');
    expect(reduceSession(revealed, { type: 'reveal' })).toBe(revealed);
  });

  test('keeps the card shown in its pool until it is rated', () => {
    const session = startSession(queue(['a', 'b']), OPTIONS, T);
    expect(session.pools.fresh).toHaveLength(2);
    const next = rate(session, 4, NEW_MEMORY, REVIEW);
    expect(next.pools.fresh.map(({ id }) => id)).toEqual(['b']);
    expect(next).toMatchObject({
      phase: 'question',
      lastModule: 0,
      counts: { fresh: 1, reviews: 0, total: 1 },
    });
  });

  test('brings a card in learning steps back within the session', () => {
    let session = rate(startSession(queue(['a']), OPTIONS, T), 1, NEW_MEMORY, LEARNING);
    expect(session.current).toMatchObject({ id: 'a', from: 'ahead' });
    session = rate(session, 3, LEARNING, REVIEW);
    expect(session).toMatchObject({ phase: 'finished', endReason: 'done' });
    expect(summarize(session)).toMatchObject({
      cards: 1,
      reviews: 2,
      accuracy: 0.5,
      missed: ['a'],
      introduced: 1,
    });
  });

  test('tells when the next step comes if that is too far off', () => {
    const later: Memory = { ...LEARNING, dueAt: T + 3_600_000 };
    const session = rate(startSession(queue(['a']), OPTIONS, T), 1, NEW_MEMORY, later);
    expect(session).toMatchObject({ phase: 'finished', nextLearningAt: T + 3_600_000 });
  });

  test('ends at its limit of ratings', () => {
    const session = startSession(queue(['a', 'b']), { ...OPTIONS, limit: 1 }, T);
    expect(rate(session, 4, NEW_MEMORY, REVIEW)).toMatchObject({
      phase: 'finished',
      endReason: 'limit',
    });
  });

  test('ends when its time is up, after the card at hand', () => {
    const session = startSession(queue(['a', 'b']), { ...OPTIONS, endsAt: T + 5 }, T);
    expect(rate(session, 4, NEW_MEMORY, REVIEW, T + 4).phase).toBe('question');
    expect(rate(session, 4, NEW_MEMORY, REVIEW, T + 5)).toMatchObject({ endReason: 'time' });
  });

  test('takes a card out and draws the next', () => {
    const session = reduceSession(startSession(queue(['a', 'b']), OPTIONS, T), {
      type: 'taken-out',
      now: T,
    });
    expect(session.current?.id).toBe('b');
    expect(session.reviews).toEqual([]);
  });

  test('goes back to the card whose rating is undone', () => {
    const before = queue(['a', 'b']);
    const rated = rate(startSession(before, OPTIONS, T), 4, NEW_MEMORY, REVIEW);
    const [review] = rated.reviews;
    const undone = reduceSession(rated, {
      type: 'undone',
      card: { id: cardId('a'), module: 0 },
      event: review!.event,
      queue: before,
      now: T + 9,
    });
    expect(undone).toMatchObject({
      phase: 'question',
      current: { id: 'a', from: 'undo' },
      reviews: [],
      shownAt: T + 9,
    });
    expect(undone.pools).toEqual(before.pools);
  });

  test('after an undo at its end goes on', () => {
    const before = queue(['a']);
    const ended = rate(startSession(before, OPTIONS, T), 4, NEW_MEMORY, REVIEW);
    expect(ended.phase).toBe('finished');
    const undone = reduceSession(ended, {
      type: 'undone',
      card: { id: cardId('a'), module: 0 },
      event: ended.reviews[0]!.event,
      queue: before,
      now: T,
    });
    expect(undone).toMatchObject({ phase: 'question', endReason: null });
  });

  test('stays on the card after a reload, or moves on when it is gone', () => {
    const session = startSession(queue(['a', 'b']), OPTIONS, T);
    const reloaded = queue(['a', 'b', 'c']);
    expect(
      reduceSession(session, { type: 'reloaded', queue: reloaded, stays: true, now: T }).current
        ?.id,
    ).toBe('a');
    const moved = reduceSession(session, {
      type: 'reloaded',
      queue: queue(['b']),
      stays: false,
      now: T,
    });
    expect(moved.current?.id).toBe('b');
  });

  test('that is a cram counts nothing and brings missed cards round again', () => {
    let session = startSession(queue([], ['a', 'b']), { ...OPTIONS, cram: true }, T);
    session = rate(session, 1, REVIEW, REVIEW);
    expect(session.counts.total).toBe(0);
    expect(session.pools.reviews.map(({ id }) => id)).toEqual(['b', 'a']);
    session = rate(session, 3, REVIEW, REVIEW);
    session = rate(session, 3, REVIEW, REVIEW);
    expect(session).toMatchObject({ phase: 'finished', endReason: 'done' });
  });

  test('quits with what was done', () => {
    const session = reduceSession(startSession(queue(['a']), OPTIONS, T), { type: 'quit' });
    expect(session).toMatchObject({ phase: 'finished', endReason: 'quit' });
    expect(summarize(session)).toEqual({
      cards: 0,
      reviews: 0,
      durationMs: 0,
      accuracy: null,
      missed: [],
      introduced: 0,
    });
  });
});

describe('a session under a plan', () => {
  const planned = (...ids: string[]) =>
    ids.map((id, at) => ({ id: cardId(id), module: at, isNew: true }));
  const start = () => {
    const { pools, ...rest } = queue(['f'], ['r']);
    return startSession(
      { ...rest, pools: { ...pools, planned: planned('a', 'b', 'c') } },
      OPTIONS,
      T,
    );
  };
  const rated = (session: Session, more: object) =>
    reduceSession(reduceSession(session, { type: 'reveal' }), {
      type: 'rated',
      event: event(cardId('a'), 4),
      before: NEW_MEMORY,
      after: REVIEW,
      now: T,
      ...more,
    });

  test('draws what the plan wants first, and then the rest', () => {
    let session = start();
    const drawn: string[] = [];
    while (session.current !== null) {
      drawn.push(session.current.id);
      session = rate(session, 4, NEW_MEMORY, REVIEW);
    }
    expect(drawn.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(drawn.slice(3).sort()).toEqual(['f', 'r']);
  });

  test('goes on with what the plan wants after the rating', () => {
    expect(rated(start(), { planned: planned('c') }).current).toMatchObject({
      id: 'c',
      from: 'plan',
    });
    expect(rated(start(), { planned: [] }).current).toMatchObject({ from: 'review' });
    expect(rated(start(), { planned: undefined }).current).toMatchObject({ id: 'b' });
  });

  test('does the same when a card is taken out', () => {
    const taken = (more: object) => reduceSession(start(), { type: 'taken-out', now: T, ...more });
    expect(taken({}).current).toMatchObject({ id: 'b' });
    expect(taken({ planned: planned('c', 'b') }).current).toMatchObject({ id: 'c' });
  });
});
