import { chmodSync, existsSync, lstatSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FileRights } from '../app/upkeep/ports.js';
import type { Paths } from './paths.js';

/** Everyone but the owner. */
const OTHERS = 0o077;
/** A folder with this bit is shared by intent, as /tmp is. */
const STICKY = 0o1000;

interface Kept {
  readonly path: string;
  readonly isFolder: boolean;
}

/**
 * Takes other people's rights away from viva's folders and settings. What is not
 * there, not the person's own or a link stays as it is, and so does the folder
 * of a database named with --db, which need not be viva's.
 */
export function keepPrivate(paths: Paths): void {
  closeAll(ownOf(paths));
}

/** The same for the database and the files that lie beside it, once it has proved to be viva's. */
export function keepDatabasePrivate({ database }: Paths): void {
  closeAll(besideOf(database));
}

function closeAll(kept: readonly Kept[]): void {
  for (const path of openOf(kept)) {
    try {
      closeToOthers(path);
    } catch {
      // A file system without modes, one that is read-only: what comes next will say.
    }
  }
}

/** Returns who may read what viva keeps: all that is closed at a start, and the backups. */
export function fileRights(paths: Paths): FileRights {
  return { readableByOthers: () => readableByOthers(paths), closeToOthers };
}

function readableByOthers(paths: Paths): string[] {
  const backups = join(dirname(paths.database), 'backups');
  const names = existsSync(backups) ? readdirSync(backups) : [];
  return openOf([
    ...ownOf(paths),
    ...besideOf(paths.database),
    { path: backups, isFolder: true },
    ...names.map((name) => ({ path: join(backups, name), isFolder: false })),
  ]);
}

function closeToOthers(path: string): void {
  chmodSync(path, lstatSync(path).mode & ~OTHERS & 0o777);
}

function ownOf({ data, settings }: Paths): Kept[] {
  const folders = [data, join(data, 'backups'), dirname(settings)];
  return [
    ...folders.map((path) => ({ path, isFolder: true })),
    { path: settings, isFolder: false },
  ];
}

function besideOf(database: string): Kept[] {
  const ends = ['', '-wal', '-shm', '.device'];
  return ends.map((end) => ({ path: `${database}${end}`, isFolder: false }));
}

function openOf(kept: readonly Kept[]): string[] {
  // Windows keeps no such modes.
  if (process.platform === 'win32') return [];
  return [...new Set(kept.filter(isOpen).map(({ path }) => path))];
}

function isOpen({ path, isFolder }: Kept): boolean {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || (isFolder ? !stats.isDirectory() : !stats.isFile())) return false;
    if ((stats.mode & OTHERS) === 0 || (stats.mode & STICKY) !== 0) return false;
    // A data folder can be the person's home, which is not viva's to close.
    if (isFolder && path === homedir()) return false;
    return stats.uid === process.getuid?.();
  } catch {
    // No way there: what comes next will say.
    return false;
  }
}
