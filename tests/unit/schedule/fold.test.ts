import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareEvents, type JournalEvent, type ReviewEvent } from '../../../src/model/event.js';
import { configId, eventId, studyDay } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';
import { DAY_MS } from '../../../src/model/moment.js';
import type { Rating } from '../../../src/model/rating.js';
import { applyReview } from '../../../src/schedule/apply-review.js';
import { applyEvent, foldCard } from '../../../src/schedule/fold.js';
import { anyRating, CARD, configWith, FIRST_DAY } from './samples.js';

const configs = new Map([
  [configId(1), configWith({ fuzz: true })],
  [configId(2), configWith({ learningSteps: [], retention: 0.8, leechLapses: 1 })],
]);

function base(n: number, hours: number) {
  const at = FIRST_DAY * DAY_MS + hours * 3_600_000;
  const day = studyDay(Math.floor(at / DAY_MS));
  return { id: eventId(`E${String(n).padStart(6, '0')}`), card: CARD, at, day, device: 'd' };
}

function reviewed(n: number, hours: number, rating: Rating, more: Partial<ReviewEvent> = {}) {
  const plain = {
    kind: 'review',
    reviewKind: 'review',
    durationMs: 9,
    config: configId(1),
  } as const;
  return { ...base(n, hours), ...plain, rating, ...more };
}

const learned = [reviewed(1, 0, 4), reviewed(2, 200, 3)];

describe('foldCard', () => {
  it('of nothing is a new card', () => {
    expect(foldCard([], configs)).toEqual(NEW_MEMORY);
  });

  it('applies each review under its own configuration', () => {
    const one = foldCard([reviewed(1, 0, 3, { config: configId(1) })], configs);
    const two = foldCard([reviewed(1, 0, 3, { config: configId(2) })], configs);
    expect(one.state).toBe('learning');
    expect(two.state).toBe('review');
    const event = reviewed(1, 0, 3);
    expect(one).toEqual(applyReview(NEW_MEMORY, event, configs.get(configId(1))!));
  });

  it('refuses a review whose configuration is missing', () => {
    const event = reviewed(1, 0, 3, { config: configId(9) });
    expect(() => foldCard([event], configs)).toThrowError(
      expect.objectContaining({ code: 'database-damaged' }),
    );
  });

  it('takes no notice of cramming', () => {
    const cram = reviewed(3, 300, 1, { reviewKind: 'cram', config: configId(9) });
    expect(foldCard([...learned, cram], configs)).toEqual(foldCard(learned, configs));
  });

  it('suspends and resumes', () => {
    const suspend: JournalEvent = { ...base(3, 300), kind: 'suspend' };
    const resume: JournalEvent = { ...base(4, 301), kind: 'resume' };
    const before = foldCard(learned, configs);
    expect(foldCard([...learned, suspend], configs)).toEqual({ ...before, suspended: true });
    expect(foldCard([...learned, suspend, resume], configs)).toEqual(before);
  });

  it('buries until a day, until a review or a resume', () => {
    const until = studyDay(FIRST_DAY + 20);
    const bury: JournalEvent = { ...base(3, 300), kind: 'bury', until };
    const resume: JournalEvent = { ...base(4, 301), kind: 'resume' };
    expect(foldCard([...learned, bury], configs).buriedUntil).toBe(until);
    expect(foldCard([...learned, bury, resume], configs).buriedUntil).toBeNull();
    expect(foldCard([...learned, bury, reviewed(4, 301, 3)], configs).buriedUntil).toBeNull();
  });

  it('flags and takes the flag away', () => {
    const flag = (n: number, value: number): JournalEvent => ({
      ...base(n, n),
      kind: 'flag',
      value,
    });
    expect(foldCard([flag(1, 4)], configs).flag).toBe(4);
    expect(foldCard([flag(1, 4), flag(2, 0)], configs)).toEqual(NEW_MEMORY);
  });

  it('forgets all but flag and suspension', () => {
    const events: JournalEvent[] = [
      ...learned,
      reviewed(3, 900, 1, { config: configId(2) }),
      { ...base(4, 901), kind: 'flag', value: 2 },
      { ...base(5, 902), kind: 'suspend' },
      { ...base(6, 903), kind: 'bury', until: studyDay(FIRST_DAY + 90) },
      { ...base(7, 904), kind: 'forget' },
    ];
    expect(foldCard(events.slice(0, 3), configs)).toMatchObject({ lapses: 1, leech: true });
    expect(foldCard(events, configs)).toEqual({ ...NEW_MEMORY, flag: 2, suspended: true });
  });
});

const anyEvent = fc.record({
  what: fc.constantFrom('review', 'cram', 'suspend', 'resume', 'bury', 'forget', 'flag'),
  // Equal times are common, so that ids decide.
  hours: fc.integer({ min: 0, max: 400 }),
  rating: anyRating,
  config: fc.constantFrom(configId(1), configId(2)),
});

const anyHistory = fc
  .array(anyEvent, { maxLength: 25 })
  .map((drafts) => drafts.map((draft, n) => eventOf(draft, n)).sort(compareEvents));

function eventOf(
  draft: { what: string; hours: number; rating: Rating; config: ReviewEvent['config'] },
  n: number,
): JournalEvent {
  const common = base(n, draft.hours);
  const { what, rating, config } = draft;
  switch (what) {
    case 'review':
      return reviewed(n, draft.hours, rating, { config });
    case 'cram':
      return reviewed(n, draft.hours, rating, { config, reviewKind: 'cram' });
    case 'bury':
      return { ...common, kind: 'bury', until: studyDay(common.day + rating) };
    case 'flag':
      return { ...common, kind: 'flag', value: rating };
    default:
      return { ...common, kind: what as 'suspend' | 'resume' | 'forget' };
  }
}

describe('the fold as a law', () => {
  it('equals applying events one by one', () => {
    fc.assert(
      fc.property(anyHistory, fc.nat(25), (events, cut) => {
        let memory = foldCard(events.slice(0, cut), configs);
        for (const event of events.slice(cut)) memory = applyEvent(memory, event, configs);
        expect(memory).toEqual(foldCard(events, configs));
      }),
    );
  });

  it('does not depend on the order in which events arrived', () => {
    const shuffled = anyHistory.chain((events) =>
      fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
    );
    fc.assert(
      fc.property(shuffled, ([events, arrived]) => {
        expect(foldCard([...arrived].sort(compareEvents), configs)).toEqual(
          foldCard(events, configs),
        );
      }),
    );
  });

  it('makes an undone event one that never was', () => {
    fc.assert(
      fc.property(anyHistory, anyRating, (events, rating) => {
        const review = reviewed(900, 500, rating);
        const undo: JournalEvent = { ...base(901, 501), kind: 'undo', target: review.id };
        const undone = new Set([review.id]);
        const live = [...events, review, undo].filter((event) => !undone.has(event.id));
        expect(foldCard(live, configs)).toEqual(foldCard(events, configs));
      }),
    );
  });

  it('counts every scheduled review since the card was last forgotten', () => {
    fc.assert(
      fc.property(anyHistory, (events) => {
        const forgotten = events.findLastIndex((event) => event.kind === 'forget');
        const since = events.slice(forgotten + 1);
        const reviews = since.filter((e) => e.kind === 'review' && e.reviewKind !== 'cram');
        const memory = foldCard(events, configs);
        expect(memory.reps).toBe(reviews.length);
        expect(memory.introducedDay).toBe(reviews[0]?.day ?? null);
        expect(memory.state === 'new').toBe(reviews.length === 0);
      }),
    );
  });
});
