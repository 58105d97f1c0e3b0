import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import { RATINGS, type Rating } from '../../../src/model/rating.js';
import type { SchedulerConfig } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { breakCalendar } from '../../../src/schedule/breaks.js';
import {
  canChoose,
  chooseIntervals,
  type DaysAhead,
  NO_CHOICE,
} from '../../../src/schedule/choose-intervals.js';
import { weekShares } from '../../../src/schedule/easy-days.js';
import { fuzzRange } from '../../../src/schedule/grade.js';
import { preview } from '../../../src/schedule/preview.js';
import { momentAt } from '../../../src/schedule/study-day.js';
import { anyRating, configWith, FIRST_DAY, UTC } from './samples.js';

const anySteps = fc.array(
  fc.constantFrom('1m', '10m', '6h', '20h', '23h', '36h', '1d', '2d', '3d', '9d', '40d', '400d'),
  { maxLength: 4 },
);

const anyConfig = fc
  .record({
    retention: fc.integer({ min: 70, max: 99 }).map((percent) => percent / 100),
    learningSteps: anySteps,
    relearningSteps: anySteps,
    fuzz: fc.boolean(),
    maximumInterval: fc.constantFrom(1, 2, 3, 7, 30, 365, 36_500),
  })
  .map(configWith);

/** What is ahead, where the days to the next review are chosen; null where they are not. */
const anyAhead = fc.option(
  fc
    .record({
      week: fc.array(fc.nat(200), { minLength: 7, maxLength: 7 }),
      easyDays: fc.constantFrom<string[]>([], ['sat', 'sun=0'], ['mon=0', 'tue=0', 'fri=0.2']),
      off: fc.array(fc.record({ start: fc.nat(400), days: fc.integer({ min: 1, max: 40 }) }), {
        maxLength: 3,
      }),
    })
    .map(({ week, easyDays, off }) => ({ week, easyDays, off })),
  { nil: null },
);

interface Ahead {
  readonly week: readonly number[];
  readonly easyDays: readonly string[];
  readonly off: readonly { start: number; days: number }[];
}

function daysAhead({ week, easyDays, off }: Ahead, today: number): DaysAhead {
  const breaks = off.map(({ start, days }) => ({
    from: studyDay(today + start),
    to: studyDay(today + start + days - 1),
    since: studyDay(today),
  }));
  return {
    shares: weekShares(easyDays),
    ...(breaks.length > 0 && { breaks: breakCalendar(breaks) }),
    dueCounts: (first, last) =>
      Array.from({ length: last - first + 1 }, (_, n) => week[(first + n) % 7] ?? 0),
  };
}

const anyReview = fc.record({
  rating: fc.oneof({ weight: 1, arbitrary: anyRating }, { weight: 2, arbitrary: fc.constant(3) }),
  /** Days waited as a share of the interval, or days where there is none. */
  wait: fc.constantFrom(0, 0.3, 1, 1, 1, 1.4, 5),
});

interface Look {
  readonly card: ReturnType<typeof cardId>;
  readonly memory: Memory;
  readonly day: ReturnType<typeof studyDay>;
  readonly config: SchedulerConfig;
  readonly chosen: ReturnType<typeof chooseIntervals>;
  readonly outcomes: ReturnType<typeof preview>;
}

/** Reviews a card as viva does and shows it before each review. */
function follow(
  config: SchedulerConfig,
  name: string,
  reviews: readonly { rating: number; wait: number }[],
  ahead: Ahead | null,
  look: (look: Look) => void,
): void {
  const card = cardId(name);
  let memory = NEW_MEMORY;
  let day = FIRST_DAY;
  for (const { rating, wait } of reviews) {
    day = studyDay(day + Math.round(wait * (memory.intervalDays || 1)));
    const moment = momentAt(day * DAY_MS + 1000, UTC, 0);
    const chosen =
      ahead === null
        ? NO_CHOICE
        : chooseIntervals({ card, memory, day, config }, daysAhead(ahead, day));
    const outcomes = preview(card, memory, moment, config, chosen);
    look({ card, memory, day, config, chosen, outcomes });
    memory = outcomes[rating as Rating].memory;
  }
}

function always(look: (look: Look) => void): void {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '1', '2'), minLength: 3 });
  fc.assert(
    fc.property(
      anyConfig,
      name,
      fc.array(anyReview, { minLength: 1, maxLength: 10 }),
      anyAhead,
      (config, card, reviews, ahead) => follow(config, card, reviews, ahead, look),
    ),
    { numRuns: 600 },
  );
}

