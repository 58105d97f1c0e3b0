import { breakOn, effectiveDueDay } from '../../../src/model/break.js';
import type { Memory } from '../../../src/model/memory.js';
import type { Moment } from '../../../src/model/moment.js';

// What is due in plain words: the SQL of the store (src/store/query/due-sql.ts) is held against it.

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
