import { describe, expect, test } from 'vitest';
import type { PlanRecord } from '../../../src/app/plan/ports.js';
import { openPlans } from '../../../src/app/plan/queue.js';
import { planToday } from '../../../src/app/plan/today.js';
import type { Store } from '../../../src/app/ports.js';
import { ReviewDesk } from '../../../src/app/review/desk.js';
import { countLeft } from '../../../src/app/review/left-today.js';
import type { ReviewRequest } from '../../../src/app/review/request.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import type { Moment } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { parseQuery } from '../../../src/query/parse.js';
import { CONFIG, DAY, importDeck, noon, openTestStore, temporaryPath } from '../store/support.js';

const TODAY = 20_000;
const SECOND = 1_000;
const SETTINGS = settingsSchema.parse({ newPerDay: 2 });
const REQUEST: ReviewRequest = {
  query: parseQuery(''),
  order: 'due',
  limit: null,
  fresh: null,
  minutes: null,
  cram: false,
};

/** A store with modules of so many cards each, and a clock that the test moves. */
function world(sizes: readonly number[]) {
  const path = temporaryPath();
  const store = openTestStore(path);
  importDeck(store, sizes);
  return { store, path, clock: { now: noon(TODAY).now } };
}
type World = ReturnType<typeof world>;

const momentOf = ({ clock }: World): Moment => {
  const day = Math.floor((clock.now - 4 * 3_600_000) / DAY);
  return { ...noon(day), now: clock.now };
};

function addPlan(store: Store, query: string, days = 10, more: Partial<PlanRecord> = {}) {
  return store.addPlan({
    name: `Plan of ${query}`,
    query,
    deadlineAt: noon(TODAY + days).now,
    deadlineDay: studyDay(TODAY + days),
    minutesPerDay: 10,
    target: 0.99,
    createdAt: noon(TODAY).now,
    ...more,
  });
}

/** Begins a session, as a program begun anew would. */
function sit(at: World, request: Partial<ReviewRequest> = {}, isPlanned = true): ReviewDesk {
  const ports = {
    store: at.store,
    moment: () => momentOf(at),
    settings: SETTINGS,
    config: CONFIG,
    plans: isPlanned ? planToday(at.store, CONFIG, SETTINGS, momentOf(at)) : undefined,
  };
  return new ReviewDesk({ ...REQUEST, ...request }, ports);
}

const shown = (desk: ReviewDesk) => desk.view().session.current;

/** Rates the card shown after so many seconds; gives its id. */
function rate(at: World, desk: ReviewDesk, rating: Rating = 4, seconds = 20): string {
  const id = String(shown(desk)?.id);
  desk.reveal();
  at.clock.now += seconds * SECOND;
  desk.rate(rating);
  return id;
}

/** Rates till the end, Easy; gives where each card came from, and its id. */
function finish(at: World, desk: ReviewDesk, seconds = 20) {
  const cards: { id: string; from: string }[] = [];
  for (let n = 0; n < 500 && shown(desk) !== null; n++) {
    const from = shown(desk)?.from ?? '';
    cards.push({ id: rate(at, desk, 4, seconds), from });
  }
  return cards;
}