describe('under any steps, retention, fuzz, load, easy days and breaks', () => {
  it('Hard never comes later than Good, nor Good later than Easy', () => {
    always(({ outcomes }) => {
      const delays = [2, 3, 4].map((rating) => outcomes[rating as Rating].delayMs);
      expect(delays).toEqual([...delays].sort((a, b) => a - b));
    });
  });

  it('no interval is longer than the longest', () => {
    always(({ outcomes, config }) => {
      for (const rating of RATINGS) {
        expect(outcomes[rating].intervalDays).toBeLessThanOrEqual(config.maximumInterval);
      }
    });
  });

  it('Good and Easy keep the interval before where the range of fuzz reaches up to it', () => {
    always(({ card, memory, day, config, outcomes }) => {
      for (const rating of [3, 4] as const) {
        const range = fuzzRange(config, card, memory, day, rating);
        if (range === null || range.to < memory.intervalDays) continue;
        expect(outcomes[rating].intervalDays).toBeGreaterThanOrEqual(memory.intervalDays);
      }
    });
  });

  it('what is chosen can be chosen, and a step never is', () => {
    always(({ card, memory, day, config, chosen, outcomes }) => {
      for (const rating of RATINGS) {
        const days = chosen[rating];
        if (days === null) continue;
        expect(canChoose({ card, memory, day, config }, rating, days, true)).toBe(true);
        expect(outcomes[rating].memory.state).toBe('review');
      }
    });
  });

  it('a card on its steps never lapses', () => {
    always(({ memory, outcomes }) => {
      for (const rating of RATINGS) {
        const { memory: after } = outcomes[rating];
        const lapses = memory.state === 'review' && rating === 1 ? 1 : 0;
        expect(after.lapses).toBe(memory.lapses + lapses);
      }
    });
  });
});

describe('canChoose', () => {
  it('refuses what lies beyond the range and as much again', () => {
    const config = configWith({ fuzz: true });
    const card = cardId('aaa1');
    let memory = NEW_MEMORY;
    for (const day of [0, 8, 60]) {
      const on = studyDay(FIRST_DAY + day);
      memory = applyReview(memory, { card, at: on * DAY_MS, day: on, rating: 4 }, config);
    }
    const day = studyDay(FIRST_DAY + 400);
    const rated = { card, memory, day, config };
    const range = fuzzRange(config, card, memory, day, (1 + 1) as Rating)!;
    const width = range.to - range.from + 1;
    expect(canChoose(rated, 2, range.from, false)).toBe(true);
    expect(canChoose(rated, 2, range.to, false)).toBe(true);
    expect(canChoose(rated, 2, range.to + 1, false)).toBe(false);
    expect(canChoose(rated, 2, range.from - 1, false)).toBe(false);
    expect(canChoose(rated, 2, range.to + width, true)).toBe(true);
    expect(canChoose(rated, 2, range.to + width + 1, true)).toBe(false);
    expect(canChoose(rated, 2, range.from - width - 1, true)).toBe(false);
  });
});

describe('steps of days', () => {
  const config = configWith({ learningSteps: ['1m', '10m', '1d'], relearningSteps: ['2d'] });
  const card = cardId('bbb1');
  const rate = (memory: Memory, day: number, rating: Rating) =>
    applyReview(
      memory,
      { card, at: (FIRST_DAY + day) * DAY_MS, day: studyDay(FIRST_DAY + day), rating },
      config,
    );

  it('keep a card in learning, due on a day', () => {
    const onDay = rate(rate(NEW_MEMORY, 0, 3), 0, 3);
    expect(onDay).toMatchObject({ state: 'learning', step: 2, intervalDays: 1, dueAt: null });
    expect(onDay.dueDay).toBe(FIRST_DAY + 1);
    const again = rate(onDay, 1, 1);
    expect(again).toMatchObject({ state: 'learning', step: 0, lapses: 0, expectedLapses: 0 });
    expect(rate(onDay, 1, 3)).toMatchObject({ state: 'review', step: 0, lapses: 0 });
  });

  it('of relearning count one lapse, however often the card is forgotten on them', () => {
    const learned = rate(NEW_MEMORY, 0, 4);
    const lapsed = rate(learned, 8, 1);
    expect(lapsed).toMatchObject({ state: 'relearning', lapses: 1, intervalDays: 2 });
    expect(rate(lapsed, 10, 1)).toMatchObject({ state: 'relearning', lapses: 1 });
    expect(rate(lapsed, 10, 3)).toMatchObject({ state: 'review', lapses: 1 });
  });

  it('of three days: Good is not shorter than Hard', () => {
    const long = configWith({ learningSteps: ['3d'] });
    const outcomes = preview(card, NEW_MEMORY, momentAt(FIRST_DAY * DAY_MS, UTC, 0), long);
    expect([2, 3, 4].map((rating) => outcomes[rating as Rating].intervalDays)).toEqual([4, 5, 8]);
  });
});
