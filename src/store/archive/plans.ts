import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../app/ports.js';
import type { ArchivePlan } from '../../model/archive.js';
import { studyDay } from '../../model/ids.js';
import { INSERT_PLAN, planRow } from '../library/plans.js';

/** Adds the plans of an archive that are not there yet; one that is there stays as it is. */
export interface PlanMerger {
  add(plan: ArchivePlan): void;
  report(): MergeReport['plans'];
}

/** Makes the merger for one archive; runs within a transaction. */
export function createPlanMerger(db: Database): PlanMerger {
  const has = db.prepare<[string], number>('SELECT 1 FROM plans WHERE id = ?').pluck();
  const insert = db.prepare(INSERT_PLAN);
  const counts = { added: 0, known: 0 };
  return {
    add(plan) {
      if (has.get(plan.id) !== undefined) {
        counts.known += 1;
        return;
      }
      insert.run(planRow({ ...plan, deadlineDay: studyDay(plan.deadlineDay) }));
      counts.added += 1;
    },
    report: () => ({ ...counts }),
  };
}
