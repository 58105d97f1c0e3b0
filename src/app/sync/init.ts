import { VivaError } from '../../model/error.js';
import { SYNC_FORMAT, SYNC_VERSION, type SyncFormat } from '../../model/sync.js';
import type { SyncPorts } from './ports.js';
import { findOrCreate } from './remote.js';
import { matchSettings } from './settings.js';
import { type SyncReport, sync } from './sync.js';

/** Where the key comes from. */
export interface SyncSecrets {
  /** Is what is synced to be encrypted? */
  readonly isWanted: boolean;
  /** Makes the key of a new remote and keeps it; returns what its format says of it. */
  make(): Promise<Encryption>;
  /** Gets the key of a remote and keeps it. Throws VivaError 'sync-key' for a wrong one. */
  unlock(encryption: Encryption): Promise<void>;
}

type Encryption = NonNullable<SyncFormat['encryption']>;

/**
 * Joins a database to a remote, which is made one where it is empty, and syncs
 * for the first time. Throws VivaError 'sync-on' where the database is synced
 * to another one, and 'sync-key' before anything is written where the key is wrong.
 */
export async function initSync(
  ports: SyncPorts,
  address: string,
  secrets: SyncSecrets,
): Promise<SyncReport & { readonly isNew: boolean }> {
  const before = ports.store.syncState();
  if (before !== null && before.remote !== address) {
    throw new VivaError(
      'sync-on',
      `This database is synced to "${before.remote}" already.`,
      'Run "viva sync leave" first; it deletes nothing.',
    );
  }
  if (before !== null) return { ...(await sync(ports)), isNew: false };
  const isNew = await join(ports, address, secrets);
  return { ...(await sync(ports)), isNew };
}

async function join(ports: SyncPorts, address: string, secrets: SyncSecrets): Promise<boolean> {
  const transport = ports.connect(address, true);
  const { format, isNew } = await findOrCreate(ports, transport, address, async () => ({
    ...{ format: SYNC_FORMAT, version: SYNC_VERSION, id: ports.newId() },
    ...(secrets.isWanted && { encryption: await secrets.make() }),
  }));
  // Before anything is written: a wrong key spoils nothing.
  if (!isNew) await unlock(format, secrets, address);
  ports.store.beginSync({ remote: address, id: format.id, device: ports.device().id });
  // What the person has set on the first machine counts, not what a further one had set before.
  matchSettings(ports, isNew ? ports.now() : 0);
  return isNew;
}

async function unlock(
  { encryption }: SyncFormat,
  secrets: SyncSecrets,
  address: string,
): Promise<void> {
  if (encryption !== undefined) return secrets.unlock(encryption);
  if (!secrets.isWanted) return;
  throw new VivaError(
    'sync-key',
    `What "${address}" holds is not encrypted.`,
    'Join it without --encrypt, or start an encrypted sync elsewhere.',
  );
}
