import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import {
  backlogText,
  findBacklog,
  backlogReport as reportOf,
  reviewsAhead,
} from '../../../src/app/review/backlog.js';
import { dayLimits as limitsUnder } from '../../../src/app/review/day-limits.js';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { cardId } from '../../../src/model/ids.js';
import type { Moment } from '../../../src/model/moment.js';
import type { DayCounts } from '../../../src/model/queue.js';
import { type Settings, settingsSchema } from '../../../src/model/settings.js';
import { recallGain } from '../../../src/schedule/recall-gain.js';
import { CONFIG, importDeck, noon, openTestStore, temporaryPath } from '../store/support.js';

const ALL = { kind: 'all' } as const;
const SETTINGS = settingsSchema.parse({});
const START = 20_000;
const BACK = START + 90;

/** So many cards learned over 20 days and then left for 70. */
function afterAnAbsence(cards: number) {
  const store = openTestStore(temporaryPath());
  importDeck(store, [cards + 5]);
  for (let n = 0; n < cards; n++) {
    const moment = noon(START + (n % 20), n);
    const rating = n % 3 === 0 ? 3 : 4;
    const draft = { kind: 'review', card: cardId(`m1c${n}`), rating, durationMs: 1 } as const;
    store.append({ ...draft, reviewKind: 'learn' }, moment, CONFIG);
    if (rating === 3) store.append({ ...draft, reviewKind: 'learn' }, moment, CONFIG);
  }
  return store;
}

/** The backlog of a moment with its end; null where there is none. */
const backlogReport = (moment: Moment, settings: Settings, config: typeof CONFIG, store: Store) => {
  const backlog = findBacklog(moment, settings, store);
  return backlog && reportOf(backlog, moment, settings, config, store);
};

const dayLimits = (settings: Settings, counts: DayCounts, moment: Moment, store: Store) =>
  limitsUnder(settings, counts, findBacklog(moment, settings, store));

describe('a backlog', () => {
  test('is worked off in portions, with an end that comes true', () => {
    const store = afterAnAbsence(150);
    const first = backlogReport(noon(BACK), SETTINGS, CONFIG, store);
    expect(first).toMatchObject({ overdue: 150, newPaused: true });
    expect(first?.clears).toMatch(/^\d{4}-\d\d-\d\d$/);
    let day = BACK;
    for (; day < BACK + 60; day++) {
      const desk = new ReviewDesk(
        { query: ALL, order: 'due', limit: null, fresh: null, minutes: null, cram: false },
        { store, moment: () => noon(day), settings: SETTINGS, config: CONFIG },
      );
      let given = 0;
      while (desk.view().session.phase !== 'finished') {
        desk.reveal();
        desk.rate(given++ % 9 === 0 ? 1 : 3);
      }
      const done = store.dayCounts(noon(day).today);
      if (backlogReport(noon(day + 1), SETTINGS, CONFIG, store) === null) break;
      expect(done.reviews).toBeLessThanOrEqual(first!.perDay);
      expect(done.fresh).toBe(0);
    }
    const said = Date.parse(first!.clears!) / 86_400_000;
    expect(Math.abs(day - said)).toBeLessThanOrEqual(3);
  });

  test('pauses new cards unless the settings want them, and ends by itself', () => {
    const store = afterAnAbsence(150);
    const moment = noon(BACK);
    const counts = store.dayCounts(moment.today);
    expect(dayLimits(SETTINGS, counts, moment, store)).toMatchObject({ fresh: 0 });
    const eager = settingsSchema.parse({ backlogNew: true });
    expect(dayLimits(eager, counts, moment, store)).toMatchObject({ fresh: 10 });
    const few = afterAnAbsence(15);
    expect(dayLimits(SETTINGS, few.dayCounts(moment.today), moment, few)).toEqual({
      fresh: 10,
      reviews: 200,
      backlog: null,
    });
  });

  test('begins with the cards that gain most', () => {
    const store = afterAnAbsence(60);
    const moment = noon(BACK);
    const { reviews } = store.pools({
      query: ALL,
      moment,
      order: 'gain',
      reviewLimit: 40,
      freshLimit: 0,
    });
    const gains = reviews.map(({ id }) => {
      const { memory } = store.get(id, moment)!;
      const { stability, difficulty, lastDay } = memory;
      const elapsedDays = moment.today - lastDay!;
      return recallGain(
        { stability: stability!, difficulty: difficulty!, elapsedDays },
        CONFIG.weights,
      );
    });
    expect(gains).toHaveLength(40);
    expect(gains).toEqual([...gains].sort((a, b) => b - a));
  });
});

describe('the reviews ahead', () => {
  const ahead = (cards: number, settings: Partial<Settings>, days = 5) => {
    const store = afterAnAbsence(cards);
    const config = CONFIG;
    const all = { ...SETTINGS, ...settings };
    return reviewsAhead(ALL, days, { moment: noon(BACK), settings: all, config, store });
  };

  test('are the portions of a backlog', () => {
    const [today, tomorrow] = ahead(60, { backlogPerDay: 25 });
    expect([today, tomorrow]).toEqual([25, 25]);
  });

  test('without one keep to the day’s limit, and go on with the rest on the next days', () => {
    expect(ahead(15, {})).toEqual([15, 0, 0, 0, 0]);
    expect(ahead(15, { reviewsPerDay: 6 })).toEqual([6, 6, 3, 0, 0]);
    expect(ahead(15, { reviewsPerDay: 0 }, 2)).toEqual([0, 0]);
  });
});

test('backlogText says how many, how fast and until when', () => {
  const backlog = { overdue: 312, perDay: 40, clears: '2026-12-03', newPaused: true };
  expect(backlogText(backlog)).toBe(
    '312 overdue: 40 a day will clear them by 3 December 2026. New cards wait until then.',
  );
  expect(backlogText({ ...backlog, clears: null, newPaused: false })).toBe(
    '312 overdue: 40 a day will not clear them within a year; raise backlogPerDay.',
  );
});
