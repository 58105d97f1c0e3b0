import { existsSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './new-file.js';

/** SQLite's files beside a database; the log first, as it belongs to the database it lies beside. */
const COMPANIONS = ['-wal', '-shm', '-journal', ''];

/**
 * Moves a database that is no good out of the way, its log with it, so that
 * nothing of it is lost and its log is never taken for that of another.
 * Gives the new path of the database, `viva.db.damaged` or with a number;
 * null where there was nothing to move. Throws the errors of node:fs.
 */
export function moveAside(path: string): string | null {
  const found = COMPANIONS.filter((companion) => existsSync(path + companion));
  if (found.length === 0) return null;
  const aside = freeName(`${path}.damaged`);
  for (const companion of found) renameSync(path + companion, aside + companion);
  syncFolder(dirname(path));
  return aside;
}

function freeName(name: string): string {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!COMPANIONS.some((companion) => existsSync(free + companion))) return free;
  }
}
