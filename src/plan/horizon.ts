import { DAY_MS } from '../model/moment.js';

/** The time from now to the interview, and how much of it may be spent. */
export interface Horizon {
  /** ms since 1970 */
  readonly now: number;
  /** The interview's hour, ms since 1970. */
  readonly deadlineAt: number;
  /** When the preparation began, ms since 1970. */
  readonly begunAt: number;
  /** Seconds that today might have at most, with any budget: those until the interview. */
  readonly mostToday: number;
  /** Budget of a whole day, seconds. */
  readonly secondsPerDay: number;
  /** The part of a whole day's budget that each day has, 0..1, today first: 0 in a break. */
  readonly shares: readonly number[];
  /** Mean recall at the deadline to stop at, 0..1; 1 for none. */
  readonly target: number;
  /** Chance that a later session is missed, 0..1. */
  readonly missing: number;
}

/** Returns the seconds of today's session with a part of the budget, more than 1 for more. */
export function secondsToday({ shares, secondsPerDay, mostToday }: Horizon, part = 1): number {
  return Math.min(part * (shares[0] ?? 1) * secondsPerDay, mostToday);
}

/** A later session nearer to the interview than this, days, is not counted on. */
const TOO_LATE = 0.5;

/** Days from now to the deadline as a real number, never below 0. */
export function daysToDeadline(horizon: Horizon): number {
  return Math.max(0, horizon.deadlineAt - horizon.now) / DAY_MS;
}

/** Sessions that are looked at one by one; later ones are taken together, so that there are no more. */
const MAX_SESSIONS = 180;

/** A session that a plan may count on. */
export interface SessionLeft {
  /** Days from today. */
  readonly day: number;
  /** How many sessions it stands for. */
  readonly count: number;
  /** Their seconds together. */
  readonly seconds: number;
}

/**
 * Returns the sessions that a plan may count on, today's first: one a day at
 * the hour it is now, but none in the last twelve hours. Of a preparation of
 * more than 180 sessions the later two thirds are taken together in runs.
 */
export function sessionsLeft(horizon: Horizon): SessionLeft[] {
  const left = daysToDeadline(horizon);
  const run = Math.max(1, Math.ceil((left * 1.5) / MAX_SESSIONS));
  const sessions: SessionLeft[] = [{ day: 0, count: 1, seconds: secondsToday(horizon) }];
  for (let day = 1; left - day > TOO_LATE; ) {
    const days =
      sessions.length < MAX_SESSIONS / 3 ? 1 : Math.min(run, Math.ceil(left - day - TOO_LATE));
    const session = together(day, days, horizon);
    if (session.count > 0) sessions.push(session);
    day += days;
  }
  return sessions;
}

function together(day: number, days: number, { shares, secondsPerDay }: Horizon): SessionLeft {
  let count = 0;
  let seconds = 0;
  for (let each = day; each < day + days; each++) {
    const share = shares[each] ?? 1;
    if (share > 0) count += 1;
    seconds += share * secondsPerDay;
  }
  return { day, count, seconds };
}
