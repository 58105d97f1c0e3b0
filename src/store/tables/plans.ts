import type { PlanRecord } from '../../app/plan/ports.js';
import { studyDay } from '../../model/ids.js';
import { assigned, insertInto, listed } from './columns.js';

/** A row of `plans`. */
export interface PlanRow {
  readonly key: number;
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly deadline_at: number;
  readonly deadline_day: number;
  readonly minutes_per_day: number;
  readonly target: number;
  readonly created_at: number;
  readonly changed_at: number;
  readonly removed_at: number | null;
}

/** What a person says of a plan. */
const SAID = [
  ...(['name', 'query', 'deadline_at', 'deadline_day', 'minutes_per_day', 'target'] as const),
] as const satisfies readonly (keyof PlanRow)[];

/** The columns of a `PlanRow`. */
export const PLAN_COLUMNS = listed([
  'key',
  'id',
  ...SAID,
  'created_at',
  'changed_at',
  'removed_at',
]);

/** Adds a plan; takes a `planRow`. */
export const INSERT_PLAN = insertInto('plans', [
  ...['id', ...SAID, 'created_at', 'changed_at', 'removed_at'],
]);

/** SQL that sets what a person says of a plan; takes a `planRow`. */
export const SET_PLAN = assigned(SAID);

/** Returns the plan that a row holds. */
export function planOf(row: PlanRow): PlanRecord {
  return {
    number: row.key,
    id: row.id,
    name: row.name,
    query: row.query,
    deadlineAt: row.deadline_at,
    deadlineDay: studyDay(row.deadline_day),
    minutesPerDay: row.minutes_per_day,
    target: row.target,
    createdAt: row.created_at,
    changedAt: row.changed_at,
    removedAt: row.removed_at,
  };
}

/** Returns the row that holds a plan, but for its key. */
export function planRow(plan: Omit<PlanRecord, 'number'>): Omit<PlanRow, 'key'> {
  return {
    id: plan.id,
    name: plan.name,
    query: plan.query,
    deadline_at: plan.deadlineAt,
    deadline_day: plan.deadlineDay,
    minutes_per_day: plan.minutesPerDay,
    target: plan.target,
    created_at: plan.createdAt,
    changed_at: plan.changedAt,
    removed_at: plan.removedAt,
  };
}
