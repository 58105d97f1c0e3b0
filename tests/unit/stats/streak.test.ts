import { expect, test } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { streak } from '../../../src/stats/streak.js';

const TODAY = studyDay(100);

test.each([
  ['no day at all', [], 0],
  ['today alone', [100], 1],
  ['yesterday, with today still open', [99, 98], 2],
  ['a run up to today', [100, 99, 98, 96], 3],
  ['a run that has ended', [98, 97], 0],
])('%s', (_, days, length) => {
  expect(streak(days.map(studyDay), TODAY)).toBe(length);
});
