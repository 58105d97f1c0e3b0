import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { BackupFolder } from '../../app/upkeep/ports.js';
import { UNFINISHED } from '../file/copy.js';
import { inspectCopy, seemsWhole } from '../file/inspect-copy.js';
import { replaceDamaged, restoreContent } from './restore.js';

/** Older than this, an unfinished copy belongs to a process that is gone. */
const ABANDONED_MS = 3_600_000;

/** Returns the folder `backups` beside a database (its absolute path). Makes nothing. */
export function backupFolder(database: string): BackupFolder {
  const path = join(dirname(database), 'backups');
  return {
    path,
    stem: basename(database, extname(database)),
    names: () => namesIn(path),
    sizeOf: (name) => statSync(join(path, name)).size,
    seemsWhole: (name) => seemsWhole(join(path, name)),
    inspect: inspectCopy,
    restoreContent: (copy) => restoreContent(copy, database),
    replaceDamaged: (copy) => replaceDamaged(copy, database),
    remove: (name) => rmSync(join(path, name), { force: true }),
  };
}

function namesIn(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  const [unfinished, whole] = [names.filter(isUnfinished), names.filter((n) => !isUnfinished(n))];
  for (const name of unfinished) sweep(join(folder, name));
  return whole.sort();
}

function isUnfinished(name: string): boolean {
  return name.includes(UNFINISHED);
}

/** Takes away what a killed process has left, and its log. */
function sweep(path: string): void {
  const found = statSync(path, { throwIfNoEntry: false });
  const owner = Number(/\.(\d+)\.unfinished/.exec(path)?.[1]);
  if (found === undefined || (isRunning(owner) && Date.now() - found.mtimeMs < ABANDONED_MS))
    return;
  rmSync(path, { force: true });
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
