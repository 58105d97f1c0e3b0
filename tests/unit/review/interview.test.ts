import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import type { Rating } from '../../../src/model/rating.js';
import {
  answeringMs,
  followUpMs,
  type Interview,
  type InterviewAction,
  plannedInAllMs,
  questionAt,
  reduceInterview,
  reviewMs,
  spentInAllMs,
  startInterview,
} from '../../../src/review/interview.js';

const T = 1_000_000;
const QUESTIONS = [1, 2, 3].map((stars) => ({
  id: cardId(`card${stars}`),
  stars: stars as 1 | 2 | 3,
  plannedMs: stars * 60_000,
}));

function play(...actions: InterviewAction[]): Interview {
  return actions.reduce(reduceInterview, startInterview(QUESTIONS, T));
}

const reveal = (now: number, typed: string | null = null) =>
  ({ type: 'reveal', typed, now: T + now }) as const;
const rate = (now: number, rating: Rating = 3) =>
  ({ type: 'rate', rating, recorded: true, points: null, now: T + now }) as const;
const plain = (type: 'skip' | 'undo' | 'quit', now: number) => ({ type, now: T + now }) as const;

describe('the clock of an interview', () => {
  test('runs while a question waits for its answer, beyond its end too', () => {
    const interview = play();
    expect(answeringMs(interview, T + 4_000)).toBe(4_000);
    expect(answeringMs(interview, T + 400_000)).toBe(400_000);
    expect(plannedInAllMs(interview)).toBe(360_000);
  });

  test('stands while the answer is read, and goes on with the next question', () => {
    const read = play(reveal(5_000));
    expect(answeringMs(read, T + 60_000)).toBe(5_000);
    expect(reviewMs(read, T + 60_000)).toBe(60_000);
    const next = play(reveal(5_000), rate(60_000));
    expect(answeringMs(next, T + 62_000)).toBe(2_000);
    expect(spentInAllMs(next, T + 62_000)).toBe(7_000);
  });

  test('goes on where it stood when a question is at hand again', () => {
    const again = play(reveal(5_000), rate(6_000), plain('undo', 9_000));
    expect(answeringMs(again, T + 20_000)).toBe(5_000);
    const second = [reveal(5_000), rate(6_000), plain('undo', 9_000), rate(10_000)];
    expect(answeringMs(play(...second), T + 11_000)).toBe(4_000);
  });

  test('never runs backwards when the machine\u2019s is set back', () => {
    expect(answeringMs(play(), T - 5_000)).toBe(0);
    expect(play(reveal(-5_000)).spentMs).toEqual([0, 0, 0]);
  });
});

describe('an interview', () => {
  test('asks one question after the other and ends after the last', () => {
    const end = play(reveal(1), rate(2, 1), plain('skip', 3), reveal(4, 'so'), rate(5, 4));
    expect(end.phase).toBe('finished');
    expect(end.quitIn).toBeNull();
    expect(end.verdicts).toEqual([
      { rating: 1, recorded: true, revealed: true, typed: null, points: null, followUps: 0 },
      { rating: null, recorded: false, revealed: false, typed: null, points: null, followUps: 0 },
      { rating: 4, recorded: true, revealed: true, typed: 'so', points: null, followUps: 0 },
    ]);
  });

  test('is finished at once without questions', () => {
    expect(startInterview([], T).phase).toBe('finished');
  });

  test('takes no rating on the question side, and reveals once', () => {
    expect(play(rate(5))).toEqual(play());
    const read = play(reveal(5, 'first'));
    expect(reduceInterview(read, reveal(9, 'second'))).toEqual(read);
  });

  test('asks two follow-ups at most under a clock of their own, and a rating waits for its answer', () => {
    const step = (now: number) => ({ type: 'step', followUps: 3, now }) as const;
    const asked = play(reveal(5, null), step(20));
    expect(asked).toMatchObject({ phase: 'follow-up', step: 1 });
    expect(followUpMs(asked, 50)).toBe(30);
    expect(answeringMs(asked, 50)).toBe(answeringMs(play(reveal(5, null)), 50));
    expect(reduceInterview(asked, rate(60))).toBe(asked);
    const all = play(reveal(5, null), step(20), step(50), step(60), step(90));
    expect(all).toMatchObject({ phase: 'answer', step: 4 });
    expect(reduceInterview(all, step(95))).toBe(all);
    expect(reviewMs(all, 100) - reviewMs(all, 90)).toBe(10);
    const rated = reduceInterview(all, rate(100));
    expect(rated.verdicts.at(-1)).toMatchObject({ followUps: 2 });
    expect(reduceInterview(rated, plain('undo', 110))).toMatchObject({ phase: 'answer', step: 4 });
    expect(reduceInterview(asked, step(30))).toMatchObject({ phase: 'answer', step: 2 });
  });

  test('takes a rating, a skip and the end back', () => {
    const rated = play(reveal(5, 'mine'), rate(6), plain('undo', 9));
    expect(rated).toMatchObject({ phase: 'answer', typed: 'mine', verdicts: [] });
    expect(play(plain('skip', 5), plain('undo', 9))).toMatchObject({ phase: 'question' });
    expect(play(plain('quit', 5), plain('undo', 9))).toMatchObject({
      phase: 'question',
      quitIn: null,
    });
    expect(play(reveal(1), plain('quit', 5), plain('undo', 9))).toMatchObject({ phase: 'answer' });
    expect(play(plain('undo', 9))).toEqual(play());
  });

  test('is never at a loss, whatever is done in whatever order', () => {
    const anyAction = fc.record({
      type: fc.constantFrom('reveal', 'rate', 'skip', 'undo', 'quit'),
      rating: fc.constantFrom<Rating>(1, 2, 3, 4),
      recorded: fc.boolean(),
      typed: fc.option(fc.string()),
      now: fc.integer({ min: T, max: T + 600_000 }),
    }) as fc.Arbitrary<InterviewAction>;
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        let at = T;
        let interview = startInterview(QUESTIONS, T);
        for (const action of actions) {
          at = Math.max(at, action.now);
          const before = spentInAllMs(interview, at);
          interview = reduceInterview(interview, { ...action, now: at });
          // No action makes or loses time by itself.
          expect(spentInAllMs(interview, at)).toBe(before);
          expect(questionAt(interview)).toBeLessThanOrEqual(QUESTIONS.length);
          const isOver = questionAt(interview) === QUESTIONS.length || interview.quitIn !== null;
          expect(interview.phase === 'finished').toBe(isOver);
        }
        expect(spentInAllMs(interview, at)).toBeLessThanOrEqual(at - T);
      }),
    );
  });
});
