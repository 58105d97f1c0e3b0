import { cardId, studyDay } from '../../../../src/model/ids.js';
import { formatStudyDay } from '../../../../src/schedule/study-day.js';
import type { HardCard } from '../../../../src/stats/card-figures.js';
import {
  DAY_SCALE,
  DIFFICULTY_SCALE,
  makeHistogram,
  PROBABILITY_SCALE,
  SECOND_SCALE,
} from '../../../../src/stats/histogram.js';
import { RATING_GROUPS, RETENTION_WINDOWS } from '../../../../src/stats/review-figures.js';
import type { Statistics } from '../../../../src/stats/statistics.js';

const TODAY = 20_000;
const date = (day: number) => formatStudyDay(studyDay(day));
const cell = (passed: number, failed: number) => ({
  passed,
  failed,
  retention: passed + failed === 0 ? null : passed / (passed + failed),
});
const group = (name: string) => ({
  name,
  cards: 120,
  seen: 80,
  readiness: 0.61,
  above90: 40,
  share: 1 / 3,
});

/** Text of a hostile deck: wide characters, a link, an escape sequence, no blank anywhere. */
const HOSTILE = `\u001b[31m漢字\u202e${'キャッシュ'.repeat(30)}`;

const HARD: HardCard = {
  id: cardId('abcdefghijkl'),
  question: HOSTILE,
  module: HOSTILE,
  part: 'Inference',
  companies: ['Google'],
  stars: 3,
  reps: 12,
  lapses: 9,
  difficulty: 9.1,
  stability: 2.4,
  retrievability: 0.7,
  leech: true,
  suspended: true,
};

/** Statistics of about a year of work, `scale` times as much as one person does. */
export function sampleStatistics(scale = 1): Statistics {
  const days = Array.from({ length: 365 }, (_, n) => {
    const reviews = n % 5 === 0 ? 0 : ((n * 7) % 40) * scale;
    return {
      date: date(TODAY - 364 + n),
      reviews,
      passed: Math.floor(reviews * 0.9),
      timeMs: reviews * 9_000,
    };
  });
  const reviews = days.reduce((sum, day) => sum + day.reviews, 0);
  const histogram = (scaleOf: typeof DAY_SCALE) =>
    makeHistogram(
      scaleOf,
      scaleOf.edges.map((_, bin) => bin * 31 * scale),
      12.3,
      7,
    );
  return {
    version: 1,
    generatedAt: '2024-10-04T12:00:00.000Z',
    today: date(TODAY),
    dayStartHour: 4,
    query: 'company:google',
    period: { since: date(TODAY - 600), until: null },
    cards: {
      total: 500 * scale,
      new: 100 * scale,
      learning: 5,
      review: 390 * scale,
      relearning: 5,
      young: 190 * scale,
      mature: 200 * scale,
      suspended: 3,
      buried: 2,
      leeches: 1,
      flagged: 4,
    },
    day: {
      reviews: 42 * scale,
      cards: 40,
      introduced: 5,
      timeMs: 400_000,
      passed: 38,
      accuracy: 0.9,
      left: { new: 3, learning: 2, review: 11, total: 16 },
    },
    streak: { current: 12, longest: 90, longestEnd: date(TODAY - 100) },
    calendar: {
      from: date(TODAY - 364),
      to: date(TODAY),
      days,
      reviews,
      timeMs: reviews * 9_000,
      activeDays: 292,
    },
    forecast: {
      days: Array.from({ length: 30 }, (_, n) => ({
        date: date(TODAY + n),
        due: ((n * 13) % 29) * scale,
      })),
      total: 420 * scale,
    },
    retention: {
      desired: 0.9,
      rows: RETENTION_WINDOWS.map((window, at) => ({
        window,
        young: cell(90 * at * scale, 10 * at),
        mature: cell(40 * at, 2 * at * scale),
        all: cell(130 * at, 12 * at),
      })),
    },
    knowledge: { known: 350.25, seen: 400, cards: 500, meanSeen: 0.88, meanAll: 0.7 },
    ratings: {
      groups: RATING_GROUPS.map((group, at) => ({
        group,
        again: at * 10 * scale,
        hard: 5,
        good: 100 * scale,
        easy: 7,
        total: 112 * scale,
        accuracy: 0.9,
      })),
      total: 560,
      passed: 500,
    },
    time: {
      reviews,
      totalMs: reviews * 9_000,
      meanMs: 9_000,
      medianMs: 7_400,
      histogram: histogram(SECOND_SCALE),
    },
    hours: Array.from({ length: 24 }, (_, hour) => ({
      hour,
      reviews: ((hour * 5) % 24) * scale,
      passed: hour,
      accuracy: 0.5 + hour / 48,
    })),
    distributions: {
      interval: histogram(DAY_SCALE),
      stability: histogram(DAY_SCALE),
      difficulty: histogram(DIFFICULTY_SCALE),
      retrievability: histogram(PROBABILITY_SCALE),
    },
    readiness: {
      all: group(''),
      companies: [group('Google'), group(HOSTILE)],
      parts: [group('Inference'), group('')],
      modules: [
        { ...group(HOSTILE), number: 22, part: 'Inference', collection: 'viva' },
        { ...group('Notes'), number: null, part: '', collection: 'viva' },
      ],
      stars: [group('1'), group('2'), group('3')],
    },
    hardest: [HARD, { ...HARD, leech: false, suspended: false, lapses: 1 }],
    leeches: [HARD],
    points: {
      ...{ reviews: 4, missed: 5, of: 12, wrong: 1 },
      modules: [{ name: '22 KV Cache', missed: 5, of: 12, share: 5 / 12 }],
      companies: [{ name: 'Google', missed: 5, of: 12, share: 5 / 12 }],
    },
  };
}
