import { describe, expect, test } from 'vitest';
import { type CardPast, newEvents } from '../../../../src/deck/anki/to-history.js';
import type { AnkiCard, AnkiReview } from '../../../../src/model/anki.js';
import type { JournalEvent } from '../../../../src/model/event.js';
import { cardId, configId, eventId, studyDay } from '../../../../src/model/ids.js';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24);
const AT = NOW - DAY;
const CARD = cardId('aaaaaaaaaaaa');

const review = (more: Partial<AnkiReview>): AnkiReview => ({
  ...{ id: AT, card: 1, ease: 3, interval: 1, lastInterval: 0, factor: 500, durationMs: 4000 },
  type: 0,
  ...more,
});
const source = (more: Partial<AnkiCard> = {}): AnkiCard => ({
  ...{ id: 1, note: 1, deck: 1, ordinal: 0, changedAt: AT / 1000 - 5, type: 2, queue: 2 },
  ...{ due: 0, interval: 1, factor: 0, reps: 0, lapses: 0, left: 0, flag: 0, data: '' },
  ...more,
});

function events(
  rows: readonly Partial<AnkiReview>[],
  more: Partial<CardPast> = {},
  scheduler: 1 | 2 = 2,
) {
  const past = {
    source: source(),
    card: CARD,
    isNew: false,
    rows: rows.map(review),
    events: [],
    device: 'phone',
  };
  return newEvents({ ...past, ...more }, { scheduler, isScheduled: true, now: NOW });
}

const base = (at: number, device: string) =>
  ({ id: eventId('0'.repeat(26)), card: CARD, at, day: studyDay(1), device }) as const;
const reviewed = (at: number, more: object = {}): JournalEvent => ({
  ...base(at, 'laptop'),
  ...{ kind: 'review', rating: 3, durationMs: 4000, reviewKind: 'learn', config: configId(1) },
  ...more,
});

describe("Anki's review log", () => {
  test.each([
    [0, 500, 'learn'],
    [1, 500, 'review'],
    [2, 500, 'relearn'],
    [3, 0, 'cram'],
    [3, 500, 'review'],
  ])('type %i with factor %i is %s', (type, factor, reviewKind) => {
    expect(events([{ type, factor }])).toEqual([
      { kind: 'review', at: AT, rating: 3, durationMs: 4000, reviewKind },
    ]);
  });

  test('by hand without an ease is "forget"; other changes by hand are left out', () => {
    expect(events([{ type: 4, ease: 0, factor: 0 }])).toEqual([{ kind: 'forget', at: AT }]);
    expect(
      events([
        { type: 4, ease: 0, factor: 2500 },
        { type: 5, ease: 0, factor: 0 },
      ]),
    ).toEqual([]);
  });

  test('of the first scheduler has no Hard where a card is learned', () => {
    const ratings = (type: number) =>
      events(
        [1, 2, 3].map((ease, at) => ({ ease, type, id: AT + at })),
        {},
        1,
      ).map((event) => event.kind === 'review' && event.rating);
    expect([0, 1, 2].map(ratings)).toEqual([
      [1, 3, 4],
      [1, 2, 3],
      [1, 3, 4],
    ]);
  });

  test('leaves out what cannot be, and bears with a clock that runs ahead', () => {
    const rows = [{ ease: 0 }, { ease: 5 }, { ease: -1 }, { type: 9 }, { type: -1 }];
    expect(events([...rows, { id: NOW + 2 * DAY }, { id: 12 }, { id: -5 }])).toEqual([]);
    expect(events([{ id: NOW + 60_000 }])).toHaveLength(1);
  });

  test('has no time below zero or above a day', () => {
    const times = events([{ durationMs: -5 }, { durationMs: 1e12 }]);
    expect(times.map((event) => event.kind === 'review' && event.durationMs)).toEqual([0, DAY]);
  });
});

describe('what viva has already', () => {
  test.each([
    ['the same review', reviewed(AT), 0],
    ['one that the export moved out of the way of another', reviewed(AT - 3), 0],
    ['one that was undone since', reviewed(AT), 0],
    ['another rating', reviewed(AT - 3, { rating: 1 }), 1],
    ['another time taken', reviewed(AT - 3, { durationMs: 4001 }), 1],
    ['another at the same millisecond', reviewed(AT, { durationMs: 4001 }), 1],
    ['one a while before', reviewed(AT - 4000), 1],
    ['one after it', reviewed(AT + 1), 1],
  ])('%s', (_, known, fresh) => {
    expect(events([{}], { events: [known] })).toHaveLength(fresh);
  });

  test('reviews that were entered share a millisecond, however many', () => {
    const known = [reviewed(AT - 900, { durationMs: 0 })];
    expect(events([{ durationMs: 0 }], { events: known })).toEqual([]);
  });
});

describe('what a card was set to', () => {
  const SUSPENDED = source({ queue: -1, flag: 2 });

  test('is so after its last review', () => {
    expect(events([{}], { source: SUSPENDED }).slice(1)).toEqual([
      { kind: 'flag', at: AT, value: 2 },
      { kind: 'suspend', at: AT },
    ]);
    expect(events([], { source: source({ queue: -2 }) })).toEqual([]);
    expect(events([], { source: source({ queue: -3 }) })).toEqual([
      { kind: 'bury', at: AT - 5000 },
    ]);
  });

  test('before it came to the phone, or when last seen there, was not set there', () => {
    const data = '{"pos":1,"cd":"{\\"v\\":5}"}';
    expect(events([], { source: { ...SUSPENDED, data } })).toEqual([]);
    expect(events([], { source: { ...SUSPENDED, data }, isNew: true })).toHaveLength(2);
    expect(events([], { source: source({ data }) })).toEqual([
      { kind: 'flag', at: AT - 5000, value: 0 },
      { kind: 'resume', at: AT - 5000 },
    ]);
    const seen: JournalEvent[] = [
      { ...base(5, 'phone'), kind: 'suspend' },
      { ...base(6, 'phone'), kind: 'flag', value: 2 },
      { ...base(7, 'laptop'), kind: 'resume' },
    ];
    expect(events([], { source: SUSPENDED, events: seen })).toEqual([]);
    expect(events([], { source: source(), events: seen })).toHaveLength(2);
  });

  test('is not said by a package without schedules', () => {
    const past = {
      source: source({ queue: 0 }),
      card: CARD,
      isNew: false,
      rows: [],
      device: 'phone',
    };
    const seen = [{ ...base(5, 'phone'), kind: 'suspend' as const }];
    const times = { scheduler: 2 as const, isScheduled: false, now: NOW };
    expect(newEvents({ ...past, events: seen }, times)).toEqual([]);
  });
});
