import { join } from 'node:path';
import { VivaError } from '../model/error.js';
import type { StudyDay } from '../model/ids.js';
import { type BackupKind, type BackupName, backupName, readBackupName } from './backup-name.js';
import { daysToKeep } from './backup-rotation.js';
import type { BackupFolder, CopyContent, Store, Upkeep } from './ports.js';

/** A backup as the person sees it. */
export interface BackupRecord extends BackupName, CopyContent {
  readonly path: string;
  /** Bytes. */
  readonly size: number;
}

/**
 * Makes the automatic backup of the study day where there is none yet, then
 * deletes automatic ones that the rotation lets go. Gives the path of the
 * new backup; null where none was due.
 */
export async function dailyBackup(
  store: Upkeep,
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
  rotate(folder, today);
  return path;
}

/** Deletes automatic backups that the rotation lets go; only good ones count, only they are deleted. */
function rotate(folder: BackupFolder, today: StudyDay): void {
  const good = namedBackups(folder).filter(
    ({ kind, name }) =>
      kind === 'automatic' && folder.inspect(join(folder.path, name)).problem === null,
  );
  const kept = daysToKeep(
    good.map(({ day }) => day),
    today,
  );
  for (const { name, day } of good) if (!kept.has(day)) folder.remove(name);
}

/** Makes a backup of the named kind in the folder, under the first free name. Gives its path. */
export async function backUpNow(
  store: Pick<Store, 'copyTo'>,
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

/** Gives every backup of the database, newest first, each opened and checked. */
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
