import { workerData } from 'node:worker_threads';
import { dailyBackup } from '../../app/upkeep/backup.js';
import { backupFolder } from '../../store/upkeep/backup-folder.js';
import { openCopier } from '../../store/upkeep/copier.js';

/** Makes the day's backup of this thread's database, where there is none yet; see `backUpInThread`. */
export async function backUpHere(): Promise<void> {
  const { database, today } = workerData;
  const copier = openCopier(database);
  try {
    await dailyBackup(copier, backupFolder(database), today);
  } finally {
    copier.close();
  }
}
