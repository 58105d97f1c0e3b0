import { MINUTE_MS } from '../moment.js';

/** What stands for a figure that there is not. */
const NONE = '–';

/** Returns a share, 0..1, as `91 %`, or `90.5 %` with a digit; a dash for none. */
export function percent(share: number | null, digits = 0): string {
  return share === null ? NONE : `${(share * 100).toFixed(digits)} %`;
}

/** Returns a span of time, ms: `45 s`, `12 min`, `3 h 20 min`; a dash for none. */
export function duration(ms: number | null): string {
  if (ms === null) return NONE;
  const seconds = Math.round(ms / 1000);
  return seconds < 60 ? `${seconds} s` : minutesText(Math.round(seconds / 60));
}

/** Returns a short span of time, ms, with a decimal below ten seconds: `8.4 s`; else as `duration`. */
export function shortDuration(ms: number | null): string {
  if (ms === null || ms >= 10_000) return duration(ms);
  return `${Number((ms / 1000).toFixed(1))} s`;
}

/** Returns a span of time, ms, in whole minutes: `0 min`, `12 min`, `3 h 20 min`. */
export function wholeMinutes(ms: number): string {
  return minutesText(Math.round(ms / MINUTE_MS));
}

function minutesText(minutes: number): string {
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
