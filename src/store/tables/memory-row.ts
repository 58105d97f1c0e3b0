import type { Database, Statement } from 'better-sqlite3';
import { studyDay } from '../../model/ids.js';
import type { CardState, Memory } from '../../model/memory.js';

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

const COLUMNS = [
  'state',
  'step',
  'stability',
  'difficulty',
  'last_at',
  'last_day',
  'due_at',
  'due_day',
  'interval_days',
  'reps',
  'lapses',
  'expected_lapses',
  'introduced_day',
  'suspended',
  'buried_until',
  'flag',
  'leech',
] as const satisfies readonly (keyof MemoryRow)[];

/** The columns of a `MemoryRow` under the alias that every query uses. */
export const MEMORY_COLUMNS = COLUMNS.map((column) => `y.${column}`).join(', ');

/** The same as SQLite gives them in raw mode, which takes half the time. */
export type MemoryCells = readonly [
  state: CardState,
  step: number,
  stability: number | null,
  difficulty: number | null,
  lastAt: number | null,
  lastDay: number | null,
  dueAt: number | null,
  dueDay: number | null,
  intervalDays: number,
  reps: number,
  lapses: number,
  expectedLapses: number,
  introducedDay: number | null,
  suspended: 0 | 1,
  buriedUntil: number | null,
  flag: number,
  leech: 0 | 1,
];

/** Gives the statement that writes a card's memory. */
export function memoryUpdate(db: Database): Statement<[MemoryRow & { card: number }]> {
  const assignments = COLUMNS.map((column) => `${column} = @${column}`).join(', ');
  return db.prepare(`UPDATE memory SET ${assignments} WHERE card = @card`);
}

/** Gives the memory that a row holds. */
export function memoryOf(row: MemoryRow): Memory {
  return memoryOfCells([
    row.state,
    row.step,
    row.stability,
    row.difficulty,
    row.last_at,
    row.last_day,
    row.due_at,
    row.due_day,
    row.interval_days,
    row.reps,
    row.lapses,
    row.expected_lapses,
    row.introduced_day,
    row.suspended,
    row.buried_until,
    row.flag,
    row.leech,
  ]);
}

/** Gives the memory that the first cells of a raw row hold. */
export function memoryOfCells(row: readonly [...MemoryCells, ...unknown[]]): Memory {
  return {
    state: row[0],
    step: row[1],
    stability: row[2],
    difficulty: row[3],
    lastAt: row[4],
    lastDay: dayOf(row[5]),
    dueAt: row[6],
    dueDay: dayOf(row[7]),
    intervalDays: row[8],
    reps: row[9],
    lapses: row[10],
    expectedLapses: row[11],
    introducedDay: dayOf(row[12]),
    suspended: row[13] === 1,
    buriedUntil: dayOf(row[14]),
    flag: row[15],
    leech: row[16] === 1,
  };
}

/** Gives the row that holds a memory. */
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

/** Do two rows say the same? */
export function sameMemory(a: MemoryRow, b: MemoryRow): boolean {
  return COLUMNS.every((column) => a[column] === b[column]);
}

function dayOf(value: number | null): ReturnType<typeof studyDay> | null {
  return value === null ? null : studyDay(value);
}