describe('a review under a plan', () => {
  test("draws the plan's cards first, whatever the day's limits, then others", () => {
    const at = world([200, 5]);
    addPlan(at.store, 'module:1');
    const cards = finish(at, sit(at));
    const planned = cards.filter(({ from }) => from === 'plan').map(({ id }) => id);
    expect(planned.length).toBeGreaterThan(SETTINGS.newPerDay);
    expect(planned.every((id) => id.startsWith('m1'))).toBe(true);
    expect(cards.slice(0, planned.length).every(({ from }) => from === 'plan')).toBe(true);
  });

  test('without --no-plan keeps what the plan does not want today out; with it, all is ordinary', () => {
    const at = world([30]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 1 });
    const first = finish(at, sit(at));
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThan(5);
    expect(shown(sit(at))).toBeNull();
    const ordinary = sit(at, { fresh: 3 }, false);
    expect(finish(at, ordinary).map(({ from }) => from)).toEqual(['fresh', 'fresh', 'fresh']);
  });

  test('stops within a card of its minutes, however slow the person is', () => {
    const at = world([40]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 3 });
    const cards = finish(at, sit(at), 50);
    expect(cards.length * 50).toBeGreaterThanOrEqual(3 * 60);
    expect(cards.length * 50).toBeLessThan(3 * 60 + 50);
    expect(shown(sit(at))).toBeNull();
  });

  test('counts steps, those to come too: who fails every card does not sit on', () => {
    const at = world([40]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 3 });
    const desk = sit(at);
    let seconds = 0;
    for (; shown(desk) !== null; seconds += 20) rate(at, desk, 1, 20);
    expect(seconds).toBeGreaterThanOrEqual(3 * 60 - 20);
    expect(seconds).toBeLessThan(3 * 60 + 20);
    expect(shown(sit(at))).toBeNull();
    // What waits for tomorrow is neither wanted nor counted as left.
    const [status] = sit(at).view().plans;
    expect(status!.wantedMs).toBe(status!.spentMs);
    const plans = planToday(at.store, CONFIG, SETTINGS, momentOf(at));
    const query = parseQuery('');
    expect(countLeft(query, momentOf(at), SETTINGS, at.store, plans).total).toBe(0);
    at.clock.now = noon(TODAY + 1).now;
    expect(shown(sit(at))).toMatchObject({ from: 'learning' });
  });

  test('gives more of a plan whose part of the day is done, and no card twice', () => {
    const at = world([60, 5]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 3 });
    const desk = sit(at);
    expect(desk.morePlan()).toBe(false);
    const before = finish(at, desk).map(({ id }) => id);
    expect(desk.morePlan()).toBe(true);
    const more = finish(at, desk);
    expect(more).toHaveLength((10 * 60) / 20);
    expect(more.every(({ from }) => from === 'plan')).toBe(true);
    expect(new Set([...before, ...more.map(({ id }) => id)]).size).toBe(before.length + 30);
    // Undoing reads the queue anew, and the leave stands.
    desk.undo();
    expect(finish(at, desk)).toHaveLength(1);
    while (desk.morePlan()) finish(at, desk);
    expect(desk.summary()).toMatchObject({ moreOfPlan: null, moreNew: 5 });
    expect(finish(at, sit(at))).toEqual([]);
  });

  test('gives more of a plan also after its target, but none of what a query leaves out', () => {
    const at = world([3, 1]);
    addPlan(at.store, 'module:1', 3, { target: 0.5 });
    finish(at, sit(at));
    at.clock.now = noon(TODAY + 2).now;
    const desk = sit(at, { fresh: 0 });
    expect(desk.view().plans).toMatchObject([{ state: 'reached' }]);
    finish(at, desk);
    expect(desk.morePlan()).toBe(true);
    expect(shown(desk)).toMatchObject({ from: 'plan' });
    expect(sit(at, { query: parseQuery('module:2'), fresh: 0 }).morePlan()).toBe(false);
  });

  test('begins no card when what is left is for the steps of those begun', () => {
    const at = world([40]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 3 });
    const desk = sit(at);
    const looks: string[] = [];
    while (shown(desk) !== null) looks.push(rate(at, desk, 3, 20));
    // Nine looks in three minutes: each card begun has one step to come.
    expect(looks).toHaveLength(9);
    const begun = new Set(looks).size;
    expect(begun).toBeGreaterThanOrEqual(5);
    expect(begun).toBeLessThanOrEqual(7);
  });

  test('counts an answer for five minutes at most', () => {
    const at = world([40]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 30 });
    const desk = sit(at);
    rate(at, desk, 4, 3000);
    expect(desk.view().plans[0]!.spentMs).toBe(300 * SECOND);
    expect(sit(at).view().plans[0]!.spentMs).toBe(300 * SECOND);
  });

  test('goes on to the end of its minutes with who is quick', () => {
    const at = world([200]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 4 });
    const cards = finish(at, sit(at), 3);
    expect(cards.length).toBe((4 * 60) / 3);
  });

  test('brings no new card of others beside it, but where they are asked for', () => {
    const at = world([200, 5]);
    addPlan(at.store, 'module:1');
    expect(finish(at, sit(at)).every(({ id }) => id.startsWith('m1'))).toBe(true);
    expect(shown(sit(at, { query: parseQuery('module:2') }))).toMatchObject({ from: 'fresh' });
    expect(finish(at, sit(at, { fresh: 3 })).map(({ from }) => from)).toEqual(
      Array(3).fill('fresh'),
    );
  });

  test('offers new cards of others at the end of a free day, and brings none unasked', () => {
    const at = world([1, 5]);
    addPlan(at.store, 'module:1', 2, { target: 0.5 });
    finish(at, sit(at));
    at.clock.now = noon(TODAY + 2).now - 3_600_000;
    const desk = sit(at);
    expect(desk.view().plans).toMatchObject([{ state: 'reached' }]);
    const plans = planToday(at.store, CONFIG, SETTINGS, momentOf(at));
    const counted = countLeft(REQUEST.query, momentOf(at), SETTINGS, at.store, plans);
    expect(counted.new).toBe(0);
    expect(finish(at, desk).map(({ from }) => from)).not.toContain('fresh');
    expect(desk.summary().moreNew).toBe(5);
    expect(finish(at, sit(at, { query: parseQuery('module:2') }))).toHaveLength(2);
  });

  test('leaves its cards to the ordinary queue when it wants nothing more', () => {
    const at = world([1, 1]);
    addPlan(at.store, 'module:1', 2, { target: 0.5 });
    for (const first = sit(at); shown(first) !== null; ) rate(at, first, 3);
    // Due by the ordinary schedule, and the interview an hour away.
    at.clock.now = noon(TODAY + 2).now - 3_600_000;
    const desk = sit(at);
    expect(desk.view().plans).toMatchObject([{ state: 'reached' }]);
    while (shown(desk)?.id !== 'm1c0') rate(at, desk);
    expect(shown(desk)).toMatchObject({ from: 'review' });
    // Its steps come, too: nothing of it waits for minutes that it does not want.
    rate(at, desk, 1);
    const rest = finish(at, desk);
    expect(rest.map(({ id }) => id)).toContain('m1c0');
  });

  test("takes an easy day's share of its minutes, of a day without any share nothing", () => {
    const at = world([200]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 8 });
    const today = (['thu', 'fri', 'sat', 'sun', 'mon', 'tue', 'wed'] as const)[TODAY % 7];
    const secondsWith = (share: string) => {
      const settings = settingsSchema.parse({ easyDays: [`${today}=${share}`] });
      const moment = momentOf(at);
      const day = planToday(at.store, CONFIG, settings, moment);
      const plans = openPlans(day, { query: parseQuery(''), fresh: null }, moment, at.store);
      return plans.statuses()[0]!.wantedMs / SECOND;
    };
    expect(secondsWith('1')).toBeGreaterThanOrEqual(8 * 60);
    expect(secondsWith('0.5')).toBeGreaterThanOrEqual(4 * 60);
    expect(secondsWith('0.5')).toBeLessThan(5 * 60);
    expect(secondsWith('0')).toBe(0);
  });

  test('goes on with the same card after it was killed, whatever was rated', () => {
    const at = world([25, 4]);
    addPlan(at.store, 'module:1', 6, { minutesPerDay: 8 });
    for (let day = 0; day < 4; day++) {
      at.clock.now = noon(TODAY + day).now;
      const desk = sit(at);
      for (let n = 0; n < 60 && shown(desk) !== null; n++) {
        expect(shown(sit(at))).toEqual(shown(desk));
        rate(at, desk, (((n * 7) % 4) + 1) as Rating, 5 + ((n * 13) % 40));
      }
      expect(shown(sit(at))).toEqual(shown(desk));
    }
  });

  test('brings a card back that was undone, and then goes on as before', () => {
    const at = world([200]);
    addPlan(at.store, 'module:1');
    const desk = sit(at);
    const first = rate(at, desk);
    const second = String(shown(desk)?.id);
    desk.undo();
    expect(String(shown(desk)?.id)).toBe(first);
    rate(at, desk);
    expect(String(shown(desk)?.id)).toBe(second);
  });

  test('leaves out a card that was suspended or put off', () => {
    const at = world([200]);
    addPlan(at.store, 'module:1');
    const desk = sit(at);
    const [first] = [String(shown(desk)?.id)];
    desk.suspend();
    const second = String(shown(desk)?.id);
    desk.bury();
    expect(second).not.toBe(first);
    const rest = finish(at, desk).map(({ id }) => id);
    expect(rest).not.toContain(first);
    expect(rest).not.toContain(second);
    expect(finish(at, sit(at)).map(({ id }) => id)).not.toContain(second);
  });

  test('lets due learning steps of any card come first', () => {
    const at = world([200, 2]);
    at.store.append(
      { kind: 'review', card: cardId('m2c0'), rating: 1, durationMs: 9, reviewKind: 'learn' },
      noon(TODAY),
      CONFIG,
    );
    addPlan(at.store, 'module:1');
    at.clock.now += 5 * 60 * SECOND;
    expect(shown(sit(at))).toMatchObject({ id: 'm2c0', from: 'learning' });
  });

  test('reviews a card long before it is due, as an ordinary review', () => {
    const at = world([30]);
    addPlan(at.store, 'module:1', 4, { minutesPerDay: 12, target: 0.99 });
    finish(at, sit(at));
    at.clock.now = noon(TODAY + 3).now;
    expect(sit(at, {}, false).view().session.pools.reviews).toEqual([]);
    const desk = sit(at);
    const early = finish(at, desk);
    expect(early.map(({ from }) => from)).toContain('plan');
    const card = early.find(({ id }) => at.store.history(cardId(id)).length > 1);
    const { history, memory } = {
      history: at.store.history(cardId(card?.id ?? '')),
      memory: at.store.get(cardId(card?.id ?? ''), momentOf(at))?.memory,
    };
    expect(history.at(-1)?.event).toMatchObject({ kind: 'review', reviewKind: 'review' });
    expect(memory).toMatchObject({ state: 'review', reps: 2, lastDay: TODAY + 3 });
    expect(at.store.check()).toEqual([]);
  });

  test("is restricted by the person's query and number of new cards", () => {
    const at = world([40, 40]);
    addPlan(at.store, '');
    const of2 = finish(at, sit(at, { query: parseQuery('module:2') }));
    expect(of2.length).toBeGreaterThan(0);
    expect(of2.every(({ id }) => id.startsWith('m2'))).toBe(true);
    at.clock.now = noon(TODAY + 1).now;
    const none = finish(at, sit(at, { fresh: 0, query: parseQuery('module:1') }));
    expect(none).toEqual([]);
    const two = finish(at, sit(at, { fresh: 2, query: parseQuery('module:1') }));
    expect(two).toHaveLength(2);
  });

  test('ends with the interview: afterwards the cards go on by themselves', () => {
    const at = world([40]);
    addPlan(at.store, 'module:1', 3);
    finish(at, sit(at));
    at.clock.now = noon(TODAY + 3).now;
    const desk = sit(at);
    expect(desk.view().plans).toEqual([]);
    const { fresh } = desk.view().session.pools;
    expect(fresh.length).toBeLessThanOrEqual(SETTINGS.newPerDay);
    at.clock.now = noon(TODAY + 400).now;
    const due = finish(at, sit(at));
    expect(due.filter(({ from }) => from === 'review').length).toBeGreaterThan(0);
  });
});

