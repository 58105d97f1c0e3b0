import type { Memory } from '../model/memory.js';
import type { Moment } from '../model/moment.js';

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
 * time has come, in review from its due day on; never when new, suspended or
 * buried.
 */
export function isDue(memory: Memory, moment: Pick<Moment, 'now' | 'today'>): boolean {
  if (isWithheld(memory, moment)) return false;
  if (memory.dueAt !== null) return memory.dueAt <= moment.now;
  return memory.dueDay !== null && memory.dueDay <= moment.today;
}
