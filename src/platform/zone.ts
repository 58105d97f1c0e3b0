import type { Zone } from '../model/moment.js';

/** The zone this machine is set to (`TZ`, or the system's). */
export const localZone: Zone = {
  offsetMinutes: (at) => -new Date(at).getTimezoneOffset(),
};
