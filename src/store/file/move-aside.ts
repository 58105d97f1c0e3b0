import { existsSync, linkSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { syncFolder } from './new-file.js';

/** SQLite's files beside a database. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/**
 * Moves a database that is no good out of the way, its log with it, so that
 * nothing of it is lost and its log is never taken for that of another.
 * Returns the new path of the database, `viva.db.damaged` or with a number;
 * null where there was nothing to move. Throws the errors of node:fs.
 *
 * Where the disk knows links, the database keeps its old name too, until
 * another is renamed over it: killed between, viva finds the damaged one, not
 * none, and does not begin a new one.
 */
export function moveAside(path: string): string | null {
  const found = COMPANIONS.filter((companion) => existsSync(path + companion));
  if (found.length === 0 && !existsSync(path)) return null;
  const aside = freeName(`${path}.damaged`);
  for (const companion of found) renameSync(path + companion, aside + companion);
  if (existsSync(path)) linkOrRename(path, aside);
  syncFolder(dirname(path));
  return aside;
}

function linkOrRename(path: string, aside: string): void {
  try {
    linkSync(path, aside);
  } catch {
    renameSync(path, aside);
  }
}

function freeName(name: string): string {
  for (let n = 1; ; n += 1) {
    const free = n === 1 ? name : `${name}-${n}`;
    if (!['', ...COMPANIONS].some((companion) => existsSync(free + companion))) return free;
  }
}
