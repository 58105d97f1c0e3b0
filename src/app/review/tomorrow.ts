import { breakOn } from '../../model/break.js';
import { studyDay } from '../../model/ids.js';
import type { Query } from '../../model/query.js';
import { counted } from '../../model/text/counted.js';
import { findBacklog, type OutlookPorts, reviewsAhead } from './backlog.js';

/** What the next study day holds. */
export interface Tomorrow {
  /** Reviews to be done: those that fall due, within the day's limit; of a backlog, its daily portion. */
  readonly tomorrow: number;
  /** New cards; null where a plan chooses them. */
  readonly tomorrowNew: number | null;
}

/** Returns what tomorrow holds of a query, of which so many cards are `fresh`; with `planned` a plan chooses those. */
export function tomorrowOf(
  query: Query,
  ports: OutlookPorts,
  { fresh, planned }: { readonly fresh: number; readonly planned: boolean },
): Tomorrow {
  const [, tomorrow = 0] = reviewsAhead(query, 2, ports);
  return { tomorrow, tomorrowNew: planned ? null : newTomorrow(fresh, ports) };
}

/** New cards wait for the end of a backlog and of a break. */
function newTomorrow(fresh: number, { moment, settings, store }: OutlookPorts): number {
  const isOff = breakOn(studyDay(moment.today + 1), moment.breaks) !== undefined;
  const waits = !settings.backlogNew && findBacklog(moment, settings, store) !== null;
  return isOff || waits ? 0 : Math.min(settings.newPerDay, fresh);
}

/** Says what tomorrow holds: `20 reviews and 10 new cards`. */
export function tomorrowText({ tomorrow, tomorrowNew }: Tomorrow): string {
  const reviews = counted(tomorrow, 'review');
  return tomorrowNew ? `${reviews} and ${counted(tomorrowNew, 'new card')}` : reviews;
}
