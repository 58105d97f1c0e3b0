import { describe, expect, test } from 'vitest';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { parseQuery } from '../../../src/query/parse.js';
import { CONFIG, importDeck, noon, openRaw, openTestStore, temporaryPath } from './support.js';

const TODAY = 20_000;
const ALL = parseQuery('');
const DRAFT = {
  name: 'Onsite',
  query: 'company:google',
  deadlineAt: (TODAY + 10) * 86_400_000,
  deadlineDay: studyDay(TODAY + 9),
  minutesPerDay: 40,
  target: 0.95,
  createdAt: 5_000,
};

describe('plans', () => {
  test('come back as they were said, the nearest interview first', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    const late = store.addPlan({ ...DRAFT, deadlineAt: DRAFT.deadlineAt + 1, name: 'Late' });
    const soon = store.addPlan(DRAFT);
    expect(soon).toMatchObject({ ...DRAFT, number: 2, removedAt: null });
    expect(soon.id).toMatch(/^[0-7][0-9A-HJKMNP-TV-Z]{25}$/);
    expect(store.plans()).toEqual([soon, late]);
    expect(openTestStore(path).plans()).toEqual([soon, late]);
  });

  test('are changed in place', () => {
    const store = openTestStore(temporaryPath());
    const plan = store.addPlan(DRAFT);
    const other = store.addPlan({ ...DRAFT, name: 'Other' });
    const changed = { ...plan, name: 'Final', minutesPerDay: 12, target: 0.9, query: '' };
    store.changePlan(changed, 6_000);
    expect(store.plans()).toEqual([{ ...changed, changedAt: 6_000 }, other]);
  });

  test('that are removed are kept, marked with the first time, and no number is given twice', () => {
    const store = openTestStore(temporaryPath());
    const plan = store.addPlan(DRAFT);
    store.removePlan(plan, 7_000);
    store.removePlan(plan, 9_000);
    expect(store.plans()).toEqual([]);
    expect(store.plans('all')).toEqual([{ ...plan, changedAt: 7_000, removedAt: 7_000 }]);
    expect(store.addPlan(DRAFT).number).toBe(2);
  });

  test('make a sound database', () => {
    const store = openTestStore(temporaryPath());
    store.removePlan(store.addPlan(DRAFT), 7_000);
    expect(store.check()).toEqual([]);
  });

  test('of another database are taken in once', () => {
    const [here, there] = [temporaryPath(), temporaryPath()];
    const store = openTestStore(here);
    const other = openTestStore(there, { device: 'phone' });
    importDeck(other, [1]);
    const plan = other.addPlan(DRAFT);
    store.takeIn(there, false);
    store.takeIn(there, false);
    expect(store.plans()).toEqual([plan]);
  });

  test('that make no sense are not taken in', () => {
    const [here, there] = [temporaryPath(), temporaryPath()];
    const store = openTestStore(here);
    const other = openTestStore(there);
    other.addPlan(DRAFT);
    const raw = openRaw(there);
    raw.pragma('ignore_check_constraints = 1');
    raw.exec('UPDATE plans SET target = 7');
    store.takeIn(there, false);
    expect(store.plans()).toEqual([]);
  });
});

describe("a plan's cards", () => {
  function storeOfSix() {
    const store = openTestStore(temporaryPath());
    importDeck(store, [3, 3]);
    return store;
  }

  test('are the live ones of its query, new ones in the order of their introduction', () => {
    const store = storeOfSix();
    const ids = store.planCards(ALL, noon(TODAY)).map(({ id }) => id);
    const { fresh } = store.pools({
      query: ALL,
      moment: noon(TODAY),
      order: 'due',
      reviewLimit: 0,
      freshLimit: 99,
    });
    expect(ids).toEqual(fresh.map(({ id }) => id));
    expect(store.planCards(parseQuery('module:2'), noon(TODAY))).toHaveLength(3);
    expect(store.planCards(ALL, noon(TODAY))[0]).toMatchObject({
      stars: 2,
      part: 'Inference',
      stability: null,
      difficulty: null,
      lastAt: null,
      inSteps: false,
      buried: false,
      introducedToday: false,
    });
  });

  test('leave out what is suspended, and tell what is put off or in steps', () => {
    const store = storeOfSix();
    const act = (draft: Parameters<typeof store.append>[0]) =>
      store.append(draft, noon(TODAY), CONFIG);
    act({ kind: 'suspend', card: cardId('m1c0') });
    act({ kind: 'bury', card: cardId('m1c1'), until: studyDay(TODAY + 1) });
    const review = { kind: 'review', rating: 1, durationMs: 9, reviewKind: 'learn' } as const;
    const { after } = act({ ...review, card: cardId('m1c2') });
    const cards = new Map(store.planCards(ALL, noon(TODAY)).map((card) => [String(card.id), card]));
    expect([...cards.keys()].sort()).toEqual(['m1c1', 'm1c2', 'm2c0', 'm2c1', 'm2c2']);
    expect(cards.get('m1c1')).toMatchObject({ buried: true });
    expect(cards.get('m1c2')).toMatchObject({
      inSteps: true,
      introducedToday: true,
      stability: after.stability,
      difficulty: after.difficulty,
      lastAt: after.lastAt,
    });
    expect(store.planCards(ALL, noon(TODAY + 1)).every(({ buried }) => !buried)).toBe(true);
  });
});

test("a day's reviews count with their time, but for what was undone or crammed", () => {
  const store = openTestStore(temporaryPath());
  importDeck(store, [2]);
  const keys = new Map(store.planCards(ALL, noon(TODAY)).map(({ id, key }) => [String(id), key]));
  const rate = (id: string, durationMs: number, day = TODAY, kind: 'learn' | 'cram' = 'learn') =>
    store.append(
      { kind: 'review', card: cardId(id), rating: 3, durationMs, reviewKind: kind },
      noon(day),
      CONFIG,
    );
  rate('m1c0', 1, TODAY - 1);
  rate('m1c0', 20);
  rate('m1c0', 300);
  rate('m1c1', 4_000, TODAY, 'cram');
  rate('m1c1', 50_000);
  store.undoLast(noon(TODAY, 1));
  const found: [number, number][] = [];
  store.reviewsOn(studyDay(TODAY), (card, _, ms) => found.push([card, ms]));
  expect(found.sort((a, b) => a[1] - b[1])).toEqual([
    [keys.get('m1c0'), 20],
    [keys.get('m1c0'), 300],
  ]);
});
