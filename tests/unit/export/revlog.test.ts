import { expect, test } from 'vitest';
import { revlogPieces } from '../../../src/export/revlog.js';
import type { ReviewKind } from '../../../src/model/event.js';
import type { Rating } from '../../../src/model/rating.js';
import { reviewCode } from '../../../src/model/review-code.js';
import { ReviewColumns } from '../../../src/stats/review-columns.js';

type Row = readonly [card: number, at: number, kind: ReviewKind | 'forget', rating?: Rating];

function log(...rows: readonly Row[]): string[] {
  const reviews = new ReviewColumns();
  for (const [card, at, kind, rating = 3] of rows) {
    reviews.push(card, at, 0, kind === 'forget' ? 0 : reviewCode(kind, rating), at + 1);
  }
  return [...revlogPieces(reviews)].join('').trimEnd().split('\r\n');
}

test('has the columns of FSRS optimisers, and nothing more where nothing was reviewed', () => {
  expect(log()).toEqual(['card_id,review_time,review_rating,review_state,review_duration']);
});

test('goes by card, then by time, with the state before each review', () => {
  const rows = log(
    [7, 40, 'relearn', 2],
    [2, 30, 'learn', 4],
    [7, 10, 'learn', 1],
    [7, 20, 'learn', 3],
    [7, 30, 'review', 1],
  );
  expect(rows.slice(1)).toEqual([
    '2,30,4,0,31',
    '7,10,1,0,11',
    '7,20,3,1,21',
    '7,30,1,2,31',
    '7,40,2,3,41',
  ]);
});

test('leaves cram out, and what came before a card was forgotten', () => {
  const rows = log(
    [1, 10, 'learn'],
    [1, 20, 'cram'],
    [1, 30, 'review'],
    [1, 40, 'forget'],
    [1, 50, 'cram'],
    [1, 60, 'learn'],
    [1, 70, 'review'],
    [2, 10, 'learn'],
    [2, 20, 'forget'],
    [3, 5, 'cram'],
    [3, 15, 'review'],
  );
  expect(rows.slice(1)).toEqual(['1,60,3,0,61', '1,70,3,2,71', '3,15,3,0,16']);
});
