import { expect, test } from 'vitest';
import { counted } from '../../../../src/model/text/counted.js';

test.each([
  [0, '0 cards'],
  [1, '1 card'],
  [2, '2 cards'],
])('%d is said as %s', (count, text) => {
  expect(counted(count, 'card')).toBe(text);
});
