import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardId, configId, eventId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import type { Rating } from '../../../src/model/rating.js';
import { endMoved, progressOf } from '../../../src/review/progress.js';
import { reduceSession, startSession } from '../../../src/review/session.js';
import type { Session, SessionOptions } from '../../../src/review/session-state.js';

const OPTIONS: SessionOptions = { limit: null, endsAt: null, cram: false, learnAheadMs: 1e9 };
const STEP: Memory = { ...NEW_MEMORY, state: 'learning', stability: 1, difficulty: 5, dueAt: 1 };
const LEARNED: Memory = { ...STEP, state: 'review', dueAt: null, dueDay: studyDay(12) };

function begin(fresh: number, reviews: number, options: Partial<SessionOptions> = {}): Session {
  const candidates = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, n) => ({ id: cardId(`${prefix}${n}`), module: n }));
  const pools = {
    learning: [],
    reviews: candidates('r', reviews),
    fresh: candidates('n', fresh),
  };
  const queue = { pools, counts: { fresh: 0, reviews: 0, total: 0 }, lastModule: null };
  return startSession(queue, { ...OPTIONS, ...options }, 0);
}

/** Rates the card shown; Again and Hard let it come round again. */
function rate(session: Session, rating: Rating): Session {
  const { current, reviews } = session;
  if (current === null) return session;
  const event = {
    kind: 'review',
    id: eventId(String(reviews.length).padStart(26, '0')),
    card: current.id,
    at: 0,
    day: studyDay(10),
    device: 'test',
    rating,
    durationMs: 1000,
    reviewKind: 'learn',
    config: configId(1),
  } as const;
  const after = rating < 3 ? STEP : LEARNED;
  const revealed = reduceSession(session, { type: 'reveal' });
  return reduceSession(revealed, { type: 'rated', event, before: NEW_MEMORY, after, now: 2 });
}

test('a card counts once, and as done when it comes no more', () => {
  let session = begin(2, 1);
  expect(progressOf(session)).toEqual({ done: 0, total: 3 });
  session = rate(session, 1);
  expect(progressOf(session)).toEqual({ done: 0, total: 3 });
  session = rate(session, 3);
  expect(progressOf(session)).toEqual({ done: 1, total: 3 });
});

test('whatever the ratings the end stays, and is reached', () => {
  const ratings = fc.array(fc.constantFrom<Rating>(1, 2, 3, 4), { maxLength: 30 });
  const some = fc.nat({ max: 6 });
  fc.assert(
    fc.property(some, some, ratings, fc.boolean(), (fresh, reviews, given, cram) => {
      let session = begin(fresh, reviews, { cram });
      let { done } = progressOf(session);
      for (const rating of [...given, ...Array<Rating>(20).fill(4)]) {
        session = rate(session, rating);
        const now = progressOf(session);
        expect(now.total).toBe(fresh + reviews);
        expect(now.done).toBeGreaterThanOrEqual(done);
        done = now.done;
      }
      expect(done).toBe(fresh + reviews);
    }),
  );
});

test('a limit that comes before the end of the cards is the end', () => {
  let session = begin(5, 0, { limit: 3 });
  expect(progressOf(session)).toEqual({ done: 0, total: 3 });
  session = rate(session, 1);
  expect(progressOf(session)).toEqual({ done: 1, total: 3 });
  expect(progressOf(begin(2, 0, { limit: 3 }))).toEqual({ done: 0, total: 2 });
});

test('what a session goes on with counts on', () => {
  const first = rate(begin(1, 0), 3);
  const { pools, counts, lastModule } = begin(0, 2);
  const session = startSession({ pools, counts, lastModule }, OPTIONS, 3, first.reviews);
  expect(progressOf(session)).toEqual({ done: 1, total: 3 });
});

test('a plan has no end that could be counted', () => {
  const session = begin(1, 0);
  const planned = [{ id: cardId('p'), module: 1, isNew: true }];
  const pools = { ...session.pools, planned };
  expect(progressOf({ ...session, pools })).toEqual({ done: 0, total: null });
});

test('an end that moves while the session goes on is said, another is not', () => {
  const session = begin(2, 1);
  expect(endMoved(session, rate(session, 1))).toBeNull();
  const more = { ...session, pools: begin(5, 1).pools };
  expect(endMoved(session, more)).toBe('3 more cards in this session: 6 in all.');
  expect(endMoved(more, session)).toBe('3 fewer cards in this session: 3 in all.');
  expect(endMoved(session, { ...more, phase: 'finished' })).toBeNull();
});
