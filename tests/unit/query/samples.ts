import fc from 'fast-check';
import type { Card, Stars } from '../../../src/model/card.js';
import { cardId, studyDay } from '../../../src/model/ids.js';
import { type Memory, NEW_MEMORY } from '../../../src/model/memory.js';
import type { Moment } from '../../../src/model/moment.js';
import {
  type Comparison,
  IS_WORDS,
  NUMERIC_PROPERTIES,
  type Query,
} from '../../../src/model/query.js';
import { allOf, anyOf } from '../../../src/model/query-tree.js';
import type { Queried } from '../../support/query/matches.js';

const DAY = 86_400_000;
export const TODAY = 20_000;

/** Noon (UTC) of a study day that begins at 04:00. */
export const MOMENT: Moment = {
  now: TODAY * DAY + DAY / 2,
  today: studyDay(TODAY),
  dayStart: TODAY * DAY + DAY / 6,
  dayEnd: (TODAY + 1) * DAY + DAY / 6,
};

export function sampleCard(more: Partial<Card> = {}): Card {
  return {
    id: cardId('7k2p00000000'),
    explicitId: null,
    module: {
      collection: 'viva',
      part: 'Inference',
      number: 22,
      title: 'KV Cache & Memory',
      emoji: '💾',
    },
    ordinal: 0,
    stars: 2,
    companies: [],
    tags: [],
    question: 'Why does the KV cache grow?',
    answer: 'Every token leaves one key and one value.',
    defects: [],
    file: null,
    line: 1,
    addedAt: MOMENT.now,
    changedAt: MOMENT.now,
    retired: false,
    ...more,
  };
}

export function sample(
  card: Partial<Card> = {},
  memory: Partial<Memory> = {},
  more: Partial<Queried> = {},
): Queried {
  return {
    card: sampleCard(card),
    memory: { ...NEW_MEMORY, ...memory },
    retrievability: null,
    ...more,
  };
}

/** A card in review, due today. */
export const IN_REVIEW: Partial<Memory> = {
  state: 'review',
  stability: 12,
  difficulty: 5.5,
  lastAt: MOMENT.now - 10 * DAY,
  lastDay: studyDay(TODAY - 10),
  dueDay: studyDay(TODAY),
  intervalDays: 10,
  reps: 4,
  lapses: 1,
  introducedDay: studyDay(TODAY - 30),
};

/** A card within its learning steps, due five minutes ago. */
export const IN_LEARNING: Partial<Memory> = {
  state: 'learning',
  stability: 2,
  difficulty: 5,
  lastAt: MOMENT.now - 600_000,
  lastDay: studyDay(TODAY),
  dueAt: MOMENT.now - 300_000,
  reps: 1,
  introducedDay: studyDay(TODAY),
};

const name = fc.constantFrom(
  'Google',
  'google',
  'OpenAI',
  'goo*',
  '*',
  '*a*i',
  'none',
  'Ångström',
  'ÅNGSTRÖM',
  'C++',
  'a,b',
  'kv cache',
  '[x]?',
  '100%',
  'under_score',
  'ß',
  'or',
  '22',
  'แคช',
);
const number = fc.oneof(
  fc.constantFrom(0, 1, 7, 0.5, 1e-7, 123_456.789, -1, 3.7, 0.1 + 0.2),
  fc.integer({ min: -100, max: 100 }),
);
const ops = fc.constantFrom<Comparison>('<', '<=', '=', '>=', '>', '!=');

/** Words and pieces of text as cards and people use them. */
export const searchText: fc.Arbitrary<string> = fc
  .array(
    fc.constantFrom(
      'cache',
      'Cache',
      'key',
      'KEY-value',
      'value',
      'ca',
      'Ångström',
      'angstrom',
      'naïve',
      'O(n²)',
      'C++',
      '→',
      '"',
      '\\',
      ':',
      '%',
      '_',
      'σίγμας',
      'ΣΊΓΜΑΣ',
      'Ёлка',
      'แคช',
      'หน่วย',
      '缓存',
      '内存',
      'キャッシュ',
      'ß',
      '😀',
      'or',
      '-x',
      '*',
    ),
    { minLength: 1, maxLength: 3 },
  )
  .chain((parts) => fc.constantFrom(' ', ' ', ', ', '').map((between) => parts.join(between)));

/** A term, with values that a comparison or an index could get wrong. */
const term: fc.Arbitrary<Query> = fc.oneof(
  { weight: 3, arbitrary: searchText.map((text): Query => ({ kind: 'text', text })) },
  fc.record({ kind: fc.constantFrom('company', 'part', 'tag', 'collection'), name }),
  name.map((title): Query => ({ kind: 'module-title', title })),
  fc.nat({ max: 30 }).map((value): Query => ({ kind: 'module', number: value })),
  fc
    .constantFrom<[Stars, Stars]>([1, 1], [1, 2], [1, 3], [2, 2], [2, 3], [3, 3])
    .map(([from, to]): Query => ({ kind: 'stars', from, to })),
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('is'), word: fc.constantFrom(...IS_WORDS) }),
  },
  fc
    .constantFrom('7k2p', '7K2P', 'kv-1', 'KV-1', 'm1c0', 'm', '"', 'é')
    .map((id): Query => ({ kind: 'id', id })),
  fc.integer({ min: 0, max: 7 }).map((value): Query => ({ kind: 'flag', value })),
  fc.record({
    kind: fc.constant('property'),
    name: fc.constantFrom(...NUMERIC_PROPERTIES.filter((each) => each !== 'retrievability')),
    op: ops,
    value: number,
  }),
  fc.record({
    kind: fc.constant('property'),
    name: fc.constant('retrievability'),
    op: ops,
    value: fc.constantFrom(0, 0.05, 0.5, 0.8, 0.1 + 0.2, 1),
  }),
  fc.record({
    kind: fc.constantFrom('added', 'introduced'),
    days: fc.integer({ min: 1, max: 40 }),
  }),
  fc.record({
    kind: fc.constant('rated'),
    days: fc.integer({ min: 1, max: 40 }),
    rating: fc.constantFrom(null, 1, 2, 3, 4),
  }),
) as fc.Arbitrary<Query>;

/** Queries as parsing gives them: flat, and without one for every card inside. */
export const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 3, arbitrary: term },
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map((terms) => allOf(...terms)),
    fc.array(tie('query'), { minLength: 1, maxLength: 3 }).map(anyOf),
    tie('query').map(
      (inner): Query => (inner.kind === 'not' ? inner.term : { kind: 'not', term: inner }),
    ),
  ),
})).query;
