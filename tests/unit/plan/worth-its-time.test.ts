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

test('as much is taken as the course asks for, what is worth most first', () => {
  expect(take([3, 2, 1.5, 0.9], 0)).toEqual([]);
  expect(take([3, 2, 1.5, 0.9], 15)).toEqual([0, 1]);
  expect(take([2, 1.001, 1.001, 0.999, 0.999], 35)).toEqual([0, 1, 2, 3]);
});

test('what is not worth half the least price is not taken, however much time there is', () => {
  expect(take([3, 0.51, 0.5, 0.1], Number.POSITIVE_INFINITY)).toEqual([0, 1]);
});
