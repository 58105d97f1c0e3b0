import { describe, expect, test } from 'vitest';
import {
  hashcardsHistories,
  isHashcardsExport,
  textKey,
} from '../../../../src/app/import/hashcards.js';

const UTC = { offsetMinutes: () => 0 };

const basic = (hash: string, question: string, answer: string) => ({
  hash,
  familyHash: null,
  deckName: 'Deck',
  location: { filePath: 'Deck.md', lineStart: 1, lineEnd: 2 },
  content: { basic: { question, answer } },
  performance: null as unknown,
});
const review = (hash: string, reviewedAt: string, grade: string) => ({
  hash,
  reviewedAt,
  grade,
  stability: 3,
  difficulty: 5,
  dueDate: '2025-11-02',
});

const filesOf = (text: string) => ({
  kindOf: () => 'file' as const,
  readBytes: () => new TextEncoder().encode(text),
});
const read = (data: unknown) => hashcardsHistories('x.json', UTC, filesOf(JSON.stringify(data)));

describe('what hashcards export writes', () => {
  test('is told from an archive of viva', () => {
    const own = JSON.stringify({ cards: [basic('a', 'What?', 'It.')], sessions: [] }, null, 2);
    expect(isHashcardsExport('a.json', filesOf(own))).toBe(true);
    expect(isHashcardsExport('a.md', filesOf(own))).toBe(false);
    expect(isHashcardsExport('a.json', filesOf('{"format":"viva","cards":[]}'))).toBe(false);
  });

  test('reviews come one by one, ratings by their names, unknown ones left out', () => {
    const histories = read({
      cards: [basic('a', ' What? ', 'It.'), basic('b', 'New?', 'Yes.')],
      sessions: [
        { startedAt: '', endedAt: '', reviews: [review('a', '2025-10-30T12:00:00.123', 'Forgot')] },
        { reviews: [review('a', '2025-10-31T12:00:00', 'good'), review('a', 'soon', 'good')] },
        { reviews: [review('a', '2025-10-31T13:00:00', 'perfect'), review('z', 'x', 'easy')] },
      ],
    });
    expect(histories).toEqual([
      {
        texts: [textKey('What?', 'It.')],
        reviews: [
          { at: Date.UTC(2025, 9, 30, 12), rating: 1 },
          { at: Date.UTC(2025, 9, 31, 12), rating: 3 },
        ],
        schedule: null,
      },
    ]);
  });

  test('a gap is found by its bytes', () => {
    const cloze = { text: 'Größe: [x] ist groß', start: 9, end: 11 };
    const [own] = read({
      cards: [{ ...basic('a', '', ''), content: { cloze } }],
      sessions: [{ reviews: [review('a', '2025-10-30T12:00:00', 'hard')] }],
    });
    expect(own?.texts).toContain(textKey('Größe: […] ist groß', '[x]'));
  });

  test('without reviews its interval counts', () => {
    const performance = {
      lastReviewedAt: '2025-10-30T12:00:00',
      intervalDays: 12,
      dueDate: '2025-11-11',
    };
    const [own] = read({ cards: [{ ...basic('a', 'What?', 'It.'), performance }] });
    expect(own?.reviews).toEqual([]);
    expect(own?.schedule).toMatchObject({ intervalDays: 12 });
  });

  test.each(['{"cards":[', '{"cards":[{"hash":1}]}', '[]'])('%s is refused', (text) => {
    expect(() => hashcardsHistories('x.json', UTC, filesOf(text))).toThrow('export of hashcards');
  });
});
