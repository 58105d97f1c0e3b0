import { MINUTE_MS, type Zone } from '../model/moment.js';

/** Returns local date and time as `YYYY-MM-DD HH:MM`; `offsetMinutes` is local time ahead of UTC. */
export function localTime(at: number, offsetMinutes: number): string {
  return new Date(at + offsetMinutes * MINUTE_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** Returns an instant as local date and time, `YYYY-MM-DD` and `HH:MM`. */
export function localText(at: number, zone: Zone): { date: string; time: string } {
  const [date = '', time = ''] = localTime(at, zone.offsetMinutes(at)).split(' ');
  return { date, time };
}
