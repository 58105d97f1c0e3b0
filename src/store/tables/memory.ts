import type { Database, Statement } from 'better-sqlite3';
import { type StudyDay, studyDay } from '../../model/ids.js';
import type { CardState, Memory } from '../../model/memory.js';
import { assigned, type Cells, cellsOf, listed, placesOf } from './columns.js';

/** The columns of `memory` that the journal decides, as SQLite gives and takes them. */
export interface MemoryRow {
  readonly state: CardState;
  readonly step: number;
  readonly stability: number | null;
  readonly difficulty: number | null;
  readonly last_at: number | null;
  readonly last_day: number | null;
  readonly due_at: number | null;
  readonly due_day: number | null;
  readonly interval_days: number;
  readonly reps: number;
  readonly lapses: number;
  readonly expected_lapses: number;
  readonly introduced_day: number | null;
  readonly suspended: 0 | 1;
  readonly buried_until: number | null;
  readonly flag: number;
  readonly leech: 0 | 1;
}

/** Their names, in the order of `MemoryCells`. */
export const MEMORY_NAMES = [
  ...(['state', 'step', 'stability', 'difficulty', 'last_at', 'last_day', 'due_at'] as const),
  ...(['due_day', 'interval_days', 'reps', 'lapses', 'expected_lapses'] as const),
  ...(['introduced_day', 'suspended', 'buried_until', 'flag', 'leech'] as const),
] as const satisfies readonly (keyof MemoryRow)[];

/** The columns of a `MemoryRow` under the alias that every query uses. */
export const MEMORY_COLUMNS = listed(MEMORY_NAMES, 'y');

/** A `MemoryRow` in raw mode. */
export type MemoryCells = Cells<typeof MEMORY_NAMES, MemoryRow>;

const MEMORY = placesOf(MEMORY_NAMES);

/** Returns the statement that writes a card's memory. */
export function memoryUpdate(db: Database): Statement<[MemoryRow & { card: number }]> {
  return db.prepare(`UPDATE memory SET ${assigned(MEMORY_NAMES)} WHERE card = @card`);
}

/** Returns the memory that a row holds. */
export function memoryOf(row: MemoryRow): Memory {
  return memoryOfCells(cellsOf(MEMORY_NAMES, row));
}

/** Returns the memory that the cells of a row hold. */
export function memoryOfCells(row: MemoryCells): Memory {
  return {
    state: row[MEMORY.state],
    step: row[MEMORY.step],
    stability: row[MEMORY.stability],
    difficulty: row[MEMORY.difficulty],
    lastAt: row[MEMORY.last_at],
    lastDay: dayOf(row[MEMORY.last_day]),
    dueAt: row[MEMORY.due_at],
    dueDay: dayOf(row[MEMORY.due_day]),
    intervalDays: row[MEMORY.interval_days],
    reps: row[MEMORY.reps],
    lapses: row[MEMORY.lapses],
    expectedLapses: row[MEMORY.expected_lapses],
    introducedDay: dayOf(row[MEMORY.introduced_day]),
    suspended: row[MEMORY.suspended] === 1,
    buriedUntil: dayOf(row[MEMORY.buried_until]),
    flag: row[MEMORY.flag],
    leech: row[MEMORY.leech] === 1,
  };
}

/** Returns the row that holds a memory. */
export function memoryRow(memory: Memory): MemoryRow {
  return {
    state: memory.state,
    step: memory.step,
    stability: memory.stability,
    difficulty: memory.difficulty,
    last_at: memory.lastAt,
    last_day: memory.lastDay,
    due_at: memory.dueAt,
    due_day: memory.dueDay,
    interval_days: memory.intervalDays,
    reps: memory.reps,
    lapses: memory.lapses,
    expected_lapses: memory.expectedLapses,
    introduced_day: memory.introducedDay,
    suspended: memory.suspended ? 1 : 0,
    buried_until: memory.buriedUntil,
    flag: memory.flag,
    leech: memory.leech ? 1 : 0,
  };
}

/**
 * How far apart the same sum may come out, relative to its size: powers of one Node differ from
 * those of another in their last digit, which rounding to eight decimals mostly hides.
 */
const NODES_APART = 1e-6;

/** Do two rows say the same, wherever they were computed? */
export function sameMemory(a: MemoryRow, b: MemoryRow): boolean {
  return MEMORY_NAMES.every((column) => a[column] === b[column] || areClose(a[column], b[column]));
}

function areClose(a: MemoryRow[keyof MemoryRow], b: MemoryRow[keyof MemoryRow]): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  if (Number.isInteger(a) && Number.isInteger(b)) return false;
  return Math.abs(a - b) <= NODES_APART * Math.max(1, Math.abs(a));
}

function dayOf(value: number | null): StudyDay | null {
  return value === null ? null : studyDay(value);
}
