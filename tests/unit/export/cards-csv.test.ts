import { expect, test } from 'vitest';
import { CARDS_HEADER, type CardFigures, cardsCsvPieces } from '../../../src/export/cards-csv.js';
import { cardId } from '../../../src/model/ids.js';
import { NEW_MEMORY } from '../../../src/model/memory.js';

const CARD: CardFigures = {
  card: {
    id: cardId('aaaaaaaaaaa1'),
    explicitId: null,
    module: { collection: 'viva', part: 'Inference', number: 22, title: 'KV, Cache', emoji: '' },
    ordinal: 0,
    stars: 3,
    companies: ['Google', 'Meta'],
    tags: [],
    question: '=1+1',
    answer: 'Line "one"\nline two',
    defects: ['answer-truncated'],
    file: '/a.md',
    line: 3,
    addedAt: 5,
    changedAt: 5,
    retired: false,
  },
  memory: NEW_MEMORY,
  retrievability: null,
  dueAt: null,
  parts: null,
};

test('holds every field of the list, a card a record, safe for a spreadsheet', () => {
  expect([...cardsCsvPieces([CARD])].join('')).toBe(
    `${CARDS_HEADER.join(',')}\r\n` +
      'aaaaaaaaaaa1,viva,Inference,22,"KV, Cache",3,Google; Meta,,' +
      `'=1+1,"Line ""one""\nline two",answer-truncated,new,,,,,0,0,false,false,,,,,\r\n`,
  );
});

test('tells memory and due time of a card in review', () => {
  const memory = {
    ...NEW_MEMORY,
    state: 'review',
    stability: 4.5,
    difficulty: 6,
    reps: 2,
  } as const;
  const card = { ...CARD, memory: { ...memory, flag: 2 }, retrievability: 0.87, dueAt: 86_400_000 };
  const [, record = ''] = [...cardsCsvPieces([card])].join('').split('\r\n');
  expect(record).toContain(
    'answer-truncated; flag:2,review,1970-01-02T00:00:00.000Z,4.5,6,0.87,2,0,false,false',
  );
});

test('tells the parts of an answer, points and follow-ups by their lines', () => {
  const parts = {
    short: 'Said in "short".',
    points: [
      { kind: 'good', text: '-1 is named' },
      { kind: 'extra', text: 'more' },
      { kind: 'wrong', text: 'wrong: no' },
    ],
    followUps: [
      { question: 'Why?', answer: 'So.' },
      { question: 'And then?', answer: 'This.' },
    ],
    trap: null,
    rest: '=2',
  } as const;
  const csv = [...cardsCsvPieces([{ ...CARD, parts }])].join('');
  expect(csv).toContain(
    'false,false,"Said in ""short"".","\'-1 is named\n(+) more\n(x) wrong: no","Why?\nSo.\n\nAnd then?\nThis.",,\'=2\r\n',
  );
});
