import { chmodSync, lstatSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Paths } from './paths.js';

/** Everyone but the owner. */
const OTHERS = 0o077;
/** A folder with this bit is shared by intent, as /tmp is. */
const STICKY = 0o1000;

/**
 * Takes other people's rights away from what viva keeps: its folders, the
 * database with the files that lie beside it, the settings. What is not
 * there, not the person's own or a link stays as it is, and so does the folder
 * of a database named with --db, which need not be viva's.
 */
export function keepPrivate({ data, database, settings }: Paths): void {
  if (process.platform === 'win32') return;
  for (const folder of new Set([data, join(data, 'backups'), dirname(settings)])) {
    restrict(folder, true);
  }
  const beside = ['-wal', '-shm', '.device'].map((end) => `${database}${end}`);
  for (const path of [database, ...beside, settings]) {
    restrict(path, false);
  }
}

function restrict(path: string, isFolder: boolean): void {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || (isFolder ? !stats.isDirectory() : !stats.isFile())) return;
    if ((stats.mode & OTHERS) === 0 || (stats.mode & STICKY) !== 0) return;
    // A data folder can be the person's home, which is not viva's to close.
    if (isFolder && path === homedir()) return;
    if (stats.uid === process.getuid?.()) chmodSync(path, stats.mode & ~OTHERS & 0o777);
  } catch {
    // No way there, a file system without modes, one that is read-only: what comes next will say.
  }
}
