import { HOUR_MS, MINUTE_MS, type Zone } from '../model/moment.js';

const QUARTER_MS = 900_000;

/**
 * Returns a function that tells the local clock hour, 0..23, of an instant in ms
 * since 1970. It asks the zone once a quarter of an hour: no zone changes its
 * offset at any other time, and a million reviews ask for it.
 */
export function localHours(zone: Zone): (at: number) => number {
  const offsets = new Map<number, number>();
  let latest = Number.NaN;
  let offsetMs = 0;
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    if (quarter !== latest) {
      const minutes = offsets.get(quarter) ?? zone.offsetMinutes(at);
      offsets.set(quarter, minutes);
      offsetMs = minutes * MINUTE_MS;
      latest = quarter;
    }
    const hour = Math.floor((at + offsetMs) / HOUR_MS) % 24;
    return hour < 0 ? hour + 24 : hour;
  };
}
