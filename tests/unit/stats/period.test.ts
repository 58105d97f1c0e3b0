import { expect, test } from 'vitest';
import { studyDay } from '../../../src/model/ids.js';
import { parsePeriodEnd } from '../../../src/stats/period.js';

const TODAY = studyDay(20_000); // 2024-10-04

test('reads dates', () => {
  expect(parsePeriodEnd('2024-10-01', 'since', TODAY)).toBe(19_997);
  expect(parsePeriodEnd(' 2024-10-01 ', 'until', TODAY)).toBe(19_997);
});

test('counts spans back, today being the last day', () => {
  expect(parsePeriodEnd('1d', 'since', TODAY)).toBe(TODAY);
  expect(parsePeriodEnd('2w', 'since', TODAY)).toBe(TODAY - 13);
  expect(parsePeriodEnd('6m', 'since', TODAY)).toBe(TODAY - 179);
  expect(parsePeriodEnd('1Y', 'since', TODAY)).toBe(TODAY - 364);
});

test('ends where the shorter span begins', () => {
  const until = parsePeriodEnd('30d', 'until', TODAY);
  expect(until).toBe((parsePeriodEnd('30d', 'since', TODAY) ?? 0) - 1);
});

test.each(['', '30', 'd', '0d', '-3d', '1.5d', '2024-02-30', '3 d', 'yesterday'])(
  'refuses %j',
  (text) => {
    expect(parsePeriodEnd(text, 'since', TODAY)).toBeUndefined();
  },
);
