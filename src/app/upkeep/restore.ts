import { isAbsolute, join, resolve } from 'node:path';
import { VivaError } from '../../model/error.js';
import type { StudyDay } from '../../model/ids.js';
import type { Files } from '../import/ports.js';
import { backUpNow } from './backup.js';
import type { BackupFolder, CopyContent, Upkeep } from './ports.js';

/** A backup that has been checked and can be restored. */
export interface Restorable extends CopyContent {
  readonly path: string;
}

/** What a restore did with the database that was there. */
export interface Restored {
  /** Path of the backup made of it; null where it could not be opened, or was not there. */
  readonly backedUpTo: string | null;
  /** Where the damaged database was moved; null where none was. */
  readonly movedTo: string | null;
}

/**
 * Finds what the person calls a backup: a file (relative to `cwd`), a name in
 * the backup folder, or a date alone for that day's automatic one. Throws
 * 'file-missing', and 'backup-unusable' for what is no good backup.
 */
export function findBackup(
  reference: string,
  cwd: string,
  folder: BackupFolder,
  files: Files,
): Restorable {
  const names = [reference, `${reference}.db`, `${folder.stem}-${reference}.db`];
  const candidates = [
    resolve(cwd, reference),
    ...(isAbsolute(reference) ? [] : names.map((name) => join(folder.path, name))),
  ];
  const path = candidates.find((candidate) => files.kindOf(candidate) === 'file');
  if (path === undefined) {
    throw new VivaError(
      'file-missing',
      `There is no backup "${reference}".`,
      'See them with "viva restore".',
    );
  }
  const content = folder.inspect(path);
  if (content.problem === null) return { path, ...content };
  throw new VivaError(
    'backup-unusable',
    `"${path}" cannot be restored: ${content.problem}`,
    'Use another one; "viva restore" lists them and says which are good.',
  );
}

/**
 * Puts a backup in the place of the database: what it replaces is backed up
 * first, or moved aside where `store` is null because it does not open.
 */
export async function restoreBackup(
  backup: Restorable,
  store: Pick<Upkeep, 'copyTo'> | null,
  folder: BackupFolder,
  today: StudyDay,
): Promise<Restored> {
  if (store === null) return { backedUpTo: null, movedTo: folder.replaceDamaged(backup.path) };
  const backedUpTo = await backUpNow(store, folder, 'before-restore', today);
  await folder.restoreContent(backup.path);
  return { backedUpTo, movedTo: null };
}
