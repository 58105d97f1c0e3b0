import { DAY_MS } from '../model/moment.js';

/** The time from now to the interview, and how much of it may be spent. */
export interface Horizon {
  /** ms since 1970 */
  readonly now: number;
  /** The interview's hour, ms since 1970. */
  readonly deadlineAt: number;
  /** When the preparation began, ms since 1970. */
  readonly begunAt: number;
  /** Seconds of today's budget. */
  readonly secondsToday: number;
  /** Budget of a whole later day, seconds. */
  readonly secondsPerDay: number;
  /** The part of a whole day's budget that each day has, 0..1, today first: 0 in a break. */
  readonly shares: readonly number[];
  /** Mean recall at the deadline to stop at, 0..1; 1 for none. */
  readonly target: number;
  /** Chance that a later session is missed, 0..1. */
  readonly missing: number;
}

/** A later session nearer to the interview than this, days, is not counted on. */
const TOO_LATE = 0.5;

/** Days from now to the deadline as a real number, never below 0. */
export function daysToDeadline(horizon: Horizon): number {
  return Math.max(0, horizon.deadlineAt - horizon.now) / DAY_MS;
}

/**
 * Gives the days from today to each session that a plan may count on, today's
 * first: one a day at the hour it is now, but none in the last twelve hours.
 */
export function sessionsLeft(horizon: Horizon): number[] {
  const left = daysToDeadline(horizon);
  const days = [0];
  for (let day = 1; left - day > TOO_LATE; day++) {
    if ((horizon.shares[day] ?? 1) > 0) days.push(day);
  }
  return days;
}
