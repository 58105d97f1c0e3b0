import type { AnkiCard } from '../../model/anki.js';
import { writeMarks } from '../../model/card-marks.js';
import type { StudyDay } from '../../model/ids.js';
import type { Memory } from '../../model/memory.js';
import { DAY_MS, type Moment } from '../../model/moment.js';
import type { SchedulerConfig } from '../../model/settings.js';

/** What a card's schedule in Anki is reckoned from. */
export interface AnkiClock {
  readonly moment: Moment;
  /** The study day that is day 0 of Anki's "due". */
  readonly firstDay: StudyDay;
  readonly config: SchedulerConfig;
}

type Schedule = Omit<AnkiCard, 'id' | 'note' | 'deck' | 'ordinal' | 'changedAt'>;

const SUSPENDED = -1;
/** Anki's ease for a card that is not new, thousandths; FSRS does not use it. */
const STARTING_EASE = 2500;
const TYPES = { new: 0, learning: 1, review: 2, relearning: 3 } as const;
/** FSRS-6's decay where the weights lack it. */
const DEFAULT_DECAY = 0.1542;

/** Returns a card's schedule as Anki keeps it; `position` is its place among new cards, from 1. */
export function ankiSchedule(memory: Memory, position: number, clock: AnkiClock): Schedule {
  const { queue, due } = place(memory, position, clock);
  const left = stepsLeft(memory, clock.config);
  return {
    type: TYPES[memory.state],
    queue: memory.suspended ? SUSPENDED : queue,
    due,
    interval: intervalOf(memory),
    factor: memory.state === 'new' ? 0 : STARTING_EASE,
    reps: memory.reps,
    lapses: memory.lapses,
    // Steps left today, and in all: viva's steps know no day's end.
    left: left * 1000 + left,
    flag: memory.flag,
    data: cardData(memory, position, clock.config),
  };
}

function place(
  memory: Memory,
  position: number,
  { moment, firstDay }: AnkiClock,
): { queue: number; due: number } {
  if (memory.dueAt !== null) {
    if (memory.dueAt < moment.dayEnd) return { queue: 1, due: Math.round(memory.dueAt / 1000) };
    const days = 1 + Math.floor((memory.dueAt - moment.dayEnd) / DAY_MS);
    return { queue: 3, due: moment.today + days - firstDay };
  }
  if (memory.dueDay !== null) {
    return { queue: memory.state === 'review' ? 2 : 3, due: memory.dueDay - firstDay };
  }
  return { queue: 0, due: position };
}

function intervalOf(memory: Memory): number {
  if (memory.state === 'review') return Math.max(1, memory.intervalDays);
  // What a card that is learned again will begin with.
  return memory.state === 'relearning' ? Math.max(1, Math.round(memory.stability ?? 1)) : 0;
}

function stepsLeft({ state, step }: Memory, config: SchedulerConfig): number {
  if (state !== 'learning' && state !== 'relearning') return 0;
  const steps = state === 'learning' ? config.learningSteps : config.relearningSteps;
  return Math.max(1, steps.length - step);
}

// Anki reads these names and rounds like this: ankitects/anki, rslib/src/storage/card/data.rs.
function cardData(memory: Memory, position: number, config: SchedulerConfig): string {
  const { stability, difficulty } = memory;
  const marks = { cd: writeMarks(memory) };
  if (stability === null || difficulty === null) return JSON.stringify(marks);
  return JSON.stringify({
    pos: position,
    s: rounded(stability, 3),
    d: rounded(difficulty, 3),
    dr: rounded(config.retention, 2),
    decay: rounded(config.weights[20] ?? DEFAULT_DECAY, 3),
    ...marks,
  });
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places)) || 10 ** -places;
}
