import { describe, expect, test } from 'vitest';
import { ankiSchedule } from '../../../../src/export/apkg/anki-card.js';
import { ankiReviews, type HistoryStep } from '../../../../src/export/apkg/anki-reviews.js';
import { deckName, noteTags } from '../../../../src/export/apkg/names.js';
import { studyDay } from '../../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../../src/model/memory.js';
import { schedulerConfig, settingsSchema } from '../../../../src/model/settings.js';

const DAY = 86_400_000;
const TODAY = 20_000;
const START = TODAY * DAY + 4 * 3_600_000;
const NOW = START + 5 * 3_600_000;
const CLOCK = {
  moment: { now: NOW, today: studyDay(TODAY), dayStart: START, dayEnd: START + DAY },
  firstDay: studyDay(TODAY - 30),
  config: schedulerConfig(settingsSchema.parse({})),
};
const KNOWN: Memory = {
  ...NEW_MEMORY,
  ...{ state: 'review', stability: 12.34567, difficulty: 5.5, lastAt: NOW - 5 * DAY },
  ...{ dueDay: studyDay(TODAY + 7), intervalDays: 12, reps: 4, lapses: 1, flag: 3 },
};
const STEP: Memory = { ...KNOWN, state: 'learning', step: 1, dueDay: null, intervalDays: 0 };

describe('a schedule as Anki keeps it', () => {
  test('of a new card is its place', () => {
    expect(ankiSchedule(NEW_MEMORY, 17, CLOCK)).toEqual({
      ...{
        type: 0,
        queue: 0,
        due: 17,
        interval: 0,
        factor: 0,
        reps: 0,
        lapses: 0,
        left: 0,
        flag: 0,
      },
      data: '{"cd":"{\\"v\\":0}"}',
    });
  });

  test('of a card in review counts days since the first, with FSRS memory', () => {
    expect(ankiSchedule(KNOWN, 2, CLOCK)).toEqual({
      ...{ type: 2, queue: 2, due: 37, interval: 12, factor: 2500, reps: 4, lapses: 1, left: 0 },
      flag: 3,
      data: '{"pos":2,"s":12.346,"d":5.5,"dr":0.9,"decay":0.154,"cd":"{\\"v\\":6}"}',
    });
  });

  test('of a card in steps is a time today and a day later on', () => {
    const soon = { ...STEP, dueAt: NOW + 600_000 };
    expect(ankiSchedule(soon, 1, CLOCK)).toMatchObject({
      ...{ type: 1, queue: 1, due: (NOW + 600_000) / 1000, left: 1001, interval: 0 },
    });
    const tomorrow = { ...STEP, state: 'relearning' as const, dueAt: START + DAY };
    expect(ankiSchedule(tomorrow, 1, CLOCK)).toMatchObject({
      ...{ type: 3, queue: 3, due: 31, interval: 12 },
    });
  });

  test('of a suspended card keeps its due date', () => {
    const suspended = ankiSchedule({ ...KNOWN, suspended: true }, 1, CLOCK);
    expect(suspended).toMatchObject({ type: 2, queue: -1, due: 37 });
  });
});

test("rows of the log have unique times, Anki's intervals and FSRS difficulty", () => {
  const step = (more: Partial<HistoryStep>): HistoryStep => ({
    ...{ kind: 'review', at: NOW, rating: 3, durationMs: 5000, before: NEW_MEMORY, after: KNOWN },
    ...more,
  });
  const learned = { ...STEP, lastAt: NOW, dueAt: NOW + 600_000, difficulty: 1 };
  const rows = ankiReviews(
    9,
    [
      step({ kind: 'learn', rating: 1, after: learned }),
      step({ before: learned }),
      step({ kind: 'cram', before: KNOWN, durationMs: 2 ** 40 }),
      step({ kind: 'forget', rating: null, durationMs: 0, before: KNOWN, after: NEW_MEMORY }),
    ],
    new Set([NOW + 1]),
  );
  const base = { card: 9, durationMs: 5000 };
  expect(rows).toEqual([
    { ...base, id: NOW, ease: 1, interval: -600, lastInterval: 0, factor: 100, type: 0 },
    { ...base, id: NOW + 2, ease: 3, interval: 12, lastInterval: -600, factor: 600, type: 1 },
    {
      ...{ ...base, id: NOW + 3, ease: 3, interval: 12, lastInterval: 12, factor: 0, type: 3 },
      durationMs: 86_400_000,
    },
    {
      ...base,
      id: NOW + 4,
      ease: 0,
      interval: 0,
      lastInterval: 12,
      factor: 0,
      type: 4,
      durationMs: 0,
    },
  ]);
});

test('names of decks and tags hold no sign that parts them', () => {
  const place = { collection: 'my::own', part: '', number: 3, title: 'A "b" :: c', emoji: '' };
  expect(deckName(place)).toBe('my:own::3 A  b  : c');
  expect(deckName({ ...place, collection: 'v', part: 'P', number: null, title: 'T' })).toBe(
    'v::P::T',
  );
  const tags = noteTags({ companies: ['Scale AI'], stars: 3, tags: ['a\tb', 'x::y'] });
  expect(tags).toEqual(['company::Scale_AI', 'difficulty::3', 'a_b', 'x::y']);
});
