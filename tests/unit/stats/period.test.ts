import { expect, test } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { parseSpan } from '../../../src/stats/period.js';

const TODAY = studyDay(20_000); // 2024-10-04

test('counts spans back, today being the last day', () => {
  expect(parseSpan('1d', 'since', TODAY)).toBe(TODAY);
  expect(parseSpan('2w', 'since', TODAY)).toBe(TODAY - 13);
  expect(parseSpan('6m', 'since', TODAY)).toBe(TODAY - 179);
  expect(parseSpan('1Y', 'since', TODAY)).toBe(TODAY - 364);
});

test('ends where the shorter span begins', () => {
  const until = parseSpan('30d', 'until', TODAY);
  expect(until).toBe((parseSpan('30d', 'since', TODAY) ?? 0) - 1);
});

test.each(['', '30', 'd', '0d', '-3d', '1.5d', '2024-10-01', '3 d', 'yesterday'])(
  'refuses %j',
  (text) => {
    expect(parseSpan(text, 'since', TODAY)).toBeUndefined();
  },
);
