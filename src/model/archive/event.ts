import { REVIEW_KINDS } from '../event.js';
import * as z from '../schema.js';
import { cardName, count, day, eventName, key, text, time } from './fields.js';

const eventBase = {
  id: eventName,
  card: cardName,
  at: time,
  day,
  device: text.check(z.minLength(1)),
  /** Later than `at`; see `JournalEvent`. */
  clock: z.optional(time),
};

/** No answer has more points. */
const MAX_POINTS = 1000;
const points = z.int().check(z.minimum(0), z.maximum(MAX_POINTS));
const ticked = z.array(points).check(z.maxLength(MAX_POINTS));

export const tickedPointsSchema = z
  .strictObject({
    good: ticked,
    goodOf: points,
    extra: ticked,
    extraOf: points,
    wrong: ticked,
    wrongOf: points,
  })
  .check(
    z.refine(
      ({ good, goodOf, extra, extraOf, wrong, wrongOf }) =>
        areOf(good, goodOf) && areOf(extra, extraOf) && areOf(wrong, wrongOf),
      'the points ticked are numbers below that of all, rising',
    ),
  );

function areOf(numbers: readonly number[], all: number): boolean {
  return numbers.every((number, at) => number < all && number > (numbers[at - 1] ?? -1));
}

export const archiveEventSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    ...eventBase,
    kind: z.literal('review'),
    rating: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
    durationMs: count,
    reviewKind: z.enum(REVIEW_KINDS),
    config: key,
    intervalDays: z.optional(z.int().check(z.minimum(1), z.maximum(36_500))),
    aroundBreak: z.optional(z.literal(true)),
    points: z.optional(tickedPointsSchema),
  }),
  z.strictObject({ ...eventBase, kind: z.literal('undo'), target: eventName }),
  z.strictObject({ ...eventBase, kind: z.literal('bury'), until: day }),
  z.strictObject({
    ...eventBase,
    kind: z.literal('flag'),
    value: z.int().check(z.minimum(0), z.maximum(7)),
  }),
  z.strictObject({ ...eventBase, kind: z.enum(['suspend', 'resume', 'forget']) }),
]);

export type ArchiveEvent = z.infer<typeof archiveEventSchema>;
