import { expect, test } from 'vitest';
import * as z from '../../../../src/model/schema.js';
import { requirementOf } from '../../../../src/model/text/requirement.js';

test.each([
  [z.number(), 'abc', 'must be a number'],
  [z.int(), 1.5, 'must be a whole number'],
  [z.boolean(), 3, 'must be true or false'],
  [z.array(z.string()), 'x', 'must be a list'],
  [z.number().check(z.minimum(1)), 0, 'must be at least 1'],
  [z.int().check(z.maximum(9)), 10, 'must be at most 9'],
  [z.number().check(z.positive()), 0, 'must be more than 0'],
  [z.string().check(z.maxLength(2)), 'abc', 'must have at most 2 characters'],
  [z.array(z.string()).check(z.maxLength(1)), ['a', 'b'], 'must have at most 1 entries'],
  [z.enum(['a', 'b']), 'c', 'must be a or b'],
  [z.number('must be a number of days'), 'x', 'must be a number of days'],
])('says what a value must be, %#', (schema, value, said) => {
  const issue = schema.safeParse(value).error?.issues[0];
  expect(issue && requirementOf(issue)).toBe(said);
});
