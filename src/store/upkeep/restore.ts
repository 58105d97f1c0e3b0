import { chmodSync, copyFileSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { moveAside } from '../file/move-aside.js';
import { syncFile, syncFolder } from '../file/new-file.js';
import { loadSqlite } from '../file/sqlite.js';
import { explainStorageError } from '../file/sqlite-error.js';

const BUSY_TIMEOUT_MS = 3_000;
const RETRY_MS = 50;
const PAGES_AT_A_TIME = 2_048;

/**
 * Writes a good backup over the content of a database that opens, in one
 * transaction of SQLite's: another viva that has it open sees the old content
 * or the new, and a process killed half-way leaves the old. Throws VivaError
 * 'database-locked' where another program keeps writing.
 */
export async function restoreContent(backup: string, database: string): Promise<void> {
  const Sqlite = loadSqlite();
  const source = new Sqlite(backup, { readonly: true, fileMustExist: true });
  try {
    const until = Date.now() + BUSY_TIMEOUT_MS;
    while (!(await tryCopy(source, database))) {
      if (Date.now() > until) throw new Sqlite.SqliteError('database is locked', 'SQLITE_BUSY');
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  } catch (error) {
    throw explainStorageError(error, database);
  } finally {
    source.close();
  }
}

/** Returns false where the database was locked. */
async function tryCopy(source: import('better-sqlite3').Database, to: string): Promise<boolean> {
  // better-sqlite3 takes a lock it did not get for the end of an empty copy: no progress, no copy.
  let began = false;
  await source.backup(to, {
    progress: () => {
      began = true;
      return PAGES_AT_A_TIME;
    },
  });
  return began;
}

/**
 * Puts a good copy in the place of a database that is damaged or gone. What
 * was there is moved aside; returns its new path, or null where there was nothing.
 */
export function replaceDamaged(copy: string, database: string): string | null {
  const beside = `${database}.restoring`;
  try {
    // On a new machine there is no folder yet.
    mkdirSync(dirname(database), { recursive: true, mode: 0o700 });
    copyFileSync(copy, beside);
    chmodSync(beside, 0o600);
    syncFile(beside, 'r+');
    const aside = moveAside(database);
    renameSync(beside, database);
    syncFolder(dirname(database));
    return aside;
  } catch (error) {
    rmSync(beside, { force: true });
    throw explainStorageError(error, database);
  }
}
