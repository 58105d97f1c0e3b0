import { VivaError } from '../../model/error.js';
import { SYNC_FORMAT, SYNC_VERSION, type SyncFormat } from '../../model/sync.js';
import type { SyncPorts } from './ports.js';
import { findOrCreate } from './remote.js';
import { matchSettings } from './settings.js';
import { type SyncReport, sync } from './sync.js';

/** How a remote that is made now is to be encrypted; see `SyncFormat`. */
export type MakeEncryption = () => Promise<SyncFormat['encryption']>;

/**
 * Joins a database to a remote, which is made one where it is empty, and syncs
 * for the first time. Throws VivaError 'sync-on' where the database is synced
 * to another one, and 'sync-key' before anything is written where the key is wrong.
 */
export async function initSync(
  ports: SyncPorts,
  address: string,
  encryption: MakeEncryption,
): Promise<SyncReport & { readonly isNew: boolean }> {
  const before = ports.store.syncState();
  if (before !== null && before.remote !== address) {
    throw new VivaError(
      'sync-on',
      `This database is synced to "${before.remote}" already.`,
      'Run "viva sync leave" first; it takes nothing away.',
    );
  }
  if (before !== null) return { ...(await sync(ports)), isNew: false };
  const isNew = await join(ports, address, encryption);
  return { ...(await sync(ports)), isNew };
}

async function join(
  ports: SyncPorts,
  address: string,
  encryption: MakeEncryption,
): Promise<boolean> {
  const transport = ports.connect(address, true);
  const { format, isNew } = await findOrCreate(ports, transport, address, async () => {
    const made = await encryption();
    return {
      ...{ format: SYNC_FORMAT, version: SYNC_VERSION, id: ports.newId() },
      ...(made && { encryption: made }),
    };
  });
  // The key is tried on the canary before anything is written.
  await ports.seal(format);
  ports.store.beginSync({ remote: address, id: format.id, device: ports.device().id });
  // What the person has set on the first machine counts, not what a further one had set before.
  matchSettings(ports, isNew ? ports.now() : 0);
  return isNew;
}
