import { SegmentError } from '../../sync/checked.js';
import { contiguous } from '../../sync/choose.js';
import type { SegmentName } from '../../sync/layout.js';
import { sentNumber, waitingSegments } from './outbox.js';
import type { SyncPorts, SyncState } from './ports.js';
import type { Remote } from './remote.js';

/**
 * Makes sure that nobody else wrote under this device's id. A database that was
 * restored or cloned meets numbers that it did not give, or other records under
 * its own: it goes on as another device then, and takes what is there as another's.
 */
export async function settleIdentity(
  ports: SyncPorts,
  remote: Remote,
  state: SyncState,
): Promise<void> {
  const sent = sentNumber(waitingSegments(ports).own, state);
  const { id } = ports.device();
  if (id !== state.device) {
    ports.store.renewSync(id, sent);
    return;
  }
  const own = remote.segments.filter(({ device }) => device === state.device);
  const chain = contiguous(own, new Map());
  const reach = Math.min(sent, chain.at(-1)?.last ?? 0);
  // A synchroniser makes a copy where two wrote one file: the other one may have stayed.
  const isCopied = own.some(({ isCopy }) => isCopy);
  const kept = isCopied ? await firstDiffering(ports, remote, chain, reach) : reach;
  if (kept < reach || own.some(({ last }) => last > state.number)) {
    ports.store.renewSync(ports.renewDevice().id, kept);
  }
}

/** Returns up to which number, at most `reach`, the remote has what this database gave. */
async function firstDiffering(
  ports: SyncPorts,
  remote: Remote,
  chain: readonly SegmentName[],
  reach: number,
): Promise<number> {
  for (const name of chain) {
    const digest = ports.store.digestOf(name.last);
    if (digest === null) continue;
    try {
      if ((await remote.open(name)).digest === digest) continue;
    } catch (error) {
      if (!(error instanceof SegmentError)) throw error;
    }
    return Math.min(reach, name.first - 1);
  }
  return reach;
}
