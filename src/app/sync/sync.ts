import { VivaError } from '../../model/error.js';
import type { SyncDevice } from '../../model/sync.js';
import type { SegmentHead } from '../../model/sync-records.js';
import { SegmentError } from '../../sync/checked.js';
import { devicePath, segmentPath } from '../../sync/layout.js';
import { settleIdentity } from './identity.js';
import { fillOutbox, recoverStrays, type Unsent, waitingSegments } from './outbox.js';
import type { SyncPorts, SyncTaken } from './ports.js';
import { jsonBytes, lookAt, MAX_ATTEMPTS, overtaken, type Remote } from './remote.js';
import { matchSettings } from './settings.js';
import { type Taking, takeOthers } from './take.js';
import { tidyOwn } from './tidy.js';

/** What a sync did. */
export interface SyncReport {
  readonly remote: string;
  /** Records that were sent. */
  readonly sent: number;
  /** What came, one for each look at the remote that found something. */
  readonly taken: readonly SyncTaken[];
  /** Names of devices of which not all has arrived. */
  readonly waiting: readonly string[];
  /** Files that were skipped, and what is wrong with each. */
  readonly damaged: readonly { readonly path: string; readonly problem: string }[];
}

/**
 * Brings a database and its remote into step: takes what others wrote, then
 * puts there what is new here. Throws VivaError; what was done by then stands,
 * and the next sync goes on from there.
 */
export async function sync(ports: SyncPorts): Promise<SyncReport> {
  requireState(ports);
  return ports.folder.alone(async () => {
    try {
      const report = await bringIntoStep(ports);
      ports.store.noteSync(ports.now(), null);
      return report;
    } catch (error) {
      if (error instanceof VivaError) ports.store.noteSync(ports.now(), error.message);
      throw error;
    }
  });
}

/** Returns where the database is synced to. Throws VivaError 'sync-off' where that is nowhere. */
export function requireState({ store }: Pick<SyncPorts, 'store'>) {
  const state = store.syncState();
  if (state !== null) return state;
  throw new VivaError(
    'sync-off',
    'This database is not synced.',
    'Start with "viva sync init ADDRESS": a git address or a folder.',
  );
}

async function bringIntoStep(ports: SyncPorts): Promise<SyncReport> {
  const { remote: address } = requireState(ports);
  const transport = ports.connect(address, false);
  const takings: Taking[] = [];
  for (let attempt = 1; ; attempt += 1) {
    const remote = await lookAt(ports, transport, requireState(ports));
    matchSettings(ports, ports.now());
    await settleIdentity(ports, remote, requireState(ports));
    takings.push(await takeOthers(ports, remote));
    matchSettings(ports, ports.now());
    recoverStrays(ports);
    fillOutbox(ports);
    const sent = await publish(ports, remote, takings.at(-1)?.damaged ?? new Map());
    if (sent !== null) return reportOf(address, remote, takings, sent);
    if (attempt >= MAX_ATTEMPTS) throw overtaken(address);
    await ports.pause(attempt);
  }
}

/** Sends what waits; returns the number of records, or null where another machine was first. */
async function publish(
  ports: SyncPorts,
  remote: Remote,
  damaged: Taking['damaged'],
): Promise<number | null> {
  const { own } = waitingSegments(ports);
  const missing: Unsent[] = [];
  for (const waiting of own) {
    const there = await digestThere(remote, waiting.segment.head);
    if (there === null) missing.push(waiting);
    else if (there !== waiting.segment.digest) {
      // A clone of this machine has given these numbers to something else.
      const { first } = waiting.segment.head;
      ports.store.renewSync(ports.renewDevice().id, first - 1);
      return null;
    }
  }
  if (missing.length > 0) {
    const { write, remove, digests } = await tidyOwn(ports, remote, requireState(ports));
    const files = [...missing.map(fileOf), ...write, selfFile(ports, damaged)];
    if (!(await remote.publish({ write: files, remove }))) return null;
    for (const [number, digest] of digests) ports.store.noteDigest(number, digest);
  } else if (await isNewsOf(ports, remote, damaged)) {
    if (!(await remote.publish({ write: [selfFile(ports, damaged)], remove: [] }))) return null;
  }
  for (const { name } of own) ports.folder.dropOutbox(name);
  return missing.reduce((sum, { segment: { head } }) => sum + head.last - head.first + 1, 0);
}

/** Is there a file that cannot be read and that the others have not been told of? */
async function isNewsOf(
  ports: SyncPorts,
  remote: Remote,
  damaged: Taking['damaged'],
): Promise<boolean> {
  if (damaged.size === 0) return false;
  const { device } = requireState(ports);
  const self = (await remote.devices()).find(({ id }) => id === device);
  return [...damaged.keys()].some((path) => !self?.unreadable.includes(path));
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
    unreadable: [...damaged.keys()].slice(0, 1000),
  };
  return { path: devicePath(device), bytes: jsonBytes(self) };
}

async function reportOf(
  remote: string,
  look: Remote,
  takings: readonly Taking[],
  sent: number,
): Promise<SyncReport> {
  const last = takings.at(-1);
  const waiting = last?.waiting ?? [];
  const names = waiting.length === 0 ? [] : await look.devices();
  return {
    remote,
    sent,
    taken: takings.flatMap(({ taken }) => taken ?? []),
    waiting: waiting.map((id) => names.find((device) => device.id === id)?.name ?? id),
    damaged: [...(last?.damaged ?? [])].map(([path, problem]) => ({ path, problem })),
  };
}
