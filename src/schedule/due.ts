import { breakOn, effectiveDueDay } from '../model/break.js';
import type { Memory } from '../model/memory.js';
import type { Moment, Zone } from '../model/moment.js';
import { dayStartOf } from './study-day.js';

/** Is the card held out of the queue on this moment's day, suspended or buried? */
export function isWithheld(
  memory: Pick<Memory, 'suspended' | 'buriedUntil'>,
  moment: Pick<Moment, 'today'>,
): boolean {
  if (memory.suspended) return true;
  return memory.buriedUntil !== null && moment.today < memory.buriedUntil;
}

/**
 * Is the card to be reviewed at this moment? Within learning steps when its
 * time has come, in review from its due day on, breaks taken into account;
 * never when new, suspended or buried, nor in a break.
 */
export function isDue(memory: Memory, moment: Pick<Moment, 'now' | 'today' | 'breaks'>): boolean {
  const { today, breaks } = moment;
  if (isWithheld(memory, moment) || breakOn(today, breaks) !== undefined) return false;
  if (memory.dueAt !== null) return memory.dueAt <= moment.now;
  return memory.dueDay !== null && effectiveDueDay(memory.dueDay, memory, breaks) <= today;
}

/**
 * When a card is due, ms since 1970: its step's minute, or the start of its
 * day in the zone; null when new. Takes the local hour at which a day begins.
 */
export function dueInstant(memory: Memory, zone: Zone, dayStartHour: number): number | null {
  if (memory.dueAt !== null) return memory.dueAt;
  if (memory.dueDay === null) return null;
  return dayStartOf(memory.dueDay, zone, dayStartHour);
}
