import type { StudyDay } from '../model/ids.js';
import { KIND_NUMBERS, kindOfCode, ratingOfCode } from '../model/review-code.js';
import { DayTable } from './day-table.js';
import type { ReviewColumns } from './review-columns.js';
import { RATING_GROUPS } from './review-figures.js';
import { TimeTable } from './time-table.js';

/** Days since the scheduled review before from which a card in review is mature, as in Anki. */
export const MATURE_DAYS = 21;

/** Which reviews count, and how their hour is told. */
export interface HistoryRequest {
  readonly today: StudyDay;
  /** First and last study day of the period, both included. */
  readonly since: number;
  readonly until: number;
  /** 1 for each card, by its key, whose reviews count. */
  readonly selected: Uint8Array;
  /** Local clock hour, 0..23, of an instant in ms since 1970. */
  readonly hourOf: (at: number) => number;
}

/** What one pass over the reviews counts. */
export interface HistoryCounts {
  /** Over all time. */
  readonly days: DayTable;
  /** Different cards reviewed today. */
  readonly cardsToday: number;
  /** Reviews of the period: index = 4 × number in `RATING_GROUPS` + rating - 1. */
  readonly ratings: Int32Array;
  readonly time: TimeTable;
  /** Reviews of the period by local hour: all, and those rated above Again. */
  readonly hours: { readonly reviews: Int32Array; readonly passed: Int32Array };
}

/** Stands for "no review before". */
const NEVER = -2_147_483_648;
const { learn: LEARN, review: REVIEW, cram: CRAM } = KIND_NUMBERS;

/**
 * Counts reviews in one pass. Takes them in order of time (`sort`). A card's
 * scheduled review before is the last one that was no cramming; a "forget"
 * makes the card begin anew.
 */
export function countHistory(reviews: ReviewColumns, request: HistoryRequest): HistoryCounts {
  const counter = new Counter(request);
  const { selected } = request;
  const { card, at, day, code, durationMs, length } = reviews;
  for (let row = 0; row < length; row++) {
    const key = card[row] ?? 0;
    if (selected[key] !== 1) continue;
    counter.add(key, at[row] ?? 0, day[row] ?? 0, code[row] ?? 0, durationMs[row] ?? 0);
  }
  return counter;
}

class Counter implements HistoryCounts {
  readonly days = new DayTable();
  cardsToday = 0;
  readonly ratings = new Int32Array(4 * RATING_GROUPS.length);
  readonly time = new TimeTable();
  readonly hours = { reviews: new Int32Array(24), passed: new Int32Array(24) };
  readonly #request: HistoryRequest;
  readonly #lastDay: Int32Array;
  readonly #doneToday: Uint8Array;

  constructor(request: HistoryRequest) {
    this.#request = request;
    this.#lastDay = new Int32Array(request.selected.length).fill(NEVER);
    this.#doneToday = new Uint8Array(request.selected.length);
  }

  add(card: number, at: number, day: number, code: number, durationMs: number): void {
    const rating = ratingOfCode(code);
    if (rating === 0) {
      this.#lastDay[card] = NEVER;
      return;
    }
    const kind = kindOfCode(code);
    const before = this.#lastDay[card] ?? NEVER;
    const mature = before !== NEVER && day - before >= MATURE_DAYS;
    this.days.add(day, rating, durationMs);
    if (kind === REVIEW && before !== day) this.days.addRecall(day, mature, rating);
    if (kind !== CRAM) this.#lastDay[card] = day;
    if (day === this.#request.today) this.#countToday(card);
    this.#countPeriod(day, at, 4 * groupOf(kind, mature) + rating - 1, durationMs);
  }

  #countToday(card: number): void {
    if (this.#doneToday[card] === 1) return;
    this.#doneToday[card] = 1;
    this.cardsToday++;
  }

  #countPeriod(day: number, at: number, rated: number, durationMs: number): void {
    const { since, until, hourOf } = this.#request;
    if (day < since || day > until) return;
    increment(this.ratings, rated);
    this.time.add(durationMs);
    const hour = hourOf(at);
    increment(this.hours.reviews, hour);
    if (rated % 4 > 0) increment(this.hours.passed, hour);
  }
}

/** Number in `RATING_GROUPS` of a review of a kind. */
function groupOf(kind: number, mature: boolean): number {
  if (kind === REVIEW) return mature ? 2 : 1;
  return kind === LEARN ? 0 : kind + 1;
}

function increment(counts: Int32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}
