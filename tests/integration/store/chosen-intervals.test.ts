import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { prospectOf } from '../../../src/app/review/prospect.js';
import type { BreakCalendar } from '../../../src/model/break.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import type { Rating } from '../../../src/model/rating.js';
import { type Settings, settingsSchema } from '../../../src/model/settings.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { breakCalendar } from '../../../src/schedule/breaks.js';
import { CONFIG, importDeck, NO_STEPS, noon, openTestStore, temporaryPath } from './support.js';

const SETTINGS = settingsSchema.parse({});
const DAY0 = 20_000;

/** Rates a card as the review does, and gives what was shown for the rating. */
function rate(
  store: Store,
  id: string,
  rating: Rating,
  day: number,
  { settings = SETTINGS, breaks }: { settings?: Settings; breaks?: BreakCalendar } = {},
) {
  const moment = { ...noon(day, Math.abs(id.length * 977)), ...(breaks && { breaks }) };
  const record = store.get(cardId(id), moment)!;
  const { config, outcomes } = prospectOf(record, moment, { store, settings, config: CONFIG });
  const { chosen, memory } = outcomes[rating];
  const { after } = store.append(
    {
      kind: 'review',
      card: record.card.id,
      rating,
      durationMs: 1,
      reviewKind: 'review',
      ...chosen,
    },
    moment,
    config,
  );
  return { shown: memory, after, chosen };
}

function deckInReview(size: number) {
  const store = openTestStore(temporaryPath());
  importDeck(store, [size]);
  const ids = Array.from({ length: size }, (_, n) => `m1c${n}`);
  return { store, ids };
}

describe('chosen intervals', () => {
  test('are what the answer screen shows, and a rebuild keeps them', () => {
    const { store, ids } = deckInReview(60);
    let chosen = 0;
    for (const id of ids) {
      for (const day of [DAY0, DAY0 + 9]) {
        const { shown, after, chosen: days } = rate(store, id, day === DAY0 ? 4 : 3, day);
        expect(after).toEqual(shown);
        if (days.intervalDays !== undefined) chosen += 1;
      }
    }
    expect(chosen).toBeGreaterThan(20);
    expect(store.rebuild()).toBe(0);
  });

  test('travel with an archive', () => {
    const { store, ids } = deckInReview(30);
    for (const id of ids) rate(store, id, 4, DAY0);
    const records = [...store.archive({ kind: 'all' }, noon(DAY0 + 1))];
    const other = openTestStore(temporaryPath());
    other.mergeArchive(records, false);
    const memories = (each: Store) => ids.map((id) => each.get(cardId(id), noon(DAY0 + 1))?.memory);
    expect(memories(other)).toEqual(memories(store));
    expect([...other.archive({ kind: 'all' }, noon(DAY0 + 1))]).toEqual(records);
    expect(records.some(({ type, value }) => type === 'event' && 'intervalDays' in value)).toBe(
      true,
    );
  });

  test('even out the days, where plain fuzz does not', () => {
    const spread = (settings: Settings) => {
      const { store, ids } = deckInReview(120);
      for (const id of ids) rate(store, id, 4, DAY0, { settings });
      return store.dueCounts(studyDay(DAY0 + 5), studyDay(DAY0 + 12), noon(DAY0));
    };
    const range = (counts: number[]) => {
      const used = counts.filter((n) => n > 0);
      return { days: used.length, gap: Math.max(...used) - Math.min(...used) };
    };
    const balanced = range(spread(SETTINGS));
    const plain = range(spread(settingsSchema.parse({ loadBalance: false })));
    expect(balanced.days).toBeGreaterThanOrEqual(plain.days);
    expect(balanced.gap).toBeLessThanOrEqual(12);
    expect(balanced.gap).toBeLessThan(plain.gap);
  });

  test('leave out easy days of no share', () => {
    const settings = settingsSchema.parse({ easyDays: ['sat=0', 'sun=0'] });
    const { store, ids } = deckInReview(50);
    for (const id of ids) {
      const { after } = rate(store, id, 4, DAY0, { settings });
      // Day 0 was a Thursday: 2 and 3 are the weekend.
      expect([2, 3]).not.toContain((after.dueDay ?? 0) % 7);
    }
  });
});

