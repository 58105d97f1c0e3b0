import { existsSync } from 'node:fs';
import { hostname } from 'node:os';
import type { Store } from '../../app/ports.js';
import { once } from '../../model/once.js';
import { readDeviceId } from '../../platform/device-file.js';
import { randomSource } from '../../platform/random.js';
import type { StoreOptions } from '../../store/open.js';

/** Opens the database of a path, as one of this machine's devices or of the device of an agent. */
export async function openLiveStore(path: string, device?: string): Promise<Store> {
  // A database that had cards has them for ever: an empty one is another that took its place.
  if (!existsSync(path)) await refuseWhereBackupsAre(path);
  const { openStore } = await import('../../store/open.js');
  const options = storeOptions(path);
  const store = openStore(
    device === undefined ? options : { path, random: options.random, device },
  );
  if (!store.isEmpty()) return store;
  try {
    await refuseWhereBackupsAre(path);
    return store;
  } catch (error) {
    store.close();
    throw error;
  }
}

async function refuseWhereBackupsAre(path: string): Promise<void> {
  const { backupFolder } = await import('../../store/upkeep/backup-folder.js');
  const folder = backupFolder(path);
  if (folder.names().length === 0) return;
  const { refuseMissingDatabase } = await import('../../app/upkeep/backup.js');
  refuseMissingDatabase(path, folder);
}

/** What opens a database as this machine's; `database` is the one whose device file counts. */
export function storeOptions(path: string, database = path): StoreOptions {
  const device = once(() => readDeviceId(database));
  return {
    path,
    get device() {
      return device();
    },
    get hostName() {
      return hostname();
    },
    random: randomSource,
  };
}
