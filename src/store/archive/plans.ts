import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/upkeep/ports.js';
import type { ArchivePlan } from '../../model/archive/plan.js';
import { studyDay } from '../../model/ids.js';
import { INSERT_PLAN, PLAN_COLUMNS, type PlanRow, planRow, SET_PLAN } from '../tables/plans.js';

/** Merges the plans of an archive into those that are there: of two of one plan the later stays. */
export interface PlanMerger {
  add(plan: ArchivePlan): void;
  report(): MergeReport['plans'];
}

/** Makes the merger for one archive; runs within a transaction. */
export function createPlanMerger(db: Database): PlanMerger {
  const find = db.prepare<[string], PlanRow>(`SELECT ${PLAN_COLUMNS} FROM plans WHERE id = ?`);
  const insert = db.prepare(INSERT_PLAN);
  const update = db.prepare(
    `UPDATE plans SET ${SET_PLAN}, changed_at = @changed_at, removed_at = @removed_at
     WHERE id = @id`,
  );
  const counts = { added: 0, known: 0, changed: 0 };
  return {
    add(plan) {
      const row = rowOf(plan);
      const known = find.get(plan.id);
      if (known === undefined) {
        insert.run(row);
        counts.added += 1;
        return;
      }
      counts.known += 1;
      if (!isLater(row, known)) return;
      update.run(row);
      counts.changed += 1;
    },
    report: () => ({ ...counts }),
  };
}

function rowOf(plan: ArchivePlan): Omit<PlanRow, 'key'> {
  // Of before there were such times.
  const changedAt = plan.changedAt ?? plan.removedAt ?? plan.createdAt;
  return planRow({ ...plan, changedAt, deadlineDay: studyDay(plan.deadlineDay) });
}

function isLater(row: Omit<PlanRow, 'key'>, { key: _, ...known }: PlanRow): boolean {
  if (row.changed_at !== known.changed_at) return row.changed_at > known.changed_at;
  return contentOf(row) > contentOf(known);
}

// The same on every machine; a plan that was removed is the later one.
const contentOf = (row: Omit<PlanRow, 'key'>) =>
  JSON.stringify([
    ...[row.removed_at === null ? 0 : 1, row.name, row.query, row.deadline_at],
    ...[row.minutes_per_day, row.target, row.removed_at],
  ]);
