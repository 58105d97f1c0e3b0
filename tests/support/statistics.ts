import { cardId } from '../../src/model/ids.js';
import type {
  Bin,
  HardCard,
  Histogram,
  HistogramUnit,
  ReadinessGroup,
} from '../../src/stats/card-figures.js';
import { RATING_GROUPS, RETENTION_WINDOWS } from '../../src/stats/review-figures.js';
import type { Statistics } from '../../src/stats/statistics.js';
import { STATISTICS_VERSION } from '../../src/stats/statistics.js';

/** Text that would run, load or leave its place if it were not escaped. */
export const HOSTILE =
  '<img src="http://example.invalid/x.png" onerror="document.title=\'owned\'"><script>document.title="owned"</script>"\'&</td></table>\u001b]0;owned\u0007';

const DAY_MS = 86_400_000;

function date(offset: number): string {
  return new Date(Date.UTC(2026, 10, 24) + offset * DAY_MS).toISOString().slice(0, 10);
}

function histogram(unit: HistogramUnit, edges: readonly number[]): Histogram {
  const bins: Bin[] = edges.map((from, at) => ({
    from,
    to: edges[at + 1] ?? null,
    count: ((at * 7) % 11) * 3,
  }));
  const count = bins.reduce((sum, bin) => sum + bin.count, 0);
  return { unit, count, mean: 0.6, median: 0.7, bins };
}

function group(name: string, cards: number, readiness: number): ReadinessGroup {
  const above90 = Math.round((cards * readiness) / 2);
  return { name, cards, seen: cards - 3, readiness, above90, share: above90 / cards };
}

function hardCard(question: string): HardCard {
  return {
    id: cardId('c'.repeat(26)),
    question,
    module: question === HOSTILE ? HOSTILE : 'KV Cache & Memory',
    part: 'Inference',
    companies: ['Google'],
    stars: 3,
    reps: 30,
    lapses: 9,
    difficulty: 8.4,
    stability: 3.2,
    retrievability: 0.71,
    leech: true,
    suspended: false,
  };
}

/** Statistics of a busy person with one hostile deck; every field is filled. */
export function sampleStatistics(): Statistics {
  const calendar = Array.from({ length: 365 }, (_, at) => {
    const reviews = at % 6 === 0 ? 0 : (at * 13) % 37;
    return {
      date: date(at - 364),
      reviews,
      passed: Math.floor(reviews * 0.9),
      timeMs: reviews * 9000,
    };
  });
  const sum = (of: (day: (typeof calendar)[number]) => number) =>
    calendar.reduce((total, day) => total + of(day), 0);
  const cell = (passed: number, failed: number) => ({
    passed,
    failed,
    retention: passed / (passed + failed),
  });
  return {
    version: STATISTICS_VERSION,
    generatedAt: '2026-11-24T08:00:00.000Z',
    today: date(0),
    dayStartHour: 4,
    query: '',
    period: { since: null, until: null },
    cards: {
      total: 459,
      new: 120,
      learning: 9,
      review: 320,
      relearning: 10,
      young: 200,
      mature: 120,
      suspended: 2,
      buried: 1,
      leeches: 1,
      flagged: 3,
    },
    day: {
      reviews: 42,
      cards: 38,
      introduced: 10,
      timeMs: 900_000,
      passed: 37,
      accuracy: 37 / 42,
      left: { new: 0, learning: 2, review: 12, total: 14 },
    },
    streak: { current: 12, longest: 30, longestEnd: date(-80) },
    calendar: {
      from: date(-364),
      to: date(0),
      days: calendar,
      reviews: sum((day) => day.reviews),
      timeMs: sum((day) => day.timeMs),
      activeDays: calendar.filter((day) => day.reviews > 0).length,
    },
    forecast: {
      days: Array.from({ length: 30 }, (_, at) => ({ date: date(at), due: (at * 11) % 29 })),
      total: Array.from({ length: 30 }, (_, at) => (at * 11) % 29).reduce((a, b) => a + b, 0),
    },
    retention: {
      desired: 0.9,
      rows: RETENTION_WINDOWS.map((window, at) => ({
        window,
        young: cell(20 + at, 3),
        mature: cell(30 + at, 2),
        all: cell(50 + 2 * at, 5),
      })),
    },
    knowledge: { known: 281.4, seen: 339, cards: 459, meanSeen: 0.83, meanAll: 0.613 },
    ratings: {
      groups: RATING_GROUPS.map((name, at) => ({
        group: name,
        again: 10 + at,
        hard: 5,
        good: 60 - at,
        easy: 12,
        total: 87,
        accuracy: (77 - at) / 87,
      })),
      total: 435,
      passed: 375,
    },
    time: {
      reviews: 435,
      totalMs: 4_000_000,
      meanMs: 9195,
      medianMs: 7000,
      histogram: histogram('seconds', [0, 5, 10, 20, 30, 60, 120]),
    },
    hours: Array.from({ length: 24 }, (_, hour) => {
      const reviews = hour > 6 && hour < 22 ? (hour * 17) % 40 : 0;
      const passed = Math.floor(reviews * 0.88);
      return { hour, reviews, passed, accuracy: reviews === 0 ? null : passed / reviews };
    }),
    distributions: {
      interval: histogram('days', [0, 1, 3, 7, 14, 30, 60, 120]),
      stability: histogram('days', [0, 1, 3, 7, 14, 30, 60, 120]),
      difficulty: histogram('difficulty', [1, 2, 3, 4, 5, 6, 7, 8, 9]),
      retrievability: histogram('probability', [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9]),
    },
    readiness: {
      all: group('', 459, 0.613),
      companies: [
        group('Google', 259, 0.66),
        group('Anthropic', 237, 0.52),
        group(HOSTILE, 7, 0.1),
      ],
      parts: [group('The Transformer', 60, 0.9), group('Inference', 40, 0.4), group('', 5, 0.3)],
      modules: [
        {
          ...group('KV Cache & Memory', 6, 0.7),
          number: 22,
          part: 'Inference',
          collection: 'viva',
        },
        { ...group(HOSTILE, 6, 0.7), number: null, part: HOSTILE, collection: HOSTILE },
        { ...group('Twice', 6, 0.2), number: null, part: '', collection: 'a' },
        { ...group('Twice', 6, 0.3), number: null, part: '', collection: 'b' },
      ],
      stars: [group('1', 21, 0.9), group('2', 231, 0.7), group('3', 207, 0.5)],
    },
    hardest: [hardCard('Why is decoding bound by memory?'), hardCard(HOSTILE)],
    leeches: [hardCard(HOSTILE)],
    points: {
      ...{ reviews: 4, missed: 5, of: 12, wrong: 1 },
      modules: [{ name: HOSTILE, missed: 5, of: 12, share: 5 / 12 }],
      companies: [{ name: HOSTILE, missed: 5, of: 12, share: 5 / 12 }],
    },
  };
}
