import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { parseQuery } from '../../../src/query/parse.js';
import { isDue } from '../../support/query/due.js';
import { matches, type Queried } from '../../support/query/matches.js';
import { IN_LEARNING, IN_REVIEW, MOMENT, query, sample, TODAY } from '../../unit/query/samples.js';

const DAY = 86_400_000;
const fits = (text: string, record: Queried) =>
  matches(parseQuery(text), record, { moment: MOMENT });

describe('a card is found', () => {
  const record = sample(
    { companies: ['Google', 'Meta'], tags: ['systems'], stars: 3, explicitId: 'kv-1' },
    IN_REVIEW,
    { retrievability: 0.85 },
  );

  test.each([
    '',
    'cache',
    'KV cache',
    'tok',
    '"one key"',
    'cache -flash',
    'flash OR cache',
    'company:google',
    'company:meta,apple',
    'company:goo*',
    '-company:apple',
    'part:inference',
    'module:22',
    'module:"kv cache"',
    'module:memory',
    'module:"KV*Memory"',
    'tag:SYSTEMS',
    '-tag:none',
    'collection:viva',
    'deck:v*',
    'difficulty:hard',
    'difficulty:2..3',
    'id:7k2p',
    'id:7K2P',
    'id:kv-1',
    'is:review',
    'is:due',
    '-is:new',
    '-is:retired',
    'flag:0',
    'due:today',
    'due:<=7d',
    'interval:10d',
    'prop:ivl>9',
    'stability:>11',
    'prop:d=0.5',
    'lapses:1',
    'reps:>=4',
    'retrievability:<0.9',
    'prop:r>84%',
    'added:1',
    'introduced:31',
  ])('by %j', (text) => {
    expect(fits(text, record)).toBe(true);
  });

  test.each([
    'flash',
    'ache',
    '-cache',
    'company:goog',
    'part:infer',
    'module:2',
    'module:23',
    'tag:none',
    'tag:sys',
    'collection:viv',
    'difficulty:1..2',
    'id:kv',
    'id:KV-1',
    'is:new',
    'is:learning',
    'is:suspended',
    'is:buried',
    'is:leech',
    'is:flagged',
    'is:retired',
    'flag:1',
    'due:<0',
    'due:tomorrow',
    'interval:!=10',
    'prop:d>0.5',
    'retrievability:<0.8',
    'introduced:30',
    'rated:99',
  ])('not by %j', (text) => {
    expect(fits(text, record)).toBe(false);
  });
});

describe('is:', () => {
  test('due is what waits now, unless it is held out of the queue', () => {
    expect(fits('is:due', sample({}, IN_LEARNING))).toBe(true);
    expect(fits('is:due', sample({}, { ...IN_LEARNING, dueAt: MOMENT.now + 1 }))).toBe(false);
    expect(fits('is:due', sample({}, { ...IN_REVIEW, dueDay: studyDay(TODAY + 1) }))).toBe(false);
    expect(fits('is:due', sample({}, { ...IN_REVIEW, suspended: true }))).toBe(false);
    const buried = { ...IN_REVIEW, buriedUntil: studyDay(TODAY + 1) };
    expect(fits('is:due', sample({}, buried))).toBe(false);
    expect(fits('is:buried', sample({}, buried))).toBe(true);
    expect(fits('is:due', sample({}, { ...IN_REVIEW, buriedUntil: studyDay(TODAY) }))).toBe(true);
    expect(fits('is:due', sample())).toBe(false);
    expect(fits('is:due OR is:retired', sample({ retired: true }, IN_REVIEW))).toBe(true);
    expect(fits('is:due -is:new', sample({ retired: true }, IN_REVIEW))).toBe(false);
  });

  test('due means what the scheduler means', () => {
    const days = fc.integer({ min: TODAY - 3, max: TODAY + 3 }).map(studyDay);
    const memory = fc.record({
      dueAt: fc.option(fc.integer({ min: MOMENT.now - 2, max: MOMENT.now + 2 })),
      dueDay: fc.option(days),
      buriedUntil: fc.option(days),
      suspended: fc.boolean(),
    });
    fc.assert(
      fc.property(memory, (some) => {
        const record = sample({}, some);
        expect(fits('is:due', record)).toBe(isDue(record.memory, MOMENT));
      }),
    );
  });

  test('learning covers relearning too', () => {
    expect(fits('is:learning', sample({}, IN_LEARNING))).toBe(true);
    expect(fits('is:learning', sample({}, { ...IN_LEARNING, state: 'relearning' }))).toBe(true);
  });

  test('flagged is the flag of a person or a defect of the text', () => {
    expect(fits('is:flagged', sample({}, { flag: 3 }))).toBe(true);
    expect(fits('flag:3', sample({}, { flag: 3 }))).toBe(true);
    expect(fits('is:flagged', sample({ defects: ['answer-truncated'] }))).toBe(true);
    expect(fits('is:leech', sample({}, { leech: true }))).toBe(true);
  });

  test('retired cards are left out of all queries that do not speak of them', () => {
    const retired = sample({ retired: true });
    expect(fits('', retired)).toBe(false);
    expect(fits('cache', retired)).toBe(false);
    expect(fits('-company:x', retired)).toBe(false);
    expect(fits('is:retired', retired)).toBe(true);
    expect(fits('is:retired cache', retired)).toBe(true);
    expect(fits('-is:retired', retired)).toBe(false);
  });
});

