import { describe, expect, test } from 'vitest';
import { toHistory } from '../../../../src/deck/anki/to-history.js';
import type { AnkiCard, AnkiCollection, AnkiReview } from '../../../../src/model/anki.js';

const NOW = Date.UTC(2026, 10, 24);
const AT = NOW - 86_400_000;

const review = (more: Partial<AnkiReview>): AnkiReview => ({
  id: AT,
  card: 1,
  ease: 3,
  interval: 1,
  lastInterval: 0,
  factor: 500,
  durationMs: 4000,
  type: 0,
  ...more,
});

function history(reviews: readonly Partial<AnkiReview>[], cards: readonly AnkiCard[] = []) {
  const collection: AnkiCollection = {
    createdAt: 0,
    noteTypes: [],
    decks: [],
    notes: [],
    cards,
    reviews: reviews.map(review),
  };
  return toHistory(collection, NOW);
}

describe("Anki's review log", () => {
  test.each([
    [0, 500, 'learn'],
    [1, 500, 'review'],
    [2, 500, 'relearn'],
    [3, 0, 'cram'],
    [3, 500, 'review'],
  ])('type %i with factor %i is %s', (type, factor, reviewKind) => {
    expect(history([{ type, factor }])).toEqual([
      { kind: 'review', card: 1, at: AT, rating: 3, durationMs: 4000, reviewKind },
    ]);
  });

  test('by hand without an ease is "forget"; other changes by hand are left out', () => {
    expect(history([{ type: 4, ease: 0, factor: 0 }])).toEqual([
      { kind: 'forget', card: 1, at: AT },
    ]);
    expect(
      history([
        { type: 4, ease: 0, factor: 2500 },
        { type: 5, ease: 0, factor: 0 },
      ]),
    ).toEqual([]);
  });

  test('leaves out what cannot be', () => {
    const rows = [{ ease: 0 }, { ease: 5 }, { ease: -1 }, { type: 9 }, { type: -1 }];
    expect(history([...rows, { id: NOW + 1 }, { id: 12 }, { id: -5 }])).toEqual([]);
  });

  test('has no time below zero or above a day', () => {
    const times = history([{ durationMs: -5 }, { durationMs: 1e12 }]);
    expect(times.map((event) => event.kind === 'review' && event.durationMs)).toEqual([
      0, 86_400_000,
    ]);
  });
});

test('cards suspended or flagged now are so after their last review', () => {
  const card: AnkiCard = {
    ...{ id: 1, note: 1, deck: 1, ordinal: 0, changedAt: AT / 1000 - 5, type: 2, queue: -1 },
    ...{ due: 0, interval: 1, factor: 0, reps: 0, lapses: 0, left: 0, flag: 2, data: '' },
  };
  expect(history([{}], [card]).slice(1)).toEqual([
    { kind: 'flag', card: 1, at: AT, value: 2 },
    { kind: 'suspend', card: 1, at: AT },
  ]);
  expect(history([], [{ ...card, queue: -2, flag: 0 }])).toEqual([]);
});
