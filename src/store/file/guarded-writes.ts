import type { Database } from 'better-sqlite3';
import type { SameFile } from './same-file.js';

/**
 * Makes every transaction of a database hold its file against `file`, before
 * the first change and after the last, and say so when it is `committed`. Whatever
 * writes does it in a transaction, so that no method can be forgotten; a test calls them all.
 */
export function guardWrites(db: Database, file: SameFile, committed: () => void): void {
  const transaction = db.transaction.bind(db);
  const guarded = (work: () => unknown): unknown => {
    // Within another transaction this is a part of it, which does not end here.
    if (db.inTransaction) return work();
    file.verify();
    const done = work();
    committed();
    file.verify();
    return done;
  };
  db.transaction = ((work: (...args: unknown[]) => unknown) => {
    const { immediate } = transaction(work);
    return { immediate: (...args: unknown[]) => guarded(() => immediate(...args)) };
  }) as Database['transaction'];
}
