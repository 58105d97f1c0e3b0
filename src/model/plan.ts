import * as z from './schema.js';

/** A preparation for a day: which cards, until when, with how much time, for how much recall. */
export const planSchema = z.strictObject({
  /** A permanent name that nobody sees: a ULID. */
  id: z.string().check(z.minLength(1)),
  /** What the person calls it, such as `Anthropic`. */
  name: z.string().check(z.trim(), z.minLength(1), z.maxLength(80)),
  /** The cards of the plan, as a query is typed; empty for all cards. */
  query: z.string().check(z.maxLength(2000)),
  /** The interview's hour, ms since 1970. */
  deadlineAt: z.number().check(z.int()),
  /** Most minutes a day. */
  minutesPerDay: z.int().check(z.minimum(1), z.maximum(1440)),
  /** Mean recall at the interview's hour to stop at, 0..1; `NO_TARGET` is no stop. */
  target: z.number().check(z.minimum(0.5), z.maximum(0.99)),
  /** ms since 1970 */
  createdAt: z.number().check(z.int()),
});
export type Plan = z.infer<typeof planSchema>;

/** What a person gets who names only cards and a day. */
export const DEFAULT_MINUTES_PER_DAY = 30;
/** The highest target, which stops nothing: minutes are used as long as they bring anything. */
export const NO_TARGET = 0.99;
