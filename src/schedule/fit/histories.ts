import { KIND_NUMBERS, kindOfCode, ratingOfCode } from '../../model/review-code.js';

/** Reviews as columns; `ReviewColumns` of the statistics fits. `code` is a `reviewCode`; 0 is a "forget". */
export interface RatingLog {
  readonly length: number;
  /** A number a card. */
  readonly card: ArrayLike<number>;
  /** Study day. */
  readonly day: ArrayLike<number>;
  readonly code: ArrayLike<number>;
}

/** Those in the order of the fold, with their times. */
export interface ScheduledLog extends RatingLog {
  /** ms since 1970. */
  readonly at: ArrayLike<number>;
}

/** One card's scheduled reviews, from its first one or its last "forget" on. */
export interface CardHistory {
  /** 1..4, one a review. */
  readonly ratings: number[];
  /** Days since the review before, 0 for the first one and within a day. */
  readonly gaps: number[];
  /** ms since 1970. */
  readonly at: number[];
}

/**
 * Returns what FSRS learns from: a history for each card, and for each time that
 * a card was forgotten and begun anew. Cramming is left out, for it changes no
 * memory; so is a history that does not begin with learning (one whose start
 * another program lost): its first memory is unknown. As the scheduler does, a
 * day before the last review counts as the same day.
 */
export function historiesOf(log: ScheduledLog): CardHistory[] {
  const histories: CardHistory[] = [];
  const open = new Map<number, Open>();
  for (let row = 0; row < log.length; row++) {
    const code = log.code[row] ?? 0;
    const card = log.card[row] ?? 0;
    const day = log.day[row] ?? 0;
    if (code === 0) open.delete(card);
    if (code === 0 || kindOfCode(code) === KIND_NUMBERS.cram) continue;
    const known = open.get(card);
    const { history } = known ?? begin(code, histories);
    history.ratings.push(ratingOfCode(code));
    history.gaps.push(Math.max(0, day - (known?.day ?? day)));
    history.at.push(log.at[row] ?? 0);
    open.set(card, { history, day });
  }
  return histories;
}

/** A history that more reviews may come to, with the day of its last one. */
interface Open {
  readonly history: CardHistory;
  readonly day: number;
}

/** Begins a history; one that cannot be learned from is kept apart from the list. */
function begin(code: number, histories: CardHistory[]): { readonly history: CardHistory } {
  const history: CardHistory = { ratings: [], gaps: [], at: [] };
  if (kindOfCode(code) === KIND_NUMBERS.learn) histories.push(history);
  return { history };
}

/** Returns the part of every history that lies before a time, ms since 1970; empty ones left out. */
export function cutAt(histories: readonly CardHistory[], time: number): CardHistory[] {
  return histories.flatMap((history) => {
    const length = history.at.findIndex((at) => at >= time);
    if (length === -1) return [history];
    if (length === 0) return [];
    return [
      {
        ratings: history.ratings.slice(0, length),
        gaps: history.gaps.slice(0, length),
        at: history.at.slice(0, length),
      },
    ];
  });
}

/** Returns the times of all predictions, oldest first: of reviews a day or more after the one before. */
export function predictionTimes(histories: readonly CardHistory[]): Float64Array {
  const times: number[] = [];
  for (const { gaps, at } of histories) {
    for (let n = 0; n < gaps.length; n++) if ((gaps[n] ?? 0) > 0) times.push(at[n] ?? 0);
  }
  return Float64Array.from(times).sort();
}
