import type { Database } from 'better-sqlite3';

/** SQL of the counts of waiting cards (migrations/0010) that are not what they are to be. */
export const WRONG_COUNTS = `SELECT day, kind, name FROM (
    SELECT day, kind, name, cards FROM queue_counts
    UNION ALL SELECT day, kind, name, -cards FROM queue_recount)
  GROUP BY day, kind, name HAVING sum(cards) <> 0`;

/** Databases whose counts are set aside: they are counted when the work on them is done. */
const setAside = new WeakSet<Database>();

/** Counts the waiting cards again where a count is wrong. Returns how many were; none while they are set aside. */
export function repairCounts(db: Database): number {
  if (setAside.has(db)) return 0;
  const wrong = db.prepare<[], object>(WRONG_COUNTS).all();
  if (wrong.length > 0) countAgain(db);
  return wrong.length;
}

/**
 * Does work that changes many cards, and counts those that wait once, after it: the triggers that
 * keep the counts would each time cost more than the change. Within a transaction: where the work
 * throws, its end brings them back.
 */
export function countedAfter<T>(db: Database, work: () => T): T {
  if (!db.inTransaction) throw new Error('counts are set aside within a transaction alone');
  if (setAside.has(db)) return work();
  setAside.add(db);
  try {
    const triggers = db
      .prepare<[], { name: string; sql: string }>(
        `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'queue_counts_*'`,
      )
      .all();
    for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`);
    const result = work();
    for (const { sql } of triggers) db.exec(sql);
    countAgain(db);
    return result;
  } finally {
    setAside.delete(db);
  }
}

function countAgain(db: Database): void {
  db.exec(`DELETE FROM queue_counts;
    INSERT INTO queue_counts SELECT day, kind, name, cards FROM queue_recount`);
}
