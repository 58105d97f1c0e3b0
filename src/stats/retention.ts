import type { DayTable } from './day-table.js';
import {
  RETENTION_WINDOWS,
  type RetentionCell,
  type RetentionRow,
  type RetentionWindow,
} from './review-figures.js';
import { share } from './share.js';

/** First and last study day, both included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/** Returns true retention for each window up to today; `period` is the span of the window of that name. */
export function retentionRows(days: DayTable, today: number, period: Span): RetentionRow[] {
  const last = (count: number): Span => ({ from: today - count + 1, to: today });
  const spans: Readonly<Record<RetentionWindow, Span>> = {
    today: last(1),
    yesterday: { from: today - 1, to: today - 1 },
    week: last(7),
    month: last(30),
    year: last(365),
    ever: { from: Number.NEGATIVE_INFINITY, to: today },
    period,
  };
  return RETENTION_WINDOWS.map((window) => rowOf(days, window, spans[window]));
}

function rowOf(days: DayTable, window: RetentionWindow, { from, to }: Span): RetentionRow {
  const sums = { youngPassed: 0, youngFailed: 0, maturePassed: 0, matureFailed: 0 };
  for (const row of days.rows()) {
    if (row.day < from || row.day > to) continue;
    sums.youngPassed += row.youngPassed;
    sums.youngFailed += row.youngFailed;
    sums.maturePassed += row.maturePassed;
    sums.matureFailed += row.matureFailed;
  }
  const { youngPassed, youngFailed, maturePassed, matureFailed } = sums;
  return {
    window,
    young: cellOf(youngPassed, youngFailed),
    mature: cellOf(maturePassed, matureFailed),
    all: cellOf(youngPassed + maturePassed, youngFailed + matureFailed),
  };
}

function cellOf(passed: number, failed: number): RetentionCell {
  return { passed, failed, retention: share(passed, passed + failed) };
}
