import { describe, expect, test } from 'vitest';
import { parseEdn } from '../../../../../src/deck/shapes/exports/edn.js';
import { parseTransit } from '../../../../../src/deck/shapes/exports/transit.js';
import { pairsOf, readList } from '../reading.js';

const CONTENT = 'What is a?\n---\nIt.\n\n```md\n---\n```';
const PAIRS = [
  ['What is a?', 'It.\n\n```md\n---\n```'],
  ['A […] is kept', 'cache'],
  ['pod', 'Smallest unit'],
];

const AT_LENGTH = JSON.stringify({
  '~:version': 2,
  '~:decks': [
    { '~:id': '~:d1', '~:name': 'Ops', '~:cards': { '~#list': [{ '~:content': CONTENT }] } },
    {
      '~:id': '~:d2',
      '~:name': 'Deep',
      '~:parent-id': '~:d1',
      '~:cards': { '~#list': [{ '~:content': 'A {{1::cache}} is kept', '~:reviews': [] }] },
    },
  ],
  '~:templates': {
    '~#list': [
      {
        '~:id': '~:t1',
        '~:content': '<< Front >>\n---\n<< Back >>',
        '~:fields': {
          '~:f1': { '~:id': '~:f1', '~:name': 'Front' },
          '~:f2': { '~:id': '~:f2', '~:name': 'Back' },
        },
      },
    ],
  },
  '~:cards': [
    {
      '~:deck-id': '~:d2',
      '~:template-id': '~:t1',
      '~:content': '',
      '~:fields': { '~:f1': { '~:value': 'pod' }, '~:f2': { '~:value': 'Smallest unit' } },
    },
    { '~:content': 'gone\n---\ngone', '~:trashed?': { '~#dt': 1 } },
  ],
});
// The same in short: a keyword that was written once is written by its code.
const SHORT = JSON.stringify([
  '^ ',
  ...['~:version', 2, '~:decks', [['^ ', '~:id', '~:d1', '~:name', 'Ops']]],
  ...[
    '~:cards',
    [
      ['^ ', '~:deck-id', '^3', '~:content', CONTENT],
      ['^ ', '^6', '^3', '^7', '~~tilde\n---\nback'],
    ],
  ],
]);
const EDN = `{:version 2, :decks [{:name "Ops" :cards ({:name "a" :content ${JSON.stringify(CONTENT)}, :pos #inst "2020-01-01T00:00:00Z"} {:content "A {{cache}} is kept" :tags #{"x"}})}] ; end\n}`;

describe('an export of Mochi', () => {
  test('in Transit at length: decks, gaps, templates; nothing from the trash', () => {
    const { reading, modules } = readList(AT_LENGTH);
    expect(reading.shape).toBe('mochi');
    expect(pairsOf(AT_LENGTH)).toEqual(PAIRS);
    expect(modules.map(({ title, part }) => [part, title])).toEqual([
      ['lists', 'Ops'],
      ['Ops', 'Deep'],
    ]);
  });

  test('in Transit in short', () => {
    expect(pairsOf(SHORT)).toEqual([PAIRS[0], ['~tilde', 'back']]);
  });

  test('in EDN', () => {
    expect(pairsOf(EDN)).toEqual(PAIRS.slice(0, 2));
  });

  test.each([
    ['data of another program', '{"cards":[{"content":"What?\\n---\\nIt."}]}'],
    ['Transit that breaks off', AT_LENGTH.slice(0, -5)],
    ['EDN that breaks off', EDN.slice(0, -40)],
    ['EDN that nests without an end', `{:decks ${'['.repeat(100_000)}`],
    ['Transit that nests without an end', `{"~:decks":${'['.repeat(2000)}${']'.repeat(2000)}}`],
    ['EDN in which a map is a key', '{:version {{} ""}}'],
    ['EDN in which a list of maps is a key', '{:decks 1 [{}] 1}'],
    ['cards that are none', '{"~:version":2,"~:cards":["~:a",1]}'],
    ['a code that stands for nothing', '["^ ","~:cards","^9"]'],
  ])('%s gives no card', (_, text) => {
    expect(readList(text).modules).toEqual([]);
  });

  test('sides that are but a heading, or end in one', () => {
    const cards = ['# What is `a`?\n---\n# It.', 'Of *b*:\n## What is it?\n---\nSo.'];
    const decks = [{ '~:id': '~:d1', '~:cards': cards.map((text) => ({ '~:content': text })) }];
    expect(pairsOf(JSON.stringify({ '~:decks': decks }))).toEqual([
      ['What is `a`?', 'It.'],
      ['Of *b*:\nWhat is it?', 'So.'],
    ]);
  });

  test('keys inherit nothing', () => {
    expect(parseEdn('{"__proto__" {:a 1}}')).toEqual(Object.fromEntries([['__proto__', { a: 1 }]]));
    expect(Object.getPrototypeOf(parseTransit('{"~:__proto__":{"~:a":1},"~:b":2}'))).toBeNull();
  });
});
