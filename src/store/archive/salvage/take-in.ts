import type { Database } from 'better-sqlite3';
import type { MergeReport } from '../../../app/upkeep/ports.js';
import { type MergeTarget, mergeRecords } from '../merge.js';
import { withDamaged } from './open-damaged.js';
import { databaseRecords } from './records.js';

/**
 * Merges another database file, of which as much as can be read: a damaged
 * one, or the copy that a sync program made; see `Upkeep.takeIn`. Returns null
 * where nothing of it can be read.
 */
export function takeIn(
  db: Database,
  target: MergeTarget,
  path: string,
  dryRun: boolean,
): MergeReport | null {
  // Its first page may be needed to read the other, and could still be in the log alone.
  if (!dryRun) db.pragma('wal_checkpoint(TRUNCATE)');
  return withDamaged(path, dryRun ? null : db.name, (other) => {
    if (other === null) return null;
    let unusable = 0;
    const records = databaseRecords(other, db, () => {
      unusable += 1;
    });
    const report = mergeRecords(db, target, records, { dryRun, tolerant: true });
    return { ...report, unusable: report.unusable + unusable };
  });
}
