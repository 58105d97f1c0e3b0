import type { SyncDevice } from '../../model/sync.js';
import type { SegmentHead } from '../../model/sync-records.js';
import { SegmentError } from '../../sync/checked.js';
import { contiguous } from '../../sync/choose.js';
import { devicePath, segmentName, segmentPath } from '../../sync/layout.js';
import { sentNumber, type Unsent, waitingSegments } from './outbox.js';
import type { Publication, SyncPorts, SyncState } from './ports.js';
import { jsonBytes, type Remote } from './remote.js';
import { requireState } from './state.js';
import type { Taking } from './take.js';
import { type Tidying, tidyOwn } from './tidy.js';

/** Sends what waits; returns the number of records, or null where another machine was first. */
export async function publish(
  ports: SyncPorts,
  remote: Remote,
  damaged: Taking['damaged'],
): Promise<number | null> {
  const { own } = waitingSegments(ports);
  const missing = await missingThere(ports, remote, own);
  if (missing === null) return null;
  const state = requireState(ports);
  const isGone = isAnyGone(remote, state, sentNumber(own, state));
  const self = selfFile(ports, damaged);
  let sent: number | null = 0;
  if (missing.length > 0 || isGone) {
    const tidying = await tidyOwn(ports, remote, { state, isGone });
    sent = await send(ports, remote, { missing, tidying, self });
  } else if (await isNewsOf(ports, remote, damaged)) {
    if (!(await remote.publish({ write: [self], remove: [] }))) return null;
  }
  if (sent !== null) for (const { name } of own) ports.folder.dropOutbox(name);
  return sent;
}

/** Returns which of what waits the remote does not have; null where a clone has written other things there. */
async function missingThere(
  ports: SyncPorts,
  remote: Remote,
  own: readonly Unsent[],
): Promise<Unsent[] | null> {
  const missing: Unsent[] = [];
  for (const waiting of own) {
    const there = await digestThere(remote, waiting.segment.head);
    if (there === null) missing.push(waiting);
    else if (there !== waiting.segment.digest) {
      ports.store.renewSync(ports.renewDevice().id, waiting.segment.head.first - 1);
      return null;
    }
  }
  return missing;
}

interface Sending {
  readonly missing: readonly Unsent[];
  readonly tidying: Tidying;
  readonly self: Publication['write'][number];
}

/** Returns the number of records that went out, or null where another machine was first. */
async function send(
  { store }: SyncPorts,
  remote: Remote,
  { missing, tidying, self }: Sending,
): Promise<number | null> {
  const { write, remove, digests, whole } = tidying;
  const files = [...(whole === null ? missing.map(fileOf) : []), ...write, self];
  if (!(await remote.publish({ write: files, remove }))) return null;
  for (const [number, digest] of digests) store.noteDigest(number, digest);
  return (
    whole ?? missing.reduce((sum, { segment: { head } }) => sum + head.last - head.first + 1, 0)
  );
}

/** Is a file that this device sent, up to number `sent`, gone from the remote? */
function isAnyGone({ segments }: Remote, state: SyncState, sent: number): boolean {
  const own = segments.filter(({ device }) => device === state.device);
  return (contiguous(own, new Map()).at(-1)?.last ?? 0) < sent;
}

/** Is there a file that cannot be read and that the others have not been told of? */
async function isNewsOf(
  ports: SyncPorts,
  remote: Remote,
  damaged: Taking['damaged'],
): Promise<boolean> {
  const unreadable = unreadableOf(damaged);
  if (unreadable.length === 0) return false;
  const { device } = requireState(ports);
  const self = (await remote.devices()).find(({ id }) => id === device);
  return unreadable.some((path) => !self?.unreadable.includes(path));
}

/** The digest of what the remote has under a segment's name; null where it has none. */
async function digestThere(remote: Remote, head: SegmentHead): Promise<string | null> {
  const found = remote.segments.find(
    ({ device, first, last, isCopy }) =>
      !isCopy && device === head.device && first === head.first && last === head.last,
  );
  if (found === undefined) return null;
  try {
    return (await remote.open(found)).digest;
  } catch (error) {
    if (error instanceof SegmentError) return 'damaged';
    throw error;
  }
}

function fileOf({ segment: { head }, bytes }: Unsent) {
  return { path: segmentPath(head.device, head.first, head.last), bytes };
}

function selfFile(ports: SyncPorts, damaged: Taking['damaged']) {
  const { device, number } = requireState(ports);
  const self: SyncDevice = {
    ...{ id: device, name: ports.device().name, number, writtenAt: ports.now() },
    unreadable: unreadableOf(damaged).slice(0, 1000),
  };
  return { path: devicePath(device), bytes: jsonBytes(self) };
}

/** Those that their writers can write anew: of copies nobody knows what they held. */
function unreadableOf(damaged: Taking['damaged']): string[] {
  return [...damaged.keys()].filter((path) => !isCopy(path));
}

function isCopy(path: string): boolean {
  return segmentName(path)?.isCopy ?? false;
}
