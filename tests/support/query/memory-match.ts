import { breakOn, effectiveDueDay } from '../../../src/model/break.js';
import type { Card } from '../../../src/model/card.js';
import type { Memory } from '../../../src/model/memory.js';
import { DAY_MS, type Moment } from '../../../src/model/moment.js';
import {
  type IsWord,
  LEARNING_STATES,
  type NumericProperty,
  type Query,
} from '../../../src/model/query.js';

interface Remembered {
  readonly card: Pick<Card, 'defects' | 'retired'>;
  readonly memory: Memory;
  readonly retrievability: number | null;
}

/** Is the card in the state that `is:` names? */
export function isInState(
  word: Exclude<IsWord, 'missed-points'>,
  { card, memory }: Remembered,
  moment: Pick<Moment, 'now' | 'today' | 'breaks'>,
): boolean {
  switch (word) {
    case 'new':
    case 'review':
      return memory.state === word;
    case 'learning':
      return LEARNING_STATES.includes(memory.state);
    case 'due':
      return isWaiting(memory, moment) && !card.retired;
    case 'suspended':
      return memory.suspended;
    case 'buried':
      return isBuried(memory, moment);
    case 'leech':
      return memory.leech;
    case 'flagged':
      return memory.flag > 0 || card.defects.length > 0;
    case 'retired':
      return card.retired;
  }
}

function isBuried({ buriedUntil }: Memory, { today }: Pick<Moment, 'today'>): boolean {
  return buriedUntil !== null && today < buriedUntil;
}

function isWaiting(memory: Memory, moment: Pick<Moment, 'now' | 'today' | 'breaks'>): boolean {
  const { today, breaks } = moment;
  if (memory.suspended || isBuried(memory, moment)) return false;
  if (breakOn(today, breaks) !== undefined) return false;
  if (memory.dueAt !== null) return memory.dueAt <= moment.now;
  return memory.dueDay !== null && effectiveDueDay(memory.dueDay, memory, breaks) <= today;
}

/** Does a number of the card compare as asked? One that it does not have never does. */
export function hasProperty(
  { name, op, value }: Extract<Query, { kind: 'property' }>,
  record: Remembered,
  moment: Moment,
): boolean {
  const number = numberOf(name, record, moment);
  if (number === null) return false;
  switch (op) {
    case '<':
      return number < value;
    case '<=':
      return number <= value;
    case '=':
      return number === value;
    case '>=':
      return number >= value;
    case '>':
      return number > value;
    case '!=':
      return number !== value;
  }
}

function numberOf(
  name: NumericProperty,
  { memory, retrievability }: Remembered,
  moment: Moment,
): number | null {
  switch (name) {
    case 'interval':
      return memory.state === 'new' ? null : memory.intervalDays;
    case 'due':
      return daysUntilDue(memory, moment);
    case 'retrievability':
      return retrievability;
    default:
      return memory[name];
  }
}

/** Days from today to the due day; a learning step counts for the day it falls in. */
function daysUntilDue({ dueDay, dueAt }: Memory, { today, dayStart }: Moment): number | null {
  if (dueDay !== null) return dueDay - today;
  return dueAt === null ? null : Math.floor((dueAt - dayStart) / DAY_MS);
}
