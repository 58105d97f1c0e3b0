import { describe, expect, test } from 'vitest';
import { reviewCode } from '../../../../src/model/review-code.js';
import { cutAt, historiesOf, predictionTimes } from '../../../../src/schedule/fit/histories.js';
import { ReviewColumns } from '../../../../src/stats/review-columns.js';

const LEARN = reviewCode('learn', 3);
const REVIEW = reviewCode('review', 1);

/** Rows of card, day, code. */
function logOf(rows: readonly (readonly [number, number, number])[]) {
  const log = new ReviewColumns();
  for (const [n, [card, day, code]] of rows.entries()) log.push(card, day * 10 + n, day, code, 5);
  return log;
}

describe('historiesOf', () => {
  test('gives each card its ratings and the days between them', () => {
    const log = logOf([
      [1, 5, LEARN],
      [2, 5, LEARN],
      [1, 5, reviewCode('learn', 2)],
      [1, 8, REVIEW],
    ]);
    const [one, two] = historiesOf(log);
    expect(one).toMatchObject({ ratings: [3, 2, 1], gaps: [0, 0, 3] });
    expect(two).toMatchObject({ ratings: [3], gaps: [0] });
  });

  test('leaves cramming out, and begins anew where a card was forgotten', () => {
    const log = logOf([
      [1, 5, LEARN],
      [1, 6, reviewCode('cram', 1)],
      [1, 7, REVIEW],
      [1, 8, 0],
      [1, 9, LEARN],
      [1, 10, reviewCode('review', 4)],
    ]);
    expect(historiesOf(log)).toMatchObject([
      { ratings: [3, 1], gaps: [0, 2] },
      { ratings: [3, 4], gaps: [0, 1] },
    ]);
  });

  test('leaves out what does not begin with learning, until it is forgotten', () => {
    const log = logOf([
      [1, 5, REVIEW],
      [1, 6, reviewCode('learn', 2)],
      [1, 7, 0],
      [1, 8, LEARN],
    ]);
    expect(historiesOf(log)).toMatchObject([{ ratings: [3], gaps: [0] }]);
  });

  test('takes a day that ran backwards for the same day', () => {
    const log = logOf([
      [1, 9, LEARN],
      [1, 7, REVIEW],
      [1, 8, REVIEW],
    ]);
    expect(historiesOf(log)).toMatchObject([{ gaps: [0, 0, 1] }]);
  });
});

describe('cutAt', () => {
  test('cuts every history at a time', () => {
    const histories = historiesOf(
      logOf([
        [1, 1, LEARN],
        [1, 2, REVIEW],
        [2, 3, LEARN],
      ]),
    );
    expect(cutAt(histories, 21)).toMatchObject([{ ratings: [3] }]);
    expect(cutAt(histories, 22)).toMatchObject([{ ratings: [3, 1] }]);
    expect(cutAt(histories, Number.POSITIVE_INFINITY)).toEqual(histories);
    expect(cutAt(histories, 0)).toEqual([]);
  });
});

test('predictions are of reviews on a later day', () => {
  const log = logOf([
    [1, 1, LEARN],
    [1, 1, LEARN],
    [2, 2, LEARN],
    [2, 4, REVIEW],
    [1, 3, REVIEW],
  ]);
  expect([...predictionTimes(historiesOf(log))]).toEqual([34, 43]);
});
