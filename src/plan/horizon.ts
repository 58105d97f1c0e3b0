import { DAY_MS } from '../model/moment.js';

/** The time from now to the interview, and how much of it may be spent. */
export interface Horizon {
  /** ms since 1970 */
  readonly now: number;
  /** When today's study day began, ms since 1970: what was reviewed since is done for today. */
  readonly dayStart: number;
  /** The interview's hour, ms since 1970. */
  readonly deadlineAt: number;
  /** Seconds left of today's budget. */
  readonly secondsToday: number;
  /** Budget of a whole later day, seconds. */
  readonly secondsPerDay: number;
  /**
   * The part of a whole day's budget that each day has, 0..1, today first (its
   * own is in `secondsToday`): 0 in a break. All of it where nothing is said.
   */
  readonly shares?: readonly number[];
  /** Mean recall to reach at the deadline, 0..1: a day's choice stops where it will be reached. */
  readonly target: number;
}

/** Days from now to the deadline as a real number, never below 0. */
export function daysToDeadline(horizon: Horizon): number {
  return Math.max(0, horizon.deadlineAt - horizon.now) / DAY_MS;
}

/** The part of a whole day's budget, 0..1, that a day has, counted as the shares are. */
export function shareOn(day: number, shares: readonly number[] | undefined): number {
  return shares?.[day] ?? 1;
}

/**
 * Gives how many days still have a session, today's included: one a day, at
 * the hour it is now, as long as that is before the deadline.
 */
export function sessionsLeft(horizon: Horizon): number {
  return Math.ceil(daysToDeadline(horizon));
}
