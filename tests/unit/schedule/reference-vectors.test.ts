import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS, type Zone } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { DEFAULT_WEIGHTS } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { retrievability } from '../../../src/schedule/retrievability.js';
import { dayStartOf, studyDayOf } from '../../../src/schedule/study-day.js';
import { CARD, configWith, FIRST_DAY, ianaZone, UTC } from './samples.js';

type Row = [day: number, rating: Rating, stability: number, difficulty: number, interval: number];

interface MemoryVector {
  ratings: Rating[];
  daysBefore: number[];
  stability: number;
  difficulty: number;
}

interface Published {
  intervals: { start: string; ratings: Rating[]; intervals: number[] };
  memory: MemoryVector;
  ownWeights: MemoryVector & { weights: number[] };
  firstRatings: {
    rating: Rating;
    stability: number;
    difficulty: number;
    interval: number;
    state: string;
  }[];
  forgettingCurve: { stability: number; decay: number; days: number[]; retrievability: number[] };
  withoutSteps: Record<string, Row[]>;
}

const published = JSON.parse(
  readFileSync(new URL('../../fixtures/fsrs/published.json', import.meta.url), 'utf8'),
) as Published;

const HOUR = 4;
const config = configWith();

function review(memory: Memory, at: number, rating: Rating, zone: Zone): Memory {
  const day = studyDayOf(at, zone, HOUR);
  return applyReview(memory, { card: CARD, at, day, rating }, config);
}

/** Reviews at the moment a card falls due, in review at some hour of the due day. */
function intervalsAtDue(zone: Zone, hourOfDay: (review: number) => number): number[] {
  let memory = NEW_MEMORY;
  let at = Date.parse(published.intervals.start);
  return published.intervals.ratings.map((rating, index) => {
    memory = review(memory, at, rating, zone);
    at =
      memory.dueAt ??
      dayStartOf(memory.dueDay!, zone, HOUR) + Math.floor(hourOfDay(index) * 3_600_000);
    return memory.intervalDays;
  });
}

describe('published FSRS-6 vectors, through study days', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'America/St_Johns',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'Australia/Lord_Howe',
  ])('give the published intervals in %s, at whatever hour', (name) => {
    const zone = ianaZone(name);
    const { intervals } = published.intervals;
    expect(intervalsAtDue(zone, () => 0)).toEqual(intervals);
    expect(intervalsAtDue(zone, () => 22.9)).toEqual(intervals);
    expect(intervalsAtDue(zone, (n) => (n % 2 === 0 ? 22.9 : 0))).toEqual(intervals);
  });

  it.each([
    ['the default weights', published.memory, config],
    ['own weights', published.ownWeights, configWith({ weights: published.ownWeights.weights })],
  ])('give the published memory state under %s', (_name, vector, under) => {
    let memory = NEW_MEMORY;
    let day = FIRST_DAY;
    vector.ratings.forEach((rating, index) => {
      day = studyDay(day + vector.daysBefore[index]!);
      memory = applyReview(memory, { card: CARD, at: day * DAY_MS, day, rating }, under);
    });
    expect(memory.stability).toBeCloseTo(vector.stability, 4);
    expect(memory.difficulty).toBeCloseTo(vector.difficulty, 4);
  });

  it.each(published.firstRatings)('give the published state after a first $rating', (row) => {
    const memory = review(NEW_MEMORY, FIRST_DAY * DAY_MS, row.rating, UTC);
    expect(memory).toMatchObject({
      stability: row.stability,
      difficulty: row.difficulty,
      intervalDays: row.interval,
      state: row.state,
    });
  });

  it.each(Object.entries(published.withoutSteps))('without steps: %s', (_name, rows) => {
    const stepless = configWith({ learningSteps: [], relearningSteps: [] });
    let memory = NEW_MEMORY;
    for (const [offset, rating, stability, difficulty, interval] of rows) {
      const day = studyDay(FIRST_DAY + offset);
      const graded = (as: Rating) =>
        applyReview(memory, { card: CARD, at: day * DAY_MS, day, rating: as }, stepless);
      // py-fsrs leaves Hard and Good alike where both round to the same day;
      // ts-fsrs puts Good a day later.
      const afterHard = memory.state === 'review' && rating === 3 ? graded(2).intervalDays + 1 : 0;
      memory = graded(rating);
      expect(memory.stability! / stability).toBeCloseTo(1, 6);
      expect(memory.difficulty!).toBeCloseTo(difficulty, 6);
      expect(memory.intervalDays).toBe(Math.max(interval, afterHard));
      expect(memory).toMatchObject({ state: 'review', dueAt: null });
      expect(memory.dueDay).toBe(day + memory.intervalDays);
    }
  });

  it('give the published forgetting curve', () => {
    const { stability, decay, days, retrievability: wanted } = published.forgettingCurve;
    const weights = [...DEFAULT_WEIGHTS.slice(0, 20), decay];
    const got = days.map((d) =>
      retrievability({ stability, lastAt: 0 }, { now: d * DAY_MS }, weights),
    );
    got.forEach((value, index) => {
      expect(value).toBeCloseTo(wanted[index]!, 6);
    });
  });
});
