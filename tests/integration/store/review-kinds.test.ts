import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Store } from '../../../src/app/ports.js';
import { gradeCard } from '../../../src/app/review/grade.js';
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

/** What reviews of the card were for, in the order of time, and as the statistics count them. */
function kindsOf(store: Store): (string | undefined)[] {
  const kinds = store
    .history(CARD)
    .filter(({ undone }) => !undone)
    .flatMap(({ event }) => (event.kind === 'review' ? [event.reviewKind] : []));
  const counted: [at: number, kind: string | undefined][] = [];
  store.scanReviews(null, (_, at, _day, code) => counted.push([at, KINDS[code >> 3]]));
  expect(counted.sort(([a], [b]) => a - b).map(([, kind]) => kind)).toEqual(kinds);
  return kinds;
}

function grade(store: Store, rating: Rating, day: number) {
  const settings = settingsSchema.parse({});
  return gradeCard({ reference: CARD, rating, moment: noon(day), config: CONFIG, settings }, store);
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
    expect(store.check()).toEqual(['Reviews whose kind is not what the journal says: 1.']);
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
    undoes: fc.nat(5).map((n) => n === 0),
  }),
  { maxLength: 8 },
);
type Doing = { day: number; ms: number; rating: Rating; undoes: boolean };

test('two machines that meet are as one that did all of it in order of time', () => {
  fc.assert(
    fc.property(doings, doings, (mine, theirs) => {
      const stores = ['a', 'b', 'c'].map((device) => {
        const store = openTestStore(temporaryPath(), { device, random: randomSource });
        importDeck(store, [1]);
        return store;
      });
      const [one, other, third] = stores as [Store, Store, Store];
      const settings = settingsSchema.parse({});
      const act = (store: Store, { day, ms, rating, undoes }: Doing) => {
        const moment = noon(TODAY + day, ms);
        if (undoes) store.undoLast(moment);
        else gradeCard({ reference: CARD, rating, moment, config: CONFIG, settings }, store);
      };
      for (const doing of mine) act(one, doing);
      for (const doing of theirs) act(other, doing);
      const [ofOne, ofOther] = [one, other].map((store) => [...store.archive(ALL, NOW)]);
      one.mergeArchive(ofOther!, false);
      other.mergeArchive(ofOne!, false);
      const standing = one
        .history(CARD)
        .filter(({ undone, event }) => !undone && event.kind !== 'undo');
      for (const { event } of standing) {
        if (event.kind !== 'review') continue;
        const { day, at, rating, intervalDays } = event;
        third.append(
          {
            ...{ kind: 'review', card: CARD, rating, durationMs: 0, reviewKind: 'learn' },
            ...(intervalDays !== undefined && { intervalDays }),
          },
          { ...noon(day), now: at },
          CONFIG,
        );
      }
      const memories = stores.map((store) => store.get(CARD, NOW)?.memory);
      expect(memories[1]).toEqual(memories[0]);
      expect(memories[2]).toEqual(memories[0]);
      expect(kindsOf(other)).toEqual(kindsOf(one));
      for (const store of [one, other]) expect(store.check()).toEqual([]);
      for (const store of stores) store.close();
    }),
    { numRuns: 25 },
  );
}, 60_000);
