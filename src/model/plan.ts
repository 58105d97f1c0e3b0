import * as z from 'zod';

/** Seconds in a minute, for budgets. */
export const MINUTE_SECONDS = 60;

/** A preparation for a day: which cards, until when, with how much time, for how much recall. */
export const planSchema = z.strictObject({
  /** A permanent name that nobody sees: a ULID. */
  id: z.string().min(1),
  /** What the person calls it, such as `Anthropic`. */
  name: z.string().trim().min(1).max(80),
  /** The cards of the plan, as a query is typed; empty for all cards. */
  query: z.string().max(2000),
  /** The interview's hour, ms since 1970. */
  deadlineAt: z.number().int(),
  /** Most minutes a day: a ceiling, not a duty. */
  minutesPerDay: z.int().min(1).max(1440),
  /** Mean recall to reach at the interview's hour, 0..1; beyond it no time is spent. */
  target: z.number().min(0.5).max(0.99),
  /** ms since 1970 */
  createdAt: z.number().int(),
});
export type Plan = z.infer<typeof planSchema>;

/** What a person gets who names only cards and a day. */
export const DEFAULT_MINUTES_PER_DAY = 30;
export const DEFAULT_TARGET = 0.95;
