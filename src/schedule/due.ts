import type { Memory } from '../model/memory.js';
import type { Zone } from '../model/moment.js';
import { dayStartOf } from './study-day.js';

/**
 * When a card is due, ms since 1970: its step's minute, or the start of its
 * day in the zone; null when new. Takes the local hour at which a day begins.
 */
export function dueInstant(memory: Memory, zone: Zone, dayStartHour: number): number | null {
  if (memory.dueAt !== null) return memory.dueAt;
  if (memory.dueDay === null) return null;
  return dayStartOf(memory.dueDay, zone, dayStartHour);
}
