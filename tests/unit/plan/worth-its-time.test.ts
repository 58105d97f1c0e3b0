import { expect, test } from 'vitest';
import { worthTheirTime } from '../../../src/plan/worth-its-time.js';

const SECONDS = 10;
const take = (worths: readonly number[], asked: number) =>
  worthTheirTime(
    worths.map((_, card) => card),
    (card) => worths[card]!,
    () => SECONDS,
    { floor: 1, asked },
  );

test('what is clearly worth its time is taken, whatever the course asks for', () => {
  expect(take([3, 2, 1.5, 0.5], 0)).toEqual([0, 1, 2]);
  expect(take([3, 2, 1.5, 0.5], 1000)).toEqual([0, 1, 2]);
});

test('of what is neither here nor there so much is taken as the course asks for', () => {
  expect(take([2, 1.001, 1.001, 0.999, 0.999], 25)).toEqual([0, 1, 2]);
  expect(take([2, 1.001, 1.001, 0.999, 0.999], 35)).toEqual([0, 1, 2, 3]);
  expect(take([0.999, 0.999, 0.999], 0)).toEqual([]);
});
