import { DEFAULT_LEARNER, type Learner } from './learner.js';
import { Tally } from './tally.js';

/**
 * Reviews as columns, in order of time; `ReviewColumns` of the statistics fits.
 * `code` is rating + 8 × kind, kind 3 being cramming; 0 is a "forget".
 */
export interface ReviewLog {
  readonly length: number;
  /** A number a card. */
  readonly card: ArrayLike<number>;
  /** Study day. */
  readonly day: ArrayLike<number>;
  readonly code: ArrayLike<number>;
  readonly durationMs: ArrayLike<number>;
}

const CRAM = 3;
/** A longer answer is a person called away; it counts as this much. */
const LONGEST_SECONDS = 300;

/** All reviews of one card on one day. */
interface Session {
  readonly day: number;
  readonly rating: number;
  readonly isFirst: boolean;
  seconds: number;
}

/**
 * Estimates a person's pace and chances of ratings from their reviews. A
 * card's reviews of one day count as one, with the day's first rating and all
 * its seconds, steps included. Each mean is shrunk to the defaults as if those
 * had been seen thirty times. `weights` are the person's FSRS-6 weights.
 */
export function learnerOf(log: ReviewLog, weights: readonly number[]): Learner {
  const tally = new Tally();
  const open = new Map<number, Session>();
  for (let row = 0; row < log.length; row++) readRow(log, row, open, tally);
  for (const session of open.values()) tally.add(session);
  return tally.learner({ ...DEFAULT_LEARNER, weights });
}

function readRow(log: ReviewLog, row: number, open: Map<number, Session>, tally: Tally): void {
  const code = log.code[row] ?? 0;
  const card = log.card[row] ?? 0;
  const day = log.day[row] ?? 0;
  const before = open.get(card);
  if (code >> 3 === CRAM) return;
  if (code === 0) {
    if (before !== undefined) tally.add(before);
    open.delete(card);
    return;
  }
  const seconds = Math.min(LONGEST_SECONDS, (log.durationMs[row] ?? 0) / 1000);
  if (before?.day === day) {
    before.seconds += seconds;
    return;
  }
  if (before !== undefined) tally.add(before);
  open.set(card, { day, rating: code & 7, isFirst: before === undefined, seconds });
}
