import { expect, test } from 'vitest';
import { parseRating } from '../../../src/model/rating.js';

test.each([
  ['again', 1],
  [' HARD ', 2],
  ['3', 3],
  ['Easy', 4],
  ['5', undefined],
  ['', undefined],
])('%j is %j', (text, rating) => {
  expect(parseRating(text)).toBe(rating);
});