describe('days', () => {
  test('count back from today, which is the first', () => {
    const added = (at: number) => sample({ addedAt: at });
    expect(fits('added:1', added(MOMENT.dayStart))).toBe(true);
    expect(fits('added:1', added(MOMENT.dayStart - 1))).toBe(false);
    expect(fits('added:2', added(MOMENT.dayStart - DAY))).toBe(true);
    const introduced = sample({}, { introducedDay: studyDay(TODAY - 6) });
    expect(fits('introduced:7', introduced)).toBe(true);
    expect(fits('introduced:6', introduced)).toBe(false);
    expect(fits('introduced:99999', sample())).toBe(false);
  });

  test('of reviews can ask for a rating', () => {
    const reviews = [
      { day: studyDay(TODAY - 6), rating: 1 as const },
      { day: studyDay(TODAY), rating: 3 as const },
    ];
    const record = sample({}, IN_REVIEW, { reviews });
    expect(fits('rated:1', record)).toBe(true);
    expect(fits('rated:1:1', record)).toBe(false);
    expect(fits('rated:7:1', record)).toBe(true);
    expect(fits('rated:6:1', record)).toBe(false);
  });

  test('until due count a learning step for its day', () => {
    expect(fits('due:today', sample({}, IN_LEARNING))).toBe(true);
    const tomorrow = { ...IN_LEARNING, dueAt: MOMENT.dayEnd };
    expect(fits('due:tomorrow', sample({}, tomorrow))).toBe(true);
    expect(fits('due:<0', sample({}, { ...IN_LEARNING, dueAt: MOMENT.dayStart - 1 }))).toBe(true);
  });
});

describe('a number that a card does not have', () => {
  test.each(['due', 'interval', 'stability', 'retrievability', 'prop:difficulty'])(
    'compares with nothing: %s of a new card',
    (name) => {
      const compare = (rest: string) =>
        fits(name.startsWith('prop:') ? `${name}${rest}` : `${name}:${rest}`, sample());
      expect(compare('<=1')).toBe(false);
      expect(compare('>0')).toBe(false);
      expect(compare('!=1')).toBe(false);
      expect(fits(`-(${name.startsWith('prop:') ? `${name}>1` : `${name}:>1`})`, sample())).toBe(
        true,
      );
    },
  );
});

test('a card fits a query or its opposite', () => {
  const records = [
    sample(),
    sample({ companies: ['Google'] }, IN_REVIEW, { retrievability: 0.5 }),
    sample({}, IN_LEARNING, { retrievability: 0.9 }),
  ];
  fc.assert(
    fc.property(query, fc.constantFrom(...records), (asked, record) => {
      const context = { moment: MOMENT };
      const opposite = matches({ kind: 'not', term: asked }, record, context);
      expect(matches(asked, record, context)).toBe(!opposite);
    }),
  );
});
