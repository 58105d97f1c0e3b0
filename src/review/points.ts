import type { Point, PointKind } from '../model/answer-parts.js';
import type { TickedPoints } from '../model/event.js';
import type { Rating } from '../model/rating.js';

/** Below this share of the good points an answer has failed. */
const FAILED_BELOW = 0.5;
/** From this share of them on it is a good one. */
const GOOD_FROM = 0.8;

/** Sorts the ticked points by kind; `ticked` are their places among all, from 0. */
export function tickedPoints(points: readonly Point[], ticked: readonly number[]): TickedPoints {
  const named = (kind: PointKind) => {
    const places = points.flatMap((point, place) => (point.kind === kind ? [place] : []));
    const hit = places.flatMap((place, at) => (ticked.includes(place) ? [at] : []));
    return { hit, of: places.length };
  };
  const [good, extra, wrong] = [named('good'), named('extra'), named('wrong')];
  return {
    ...{ good: good.hit, goodOf: good.of },
    ...{ extra: extra.hit, extraOf: extra.of },
    ...{ wrong: wrong.hit, wrongOf: wrong.of },
  };
}

/** Returns the places of the points that were ticked: the inverse of `tickedPoints`. */
export function tickedPlaces(points: readonly Point[], ticked: TickedPoints): number[] {
  const counts = { good: 0, extra: 0, wrong: 0 };
  return points.flatMap(({ kind }, place) => {
    const at = counts[kind];
    counts[kind] += 1;
    return ticked[kind].includes(at) ? [place] : [];
  });
}

/**
 * The points to be kept with a rating; null where the person did not tick any off: that none was
 * named does not go with Good or Easy.
 */
export function pointsOfRating(
  points: readonly Point[],
  ticks: readonly number[] | null,
  rating: Rating,
): TickedPoints | null {
  if (ticks === null || points.length === 0 || (ticks.length === 0 && rating > 2)) return null;
  return tickedPoints(points, ticks);
}

/**
 * Suggests a rating for what was named: Again for what sinks an answer or for
 * less than half of the good points, Hard below four fifths of them, Easy for
 * all of them and half of those beyond, Good for the rest. Null where the answer has no good points.
 */
export function suggestedRating(points: TickedPoints): Rating | null {
  const { good, goodOf, extra, extraOf, wrong } = points;
  if (wrong.length > 0) return 1;
  if (goodOf === 0) return null;
  const share = good.length / goodOf;
  if (share < FAILED_BELOW) return 1;
  if (share < GOOD_FROM) return 2;
  const isExcellent = share === 1 && extra.length > 0 && extra.length * 2 >= extraOf;
  return isExcellent ? 4 : 3;
}
