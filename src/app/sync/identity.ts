import { SegmentError } from '../../sync/checked.js';
import { contiguous } from '../../sync/choose.js';
import type { SegmentName } from '../../sync/layout.js';
import { waitingSegments } from './outbox.js';
import type { SyncPorts, SyncState } from './ports.js';
import type { Remote } from './remote.js';

/**
 * Makes sure that what this device wrote is what the remote has of it. A database
 * that was restored or cloned meets numbers that it did not give, or other
 * records under its own: it goes on as another device then, and takes what is
 * there as another's.
 */
export async function settleIdentity(
  ports: SyncPorts,
  remote: Remote,
  state: SyncState,
): Promise<void> {
  const [waiting] = waitingSegments(ports).own;
  const sent = waiting === undefined ? state.number : waiting.segment.head.first - 1;
  const { id } = ports.device();
  if (id !== state.device) {
    ports.store.renewSync(id, sent);
    return;
  }
  const kept = await keptThere(ports, remote, state, sent);
  if (kept < sent || hasLater(remote, state)) {
    ports.store.renewSync(ports.renewDevice().id, kept);
  }
}

const ownOf = (remote: Remote, { device }: SyncState) =>
  remote.segments.filter((segment) => segment.device === device);

function hasLater(remote: Remote, state: SyncState): boolean {
  return ownOf(remote, state).some(({ last }) => last > state.number);
}

/** Up to which number, at most `sent`, the remote has what this database gave. */
async function keptThere(
  ports: SyncPorts,
  remote: Remote,
  state: SyncState,
  sent: number,
): Promise<number> {
  const own = ownOf(remote, state);
  const chain = contiguous(own, new Map());
  const reach = Math.min(sent, chain.at(-1)?.last ?? 0);
  // A synchroniser makes a copy where two wrote one file: the other one may have stayed.
  if (reach < sent || !own.some(({ isCopy }) => isCopy)) return reach;
  return firstDiffering(ports, remote, chain, reach);
}

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
