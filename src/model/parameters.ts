import * as z from './schema.js';

const measure = z.lazy(() =>
  z.strictObject({
    /** Mean log loss of the predictions, natural logarithm. */
    logLoss: z.number().check(z.minimum(0)),
    /** Root mean square of predicted less actual recall over bins of like reviews, 0..1. */
    rmseBins: z.number().check(z.minimum(0), z.maximum(1)),
  }),
);

/**
 * Where a parameter set comes from: a training, with what it measured on
 * reviews that it had not seen; or a person's choice of an earlier set (by id)
 * or of the defaults (null).
 */
export const parameterOriginSchema = z.lazy(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('trained'),
      /** All weights, or the four initial stabilities alone. */
      fitted: z.enum(['all', 'initial']),
      /** Reviews that predictions were made for. */
      predictions: z.int().check(z.minimum(0)),
      before: measure,
      after: measure,
    }),
    z.strictObject({
      kind: z.literal('chosen'),
      set: z.nullable(z.string().check(z.maxLength(26))),
    }),
  ]),
);

/** How well predictions fit what happened. */
export type Measure = z.infer<typeof measure>;
export type ParameterOrigin = z.infer<typeof parameterOriginSchema>;

/** Weights as they were put in force once. */
export interface ParameterSet {
  /** A ULID: sets of two machines have different ones. */
  readonly id: string;
  /** FSRS-6 weights; null: the defaults. */
  readonly weights: readonly number[] | null;
  /** ms since 1970. */
  readonly adoptedAt: number;
  /** Scheduled reviews in the journal at that time. */
  readonly reviews: number;
  /**
   * Reviews before this time (ms since 1970) count as made under these weights,
   * whatever weights they were made under; null: each counts as it was made.
   */
  readonly reschedulesBefore: number | null;
  readonly origin: ParameterOrigin;
}
