import { join, resolve } from 'node:path';
import type { Store } from '../../app/ports.js';
import type { SyncPorts, Transport } from '../../app/sync/ports.js';
import { VivaError } from '../../model/error.js';
import { readDevice, renewDevice } from '../../platform/device-file.js';
import { kindOf } from '../../platform/files.js';
import type { Paths } from '../../platform/paths.js';
import { randomSource } from '../../platform/random.js';
import { personalSettings } from '../../platform/settings-file.js';
import { besideDatabase } from '../../platform/sync/beside.js';
import { folderTransport, makeSyncFolder } from '../../platform/sync/folder.js';
import { gitTransport, kindOfRepository } from '../../platform/sync/git.js';
import { remoteSeal } from '../../platform/sync/seal.js';
import { takeLock } from '../../store/file/lock.js';
import { readAddress } from '../../sync/address.js';

/** How long a sync waits for another one of this database, ms. */
const LOCK_MS = 5_000;
/** The first pause after another machine was first, ms; each further one may be twice as long. */
const PAUSE_MS = 100;

/** Makes what syncing needs of the real machine. */
export function liveSync(
  store: Store,
  { paths, now }: { readonly paths: Paths; readonly now: () => number },
): SyncPorts {
  const { database } = paths;
  const folder = besideDatabase(database, (work) => alone(`${database}.sync`, work));
  return {
    store,
    folder,
    settings: personalSettings(paths.settings),
    connect: (address, isFirst) => connect(address, isFirst, `${database}.sync`),
    seal: (format) => remoteSeal(format, folder.key()),
    device: () => readDevice(database),
    renewDevice: () => renewDevice(database),
    now,
    newId: () => Buffer.from(randomSource(10)).toString('hex'),
    async pause(attempt) {
      const [chance = 0] = randomSource(1);
      const longest = PAUSE_MS * 2 ** Math.min(attempt, 5);
      await new Promise((done) => setTimeout(done, (longest * (64 + chance)) / 320));
    },
  };
}

function connect(address: string, isFirst: boolean, folder: string): Transport {
  const place = readAddress(address, resolve);
  if (place.kind === 'git') return gitTransport(place.url, folder);
  requirePlace(place.path, isFirst);
  const kind = kindOfRepository(place.path);
  if (kind === 'bare') return gitTransport(place.path, folder);
  if (kind === 'working copy') {
    throw new VivaError(
      'sync-address',
      `"${place.path}" is the working copy of a git repository, which git does not push to.`,
      'Give the address that it is cloned from, or another folder.',
    );
  }
  if (isFirst) makeSyncFolder(place.path);
  return folderTransport(place.path);
}

/** Throws VivaError 'sync-address' for a file, and for a repository that is yet to be made. */
function requirePlace(path: string, isFirst: boolean): void {
  const kind = kindOf(path);
  const folder = 'Give the path of a folder, or the address of a git repository.';
  if (kind === 'file') throw new VivaError('sync-address', `"${path}" is a file.`, folder);
  if (isFirst && kind === 'missing' && path.endsWith('.git')) {
    throw new VivaError(
      'sync-address',
      `There is no repository "${path}".`,
      `Make it with "git init --bare '${path}'", then run the command again.`,
    );
  }
}

async function alone<T>(folder: string, work: () => Promise<T>): Promise<T> {
  const release = takeLock(join(folder, 'lock'), LOCK_MS);
  if (release === null) {
    throw new VivaError(
      'sync-busy',
      'Another viva is syncing this database.',
      'Wait until it has ended, then run the command again.',
    );
  }
  try {
    return await work();
  } finally {
    release();
  }
}
