import { MINUTE_MS } from '../../model/moment.js';

/** Gives local date and time as `YYYY-MM-DD HH:MM`; `offsetMinutes` is local time ahead of UTC. */
export function localTime(at: number, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Gives a span of time in words: `45 s`, `12 min`, `1 h 20 min`. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