describe('in a break', () => {
  const off = { from: studyDay(DAY0 + 20), to: studyDay(DAY0 + 29), since: studyDay(DAY0) };
  const breaks = breakCalendar([off]);
  const at = (day: number) => ({ ...noon(day), breaks });

  /** Cards due on every day of about the break. */
  function readyDeck() {
    const { store, ids } = deckInReview(80);
    const settings = settingsSchema.parse({});
    const longAgo = { ...NO_STEPS, retention: 0.7 };
    const first = { card: cardId('m1c0'), at: 0, day: studyDay(0), rating: 4 } as const;
    const { intervalDays } = applyReview(NEW_MEMORY, first, longAgo);
    for (const [n, id] of ids.entries()) {
      const made = { kind: 'review', rating: 4, durationMs: 1, reviewKind: 'learn' } as const;
      const moment = noon(DAY0 + 15 + (n % 20) - intervalDays, n * 1_234_567);
      store.append({ ...made, card: cardId(id) }, moment, longAgo);
    }
    return { store, ids, settings };
  }
  const all = { kind: 'all' } as const;

  test('nothing is due, and all of it is due before and after', () => {
    const { store } = readyDeck();
    const forecast = store.forecast(all, at(DAY0), 60);
    const plain = store.forecast(all, noon(DAY0), 60);
    const sum = (days: typeof plain) => days.reduce((total, { due }) => total + due, 0);
    expect(sum(plain)).toBe(80);
    expect(sum(forecast)).toBe(80);
    const inBreak = ({ day }: { day: number }) => off.from <= day && day <= off.to;
    expect(sum(forecast.filter(inBreak))).toBe(0);
    expect(sum(plain.filter(inBreak))).toBe(40);
    for (let day = off.from; day <= off.to; day++) {
      expect(store.waiting(all, at(day))).toEqual({ fresh: 0, learning: 0, review: 0 });
      expect(store.pools(request(at(day))).reviews).toEqual([]);
    }
    expect(Math.max(...forecast.map(({ due }) => due))).toBeLessThanOrEqual(9);
  });

  test('queue, counts, is:due and the forecast say the same of every day', () => {
    const { store } = readyDeck();
    const due = { kind: 'is', word: 'due' } as const;
    for (let day = DAY0 + 10; day < DAY0 + 40; day++) {
      const review = store.waiting(all, at(day)).review;
      expect(store.pools(request(at(day))).reviews.length).toBe(review);
      expect(store.count(due, at(day))).toBe(review);
      expect(store.forecast(all, at(day), 1)[0]?.due ?? 0).toBe(review);
      const counts = store.dueCounts(studyDay(DAY0), studyDay(day), at(day));
      if (day < off.from || day > off.to) {
        expect(counts.reduce((total, n) => total + n, 0)).toBe(review);
      }
    }
  });

  test('a break that is taken away leaves no trace', () => {
    const { store } = readyDeck();
    const plain = store.forecast(all, noon(DAY0), 60);
    store.forecast(all, at(DAY0), 60);
    expect(store.forecast(all, noon(DAY0), 60)).toEqual(plain);
    expect(store.rebuild()).toBe(0);
  });

  test('new intervals keep clear of it', () => {
    const { store, ids, settings } = readyDeck();
    for (const id of ids.slice(0, 30)) {
      const { after } = rate(store, id, 3, DAY0 + 18, { settings, breaks });
      const due = after.dueDay ?? 0;
      expect(due < off.from || due > off.to).toBe(true);
    }
  });

  function request(moment: ReturnType<typeof at>) {
    return { query: all, moment, order: 'due', reviewLimit: 999, freshLimit: 999 } as const;
  }
});
