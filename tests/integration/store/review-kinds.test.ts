import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { recordGrade } from '../../../src/app/review/grade.js';
import type { ReviewKind } from '../../../src/model/event.js';
import { cardId } from '../../../src/model/ids.js';
import { RATINGS, type Rating } from '../../../src/model/rating.js';
import { settingsSchema } from '../../../src/model/settings.js';
import { randomSource } from '../../../src/platform/random.js';
import {
  ALL,
  CONFIG,
  importDeck,
  newStore,
  noon,
  openRaw,
  openTestStore,
  review,
  TODAY,
  temporaryPath,
} from './support.js';

const CARD = cardId('m1c0');
const NOW = noon(TODAY, 99);
const KINDS: readonly ReviewKind[] = ['learn', 'review', 'relearn', 'cram'];

/** What reviews of the card were for, in the order of time; the statistics must say the same. */
function kindsOf(store: Store): (string | undefined)[] {
  const kinds = store
    .history(CARD)
    .filter(({ undone }) => !undone)
    .flatMap(({ event }) => (event.kind === 'review' ? [event.reviewKind] : []));
  const counted: (string | undefined)[] = [];
  store.scanReviews(null, (_, _at, _day, code) => {
    if (code > 0) counted.push(KINDS[code >> 3]);
  });
  expect(counted.sort()).toEqual([...kinds].sort());
  return kinds;
}

function grade(store: Store, rating: Rating, day: number) {
  const settings = settingsSchema.parse({});
  return recordGrade(
    { reference: CARD, rating, moment: noon(day), config: CONFIG, settings },
    store,
  );
}

describe('what a review was for', () => {
  test('in the past is by what the card was then', () => {
    const store = newStore([1]);
    grade(store, 4, TODAY);
    const { event } = grade(store, 1, TODAY - 1);
    expect(event).toMatchObject({ reviewKind: 'learn' });
    expect(kindsOf(store)).toEqual(['learn', 'learn']);
    expect(store.dayCounts(noon(TODAY - 1).today)).toEqual({ fresh: 1, reviews: 0, total: 1 });
  });

  test('changes with what came before it, and back', () => {
    const store = newStore([1]);
    grade(store, 4, TODAY);
    grade(store, 4, TODAY - 30);
    expect(kindsOf(store)).toEqual(['learn', 'review']);
    expect(store.dayCounts(noon(TODAY).today)).toEqual({ fresh: 0, reviews: 1, total: 1 });
    store.undoLast(NOW);
    expect(kindsOf(store)).toEqual(['learn']);
    expect(store.dayCounts(noon(TODAY).today)).toEqual({ fresh: 1, reviews: 0, total: 1 });
    expect(store.check()).toEqual([]);
  });

  test('is for Anki what Anki says', () => {
    const store = newStore([1]);
    const past = { kind: 'review', rating: 3, durationMs: 5, reviewKind: 'review' } as const;
    const { now, today } = noon(TODAY - 9);
    store.appendPast([{ ...past, card: CARD, at: now, day: today }], 'anki', CONFIG);
    expect(kindsOf(store)).toEqual(['review']);
    expect(store.rebuild()).toBe(0);
  });

  test('is mended with the rest of what follows from the journal', () => {
    const path = temporaryPath();
    const store = openTestStore(path);
    importDeck(store, [1]);
    review(store, 'm1c0', TODAY, { rating: 4 });
    openRaw(path).exec("INSERT INTO review_kinds SELECT seq, card, 'relearn' FROM events");
    expect(store.check()).toEqual(['Reviews whose kind does not match the journal: 1.']);
    expect(store.rebuild()).toBe(1);
    expect(store.check()).toEqual([]);
    expect(kindsOf(store)).toEqual(['learn']);
  });
});

const doings = fc.array(
  fc.record({
    day: fc.nat({ max: 60 }),
    ms: fc.nat({ max: 1_000_000 }),
    rating: fc.constantFrom(...RATINGS),
    what: fc.constantFrom('grade', 'grade', 'grade', 'grade', 'undo', 'forget', 'suspend'),
  }),
  { maxLength: 8 },
);
type Doing = {
  day: number;
  ms: number;
  rating: Rating;
  what: 'grade' | 'undo' | 'forget' | 'suspend';
};

const SETTINGS = settingsSchema.parse({});

function act(store: Store, { day, ms, rating, what }: Doing): void {
  const moment = noon(TODAY + day, ms);
  if (what === 'undo') store.undoLast(moment);
  else if (what !== 'grade') store.append({ kind: what, card: CARD }, moment, CONFIG);
  else {
    recordGrade({ reference: CARD, rating, moment, config: CONFIG, settings: SETTINGS }, store);
  }
}

/** Does what counts of one store's journal in another, in order of time. */
function replay(from: Store, to: Store): void {
  for (const { event, undone } of from.history(CARD)) {
    if (undone || event.kind === 'undo') continue;
    const { id: _, at, day, device: _device, ...draft } = event;
    to.append(draft, { ...noon(day), now: at }, CONFIG);
  }
}

test('two machines that meet are as one that did all of it in order of time', () => {
  fc.assert(
    fc.property(doings, doings, (mine, theirs) => {
      const [one, other, third] = ['a', 'b', 'c'].map((device) => {
        const store = openTestStore(temporaryPath(), { device, random: randomSource });
        importDeck(store, [1]);
        return store;
      }) as [Store, Store, Store];
      for (const doing of mine) act(one, doing);
      for (const doing of theirs) act(other, doing);
      const ofOne = [...one.archive(ALL, NOW)];
      one.mergeArchive(other.archive(ALL, NOW), false);
      other.mergeArchive(ofOne, false);
      replay(one, third);
      const memory = one.get(CARD, NOW)?.memory;
      expect(other.get(CARD, NOW)?.memory).toEqual(memory);
      expect(third.get(CARD, NOW)?.memory).toEqual(memory);
      expect(kindsOf(other)).toEqual(kindsOf(one));
      for (const store of [one, other]) expect(store.check()).toEqual([]);
      for (const store of [one, other, third]) store.close();
    }),
    { numRuns: 15 },
  );
}, 60_000);
