/** What was done on one study day. */
export interface DayRow {
  readonly day: number;
  reviews: number;
  passed: number;
  timeMs: number;
  /** First reviews of a card that day in review state: passed and failed, young and mature. */
  youngPassed: number;
  youngFailed: number;
  maturePassed: number;
  matureFailed: number;
}

/** Counts by study day. One object a day, none a review. */
export class DayTable {
  readonly #rows = new Map<number, DayRow>();
  // Reviews come by time, so the day is mostly that of the review before.
  #latest: DayRow | null = null;

  /** Counts a review of any kind. */
  add(day: number, rating: number, durationMs: number): void {
    const row = this.#rowOf(day);
    row.reviews++;
    row.timeMs += durationMs;
    if (rating > 1) row.passed++;
  }

  /** Counts a card's first review of the day, made in review state. */
  addRecall(day: number, mature: boolean, rating: number): void {
    const row = this.#rowOf(day);
    if (mature) {
      if (rating > 1) row.maturePassed++;
      else row.matureFailed++;
    } else if (rating > 1) row.youngPassed++;
    else row.youngFailed++;
  }

  get(day: number): DayRow | undefined {
    return this.#rows.get(day);
  }

  /** All days with a review, in no certain order. */
  rows(): Iterable<DayRow> {
    return this.#rows.values();
  }

  #rowOf(day: number): DayRow {
    if (this.#latest?.day === day) return this.#latest;
    const row = this.#rows.get(day) ?? emptyRow(day);
    this.#rows.set(day, row);
    this.#latest = row;
    return row;
  }
}

function emptyRow(day: number): DayRow {
  return {
    day,
    reviews: 0,
    passed: 0,
    timeMs: 0,
    youngPassed: 0,
    youngFailed: 0,
    maturePassed: 0,
    matureFailed: 0,
  };
}
