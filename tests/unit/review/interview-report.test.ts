import { describe, expect, test } from 'vitest';
import type { Card, Stars } from '../../../src/model/card.js';
import { cardId } from '../../../src/model/ids.js';
import type { Rating } from '../../../src/model/rating.js';
import { plannedMs } from '../../../src/review/draw-interview.js';
import { type Interview, reduceInterview, startInterview } from '../../../src/review/interview.js';
import { interviewReport } from '../../../src/review/interview-report.js';
import { sampleCard } from '../query/samples.js';

interface Played {
  readonly part: string;
  readonly number: number;
  readonly stars: Stars;
  readonly companies: readonly string[];
  /** Null for a skip. */
  readonly rating: Rating | null;
  readonly seconds: number;
}

function card({ part, number, stars, companies }: Played, at: number): Card {
  const module = { collection: 'c', part, number, title: `Module ${number}`, emoji: '' };
  return sampleCard({ id: cardId(`card${at}`), stars, companies, module });
}

/** Plays the whole of an interview, and quits in the question after it where there is one. */
function play(played: readonly Played[], more: readonly Played[] = []) {
  const cards = [...played, ...more].map(card);
  const questions = cards.map(({ id, stars }) => ({ id, stars, plannedMs: plannedMs(stars) }));
  let now = 0;
  let interview: Interview = startInterview(questions, now);
  for (const { rating, seconds } of played) {
    now += seconds * 1000;
    if (rating === null) interview = reduceInterview(interview, { type: 'skip', now });
    else {
      interview = reduceInterview(interview, { type: 'reveal', typed: null, now });
      interview = reduceInterview(interview, {
        type: 'rate',
        rating,
        recorded: true,
        points: null,
        now,
      });
    }
  }
  if (more.length > 0) interview = reduceInterview(interview, { type: 'quit', now: now + 2_000 });
  return interviewReport(interview, cards);
}

const BASE: Played = {
  part: 'P',
  number: 1,
  stars: 2,
  companies: ['Google'],
  rating: 3,
  seconds: 60,
};

describe('the report of an interview', () => {
  test('counts questions, ratings and time', () => {
    const report = play(
      [
        { ...BASE, stars: 1, rating: 4, seconds: 200 },
        { ...BASE, rating: 1, seconds: 100 },
        { ...BASE, rating: null, seconds: 10 },
      ],
      [BASE, { ...BASE, stars: 3 }],
    );
    expect(report).toMatchObject({ notReached: 1, rated: 2, good: 1, overTime: 1, recorded: 2 });
    expect(report.questions.map(({ outcome }) => outcome)).toEqual([
      'rated',
      'rated',
      'skipped',
      'open',
    ]);
    expect(report.questions.map(({ spentMs }) => spentMs)).toEqual([
      200_000, 100_000, 10_000, 2_000,
    ]);
    expect(report.spentMs).toBe(312_000);
    expect(report.plannedAskedMs).toBe((3 + 5 + 5 + 5) * 60_000);
    expect(report.plannedMs).toBe((3 + 5 + 5 + 5 + 8) * 60_000);
  });

  test('finds where half of the ratings or more, and two at least, were Again or Hard', () => {
    const report = play([
      { ...BASE, part: 'Good', number: 1, rating: 3, companies: ['Google'] },
      { ...BASE, part: 'Good', number: 2, rating: 4, companies: ['Google', 'Meta'] },
      { ...BASE, part: 'Good', number: 2, rating: 2, companies: ['Google'] },
      { ...BASE, part: 'Bad', number: 3, rating: 1, companies: ['Google', 'Meta'] },
    ]);
    expect(report.weakAreas).toEqual([
      { kind: 'company', name: 'Google', weak: 2, rated: 4 },
      { kind: 'stars', name: '2', weak: 2, rated: 4 },
    ]);
    expect(report.weakCards.map(({ module }) => module.number)).toEqual([3, 2]);
  });

  test('finds nothing weak where all went well, and counts no skip as weak', () => {
    const report = play([BASE, { ...BASE, rating: null }]);
    expect(report.weakAreas).toEqual([]);
    expect(report.weakCards).toEqual([]);
  });
});
