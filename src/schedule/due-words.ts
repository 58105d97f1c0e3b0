import { effectiveDueDay } from '../model/break.js';
import type { Memory } from '../model/memory.js';
import { MINUTE_MS, type Moment } from '../model/moment.js';

/** When a card is due, in a word or two: `new`, `now`, `8 min`, `today`, `in 5 d`, `3 d ago`. */
export function dueWords(memory: Memory, moment: Moment): string {
  if (memory.suspended) return 'suspended';
  if (memory.dueAt !== null) {
    const minutes = Math.ceil((memory.dueAt - moment.now) / MINUTE_MS);
    return minutes <= 0 ? 'now' : `${minutes} min`;
  }
  if (memory.dueDay === null) return 'new';
  const days = effectiveDueDay(memory.dueDay, memory, moment.breaks) - moment.today;
  if (days === 0) return 'today';
  return days > 0 ? `in ${days} d` : `${-days} d ago`;
}
