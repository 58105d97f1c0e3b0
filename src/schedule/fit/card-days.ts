import { KIND_NUMBERS, kindOfCode, ratingOfCode } from '../../model/review-code.js';
import type { RatingLog } from './histories.js';

/** Reviews in order of time, and how long each took. */
export interface ReviewLog extends RatingLog {
  readonly durationMs: ArrayLike<number>;
}

/** All reviews of one card on one day. */
export interface CardDay {
  readonly card: number;
  readonly day: number;
  /** The day's first rating, 1..4. */
  readonly rating: number;
  /** Was the card new, or new again? */
  readonly isFirst: boolean;
  /** All its seconds of the day, steps included. */
  readonly seconds: number;
  /** Those of them that went to steps. */
  readonly stepSeconds: number;
}

/** A longer answer is a person called away; it counts as this much. */
const MAX_ANSWER_MS = 300_000;

/** Returns the time of a review as it counts, ms. */
export function countedMs(durationMs: number): number {
  return Math.min(MAX_ANSWER_MS, durationMs);
}

type Open = Map<number, { -readonly [key in keyof CardDay]: CardDay[key] }>;

/** Tells a log's reviews by card and day, those of each card in order of time. */
export function eachCardDay(log: ReviewLog, tell: (cardDay: CardDay) => void): void {
  const open: Open = new Map();
  for (let row = 0; row < log.length; row++) readRow(log, row, open, tell);
  for (const cardDay of open.values()) tell(cardDay);
}

function readRow(log: ReviewLog, row: number, open: Open, tell: (cardDay: CardDay) => void): void {
  const code = log.code[row] ?? 0;
  const card = log.card[row] ?? 0;
  const day = log.day[row] ?? 0;
  const before = open.get(card);
  if (kindOfCode(code) === KIND_NUMBERS.cram) return;
  if (code === 0) {
    if (before !== undefined) tell(before);
    open.delete(card);
    return;
  }
  const seconds = countedMs(log.durationMs[row] ?? 0) / 1000;
  if (before?.day === day) {
    before.seconds += seconds;
    before.stepSeconds += seconds;
    return;
  }
  if (before !== undefined) tell(before);
  open.set(card, {
    card,
    day,
    rating: ratingOfCode(code),
    isFirst: before === undefined,
    seconds,
    stepSeconds: 0,
  });
}
