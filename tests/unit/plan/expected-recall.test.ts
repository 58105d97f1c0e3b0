import { describe, expect, test } from 'vitest';
import { DAY_MS } from '../../../src/model/moment.js';
import { chooseDay } from '../../../src/plan/choose-day.js';
import { expectedRecall } from '../../../src/plan/expected-recall.js';
import { forecast } from '../../../src/plan/forecast.js';
import { DEFAULT_LEARNER } from '../../../src/plan/learner.js';

const NOW = 1_800_000_000_000;
const CARDS = Array.from({ length: 200 }, () => ({
  stability: null,
  difficulty: null,
  lastAt: null,
}));
const horizon = (days: number, minutes: number) => ({
  now: NOW,
  dayStart: NOW - 1,
  deadlineAt: NOW + days * DAY_MS,
  secondsToday: minutes * 60,
  secondsPerDay: minutes * 60,
  target: 0.95,
});

describe('the quick expectation', () => {
  test.each([
    [10, 5],
    [10, 10],
    [20, 20],
  ])(
    'in %i days of %i minutes is near the forecast, from nothing and from the prices of the choice',
    (days, minutes) => {
      const { expected } = forecast(CARDS, DEFAULT_LEARNER, horizon(days, minutes));
      const { known } = chooseDay(CARDS, DEFAULT_LEARNER, horizon(days, minutes));
      for (const prices of [null, known]) {
        const quick = expectedRecall(CARDS, DEFAULT_LEARNER, horizon(days, minutes), prices);
        expect(Math.abs(quick - expected)).toBeLessThan(0.1);
      }
    },
  );
});
