import { DAY_MS } from './moment.js';

/** What tells one review of a card from another. */
interface Reviewed {
  /** ms since 1970. */
  readonly at: number;
  readonly rating: number;
  readonly durationMs: number;
}

/** No review of Anki's takes longer, ms. */
export const MAX_DURATION_MS = DAY_MS;
/** Anki has one review a millisecond: an export moves those that share one apart, ms. */
export const MAX_SHIFT_MS = 50;
/** Reviews that took no time were entered, and many can share a millisecond, ms. */
export const MAX_ENTERED_SHIFT_MS = 60_000;

/** Is a review out of Anki's log the same as another of the card, which an export wrote there? */
export function isCopy(row: Reviewed, known: Reviewed): boolean {
  const shift = row.at - known.at;
  const most = known.durationMs === 0 ? MAX_ENTERED_SHIFT_MS : MAX_SHIFT_MS;
  const isSame =
    row.rating === known.rating && row.durationMs === Math.min(known.durationMs, MAX_DURATION_MS);
  return isSame && shift >= 0 && shift <= most;
}
