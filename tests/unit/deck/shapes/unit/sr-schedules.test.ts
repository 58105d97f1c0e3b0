import { expect, test } from 'vitest';
import { isReviewed, srSchedules } from '../../../../../src/deck/shapes/unit/sr-schedules.js';

test('schedules are found at their lines, one entry a card', () => {
  const text = [
    'q::a <!--SR:!2024-01-10,5,230-->',
    'b',
    '<!--SR:!2024-02-01,12,250!2000-01-01,1,250-->',
    'old <!--SR:2021-08-11,4,270--> <!-- SR: no --> <!--SR:!2024-13,x-->',
  ].join('\n');
  const found = srSchedules(text);
  expect(found).toEqual([
    { line: 1, entries: [{ due: '2024-01-10', intervalDays: 5 }] },
    {
      line: 3,
      entries: [
        { due: '2024-02-01', intervalDays: 12 },
        { due: '2000-01-01', intervalDays: 1 },
      ],
    },
    { line: 4, entries: [{ due: '2021-08-11', intervalDays: 4 }] },
  ]);
  expect(found.flatMap(({ entries }) => entries.map(isReviewed))).toEqual([
    ...[true, true, false, true],
  ]);
});