describe('plans that overlap', () => {
  test('share no card: each belongs to the nearest interview', () => {
    const at = world([40, 200]);
    const late = addPlan(at.store, '', 20);
    const soon = addPlan(at.store, 'module:1', 5);
    const desk = sit(at);
    expect(desk.view().plans.map(({ plan }) => plan.id)).toEqual([soon.id, late.id]);
    const cards = finish(at, desk);
    const ids = cards.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const lastOfSoon = ids.findLastIndex((id) => id.startsWith('m1'));
    expect(ids.slice(0, lastOfSoon).every((id) => id.startsWith('m1'))).toBe(true);
    const [ofSoon, ofLate] = desk.view().plans;
    const count = (module: string) => ids.filter((id) => id.startsWith(module)).length;
    expect(ofSoon?.spentMs).toBe(count('m1') * 20 * SECOND);
    expect(ofLate?.spentMs).toBe(count('m2') * 20 * SECOND);
  });

  test.each(['nonsense:::(', 'module:9'])(
    'with no card, as %s, leave the review as it is',
    (query) => {
      const at = world([3]);
      addPlan(at.store, query);
      expect(shown(sit(at))).toMatchObject({ from: 'fresh' });
    },
  );
});

describe('what is said of a plan', () => {
  test('counts the minutes as they go by', () => {
    const at = world([200]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 5 });
    const desk = sit(at);
    const [before] = desk.view().plans;
    expect(before).toMatchObject({ daysLeft: 10, spentMs: 0, state: 'open' });
    expect(before?.wantedMs).toBeGreaterThan(0);
    expect(before?.expected).toBeGreaterThan(0);
    rate(at, desk, 4, 30);
    expect(desk.view().plans[0]?.spentMs).toBe(30 * SECOND);
    expect(sit(at).view().plans[0]?.spentMs).toBe(30 * SECOND);
  });

  test('a person called away for hours has not worked for hours', () => {
    const at = world([200]);
    addPlan(at.store, 'module:1', 10, { minutesPerDay: 10 });
    const desk = sit(at);
    rate(at, desk, 4, 7_200);
    expect(desk.view().plans[0]?.spentMs).toBe(300 * SECOND);
    expect(shown(desk)).not.toBeNull();
  });

  test('says that the target is reached, and asks for nothing more', () => {
    const at = world([4]);
    addPlan(at.store, 'module:1', 3, { target: 0.6 });
    finish(at, sit(at));
    at.clock.now = noon(TODAY + 1).now;
    const desk = sit(at);
    expect(desk.view().plans).toMatchObject([{ state: 'reached' }]);
    expect(shown(desk)).toBeNull();
  });
});
