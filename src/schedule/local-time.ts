import { MINUTE_MS } from '../model/moment.js';

/** Returns local date and time as `YYYY-MM-DD HH:MM`; `offsetMinutes` is local time ahead of UTC. */
export function localTime(at: number, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');
}
