import { basename, join } from 'node:path';
import { VivaError } from '../../model/error.js';
import type { StudyDay } from '../../model/ids.js';
import { type BackupKind, type BackupName, backupName, readBackupName } from './backup-name.js';
import { daysToKeep } from './backup-rotation.js';
import type { BackupFolder, CopyContent, Upkeep } from './ports.js';

/** A backup as the person sees it. */
export interface BackupRecord extends BackupName, CopyContent {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Makes the automatic backup of the study day where there is none yet, then
 * deletes automatic ones that the rotation lets go. Returns the path of the
 * new backup; null where none was due.
 */
export async function dailyBackup(
  store: Pick<Upkeep, 'isEmpty' | 'copyTo'>,
  folder: BackupFolder,
  today: StudyDay,
): Promise<string | null> {
  const name = backupName(folder.stem, 'automatic', today);
  if (folder.seemsWhole(name) || store.isEmpty()) return null;
  // What has the name and is no backup is in the way, and nobody can use it.
  if (folder.names().includes(name)) folder.remove(name);
  const path = join(folder.path, name);
  try {
    await store.copyTo(path);
  } catch (error) {
    // Another viva was quicker.
    if (error instanceof VivaError && error.code === 'file-exists') return null;
    throw error;
  }
  await rotate(folder, today);
  return path;
}

/** Deletes automatic backups that the rotation lets go; only good ones count, only they are deleted. */
async function rotate(folder: BackupFolder, today: StudyDay): Promise<void> {
  const all = namedBackups(folder).filter(({ kind }) => kind === 'automatic');
  if (letGo(all, today).length === 0) return;
  const good: BackupName[] = [];
  for (const backup of all) {
    if (folder.inspect(join(folder.path, backup.name)).problem === null) good.push(backup);
  }
  for (const { name } of letGo(good, today)) folder.remove(name);
}

function letGo(backups: readonly BackupName[], today: StudyDay): BackupName[] {
  const kept = daysToKeep(
    backups.map(({ day }) => day),
    today,
  );
  return backups.filter(({ day }) => !kept.has(day));
}

/** Makes a backup of the named kind in the folder, under the first free name. Returns its path. */
export async function backUpNow(
  store: Pick<Upkeep, 'copyTo'>,
  folder: BackupFolder,
  kind: BackupKind,
  today: StudyDay,
): Promise<string> {
  const taken = new Set(folder.names());
  for (let number = 1; ; number += 1) {
    const name = backupName(folder.stem, kind, today, number);
    if (taken.has(name)) continue;
    const path = join(folder.path, name);
    await store.copyTo(path);
    return path;
  }
}

/** Returns every backup of the database, newest first, each opened and checked. */
export function listBackups(folder: BackupFolder): BackupRecord[] {
  return namedBackups(folder).map((named) => {
    const path = join(folder.path, named.name);
    return { ...named, path, size: folder.sizeOf(named.name), ...folder.inspect(path) };
  });
}

function namedBackups(folder: BackupFolder): BackupName[] {
  return folder
    .names()
    .flatMap((name) => readBackupName(folder.stem, name) ?? [])
    .sort((a, b) => b.day - a.day || (a.name < b.name ? 1 : -1));
}

/** Returns the path of the newest backup that is good; null without one. */
export function newestGood(folder: BackupFolder): string | null {
  const good = listBackups(folder).filter(({ problem }) => problem === null);
  const newest = good.reduce<(typeof good)[number] | undefined>(
    (best, backup) =>
      best === undefined || (backup.newestAt ?? 0) > (best.newestAt ?? 0) ? backup : best,
    undefined,
  );
  return newest?.path ?? null;
}

/**
 * Refuses to begin anew where a database is gone whose backups are there.
 * Throws VivaError 'database-missing', which names the newest good one.
 */
export function refuseMissingDatabase(database: string, folder: BackupFolder): void {
  const backup = newestGood(folder);
  if (backup === null) return;
  throw new VivaError(
    'database-missing',
    `The database ${database} is gone or empty, but there are backups of it; the newest good one is ${backup}.`,
    `Restore it with "viva restore ${basename(backup)}"; "viva restore" lists all backups. To start over, move the folder ${folder.path} away.`,
  );
}
