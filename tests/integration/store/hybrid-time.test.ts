import { expect, test } from 'vitest';
import { cardId } from '../../../src/model/ids.js';
import {
  ALL,
  DAY,
  importDeck,
  NO_STEPS,
  noon,
  openTestStore,
  TODAY,
  temporaryPath,
} from './support.js';

const CARD = cardId('aaaaaaaaaaa1');

function machine(device: string, seed: number) {
  let drawn = 0;
  const random = (bytes: number) =>
    Uint8Array.from({ length: bytes }, () => (seed + ++drawn) % 256);
  const store = openTestStore(temporaryPath(), { device, random });
  importDeck(store, [1], 'viva', () => CARD);
  return store;
}

const rate = (store: ReturnType<typeof machine>, at: number, rating: 1 | 3) =>
  store.append(
    { kind: 'review', card: CARD, rating, durationMs: 1, reviewKind: 'learn' },
    { ...noon(TODAY, at), byClock: true },
    NO_STEPS,
  );

test('a review that knows of one by a clock that runs ahead comes after it, with no time gone by', () => {
  const [ahead, behind] = [machine('ahead', 3), machine('behind', 150)];
  rate(ahead, 300 * DAY, 3);
  behind.mergeArchive(ahead.archive(ALL, noon(TODAY)), false);
  const { event, after } = rate(behind, 0, 1);
  expect(event).toMatchObject({ at: noon(TODAY).now, clock: noon(TODAY, 300 * DAY).now + 1 });
  expect(after.lapses).toBe(1);
  expect(after.lastDay).toBe(TODAY);
  // On the other machine too, and when all is computed again.
  ahead.mergeArchive(behind.archive(ALL, noon(TODAY)), false);
  expect(ahead.get(CARD, noon(TODAY))?.memory).toEqual(after);
  expect(ahead.history(CARD).map((each) => each.event.device)).toEqual(['ahead', 'behind']);
  expect(behind.rebuild()).toBe(0);
});

test('where clocks agree no event has one', () => {
  const store = machine('one', 3);
  rate(store, 0, 3);
  expect(rate(store, DAY, 3).event).not.toHaveProperty('clock');
});

test('a time that a person names is where the review stands', () => {
  const store = machine('one', 3);
  rate(store, 0, 3);
  const draft = {
    kind: 'review',
    card: CARD,
    rating: 1,
    durationMs: 1,
    reviewKind: 'learn',
  } as const;
  const { event } = store.append(draft, noon(TODAY - 3), NO_STEPS);
  expect(event).not.toHaveProperty('clock');
  expect(store.history(CARD).map((each) => each.event.at)).toEqual([event.at, noon(TODAY).now]);
});
