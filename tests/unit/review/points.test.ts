import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point, PointKind } from '../../../src/model/answer-parts.js';
import {
  pointsOfRating,
  suggestedRating,
  tickedPlaces,
  tickedPoints,
} from '../../../src/review/points.js';

const points = (...kinds: PointKind[]): Point[] => kinds.map((kind) => ({ kind, text: kind }));
const MIXED = points('good', 'wrong', 'good', 'extra', 'good', 'extra');

test('ticks are numbered within their kind, whatever the order of ticking', () => {
  expect(tickedPoints(MIXED, [4, 1, 0, 3])).toEqual({
    ...{ good: [0, 2], goodOf: 3, extra: [0], extraOf: 2, wrong: [0], wrongOf: 1 },
  });
});

test('the places of what was ticked come back', () => {
  const all = fc.array(fc.constantFrom<PointKind>('good', 'extra', 'wrong'), { maxLength: 9 });
  fc.assert(
    fc.property(all, fc.infiniteStream(fc.boolean()), (kinds, ticks) => {
      const places = kinds.flatMap((_, at) => (ticks.next().value ? [at] : []));
      const ticked = tickedPoints(points(...kinds), places);
      expect(tickedPlaces(points(...kinds), ticked)).toEqual(places);
    }),
  );
});

describe('the ticked share suggests', () => {
  test.each([
    ['Again for nothing', [], 1],
    ['Again for less than half', [0], 1],
    ['Hard for most', [0, 2], 2],
    ['Good for all', [0, 2, 4], 3],
    ['Easy for all and half of those beyond', [0, 2, 4, 5], 4],
    ['Again for what sinks it', [0, 1, 2, 3, 4, 5], 1],
  ] as const)('%s', (_, ticks, rating) => {
    expect(suggestedRating(tickedPoints(MIXED, ticks))).toBe(rating);
  });

  test('nothing where there is no good point', () => {
    expect(suggestedRating(tickedPoints(points('extra', 'wrong'), []))).toBeNull();
  });
});

test('no tick at all counts with Again and Hard alone', () => {
  expect(pointsOfRating(MIXED, null, 1)).toBeNull();
  expect(pointsOfRating([], [], 1)).toBeNull();
  expect(pointsOfRating(MIXED, [], 3)).toBeNull();
  expect(pointsOfRating(MIXED, [], 1)).toMatchObject({ good: [], goodOf: 3 });
  expect(pointsOfRating(MIXED, [0], 4)).toMatchObject({ good: [0] });
});
