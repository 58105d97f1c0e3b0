import { SegmentError } from '../../sync/checked.js';
import { contiguous } from '../../sync/choose.js';
import { combine, runsToCombine } from '../../sync/combine.js';
import { type SegmentName, segmentPath } from '../../sync/layout.js';
import { writeSegment } from '../../sync/segment.js';
import type { SyncPorts, SyncState } from './ports.js';
import type { Remote, RemoteSegment } from './remote.js';

/** How this device's files are to be tidied up. */
export interface Tidying {
  readonly write: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Paths that others take the place of. */
  readonly remove: readonly string[];
  /** Digests of what is written, by the last number of each. */
  readonly digests: readonly (readonly [number, string])[];
  /** Where what is written holds all of this device's, what waits included: the number of records. */
  readonly whole: number | null;
}

/**
 * Returns how this device's files are to be tidied up. Many small ones are put
 * together into one of all their numbers. Where one is gone, or another device
 * could not read one, all that this database holds takes the place of them. What
 * is new is there before what is old goes.
 */
export async function tidyOwn(
  ports: SyncPorts,
  remote: Remote,
  { state, isGone }: { readonly state: SyncState; readonly isGone: boolean },
): Promise<Tidying> {
  const own = remote.segments.filter(({ device, isCopy }) => device === state.device && !isCopy);
  const devices = await remote.devices();
  const unreadable = new Set(devices.flatMap((device) => device.unreadable));
  if (isGone || own.some(({ path }) => unreadable.has(path))) return snapshot(ports, state, own);
  try {
    return await combined(ports, remote, own);
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    return snapshot(ports, state, own);
  }
}

/** Builds on nothing, for all is in it. */
function snapshot(ports: SyncPorts, state: SyncState, own: readonly RemoteSegment[]): Tidying {
  const { device, number: last } = state;
  const records = ports.store.everything();
  const { bytes, digest } = writeSegment({ device, first: 1, last, after: {} }, records);
  const path = segmentPath(device, 1, last);
  const others = own.filter((segment) => segment.first !== 1 || segment.last !== last);
  return {
    write: [{ path, bytes }],
    remove: others.map((segment) => segment.path),
    digests: [[last, digest]],
    whole: records.length,
  };
}

async function combined(
  ports: SyncPorts,
  remote: Remote,
  own: readonly RemoteSegment[],
): Promise<Tidying> {
  const chain = contiguous(own, new Map());
  const left = await leftovers(ports, remote, own, chain);
  const runs = runsToCombine(chain);
  const made = [];
  for (const run of runs) made.push(await oneOf(remote, run));
  return {
    write: made.map(({ path, bytes }) => ({ path, bytes })),
    // The last first: its number has the digest of the new one from now on.
    remove: [...runs.flat().reverse(), ...left].map(({ path }) => path),
    digests: made.map(({ last, digest }) => [last, digest] as const),
    whole: null,
  };
}

/**
 * Returns what a tidying that did not come to its end has left: files within another one, both of which
 * this database gave. What a clone wrote under the same id is not among them.
 */
async function leftovers(
  { store }: SyncPorts,
  remote: Remote,
  own: readonly RemoteSegment[],
  chain: readonly RemoteSegment[],
): Promise<RemoteSegment[]> {
  const isOurs = async (name: SegmentName) =>
    (await remote.open(name)).digest === store.digestOf(name.last);
  const left: RemoteSegment[] = [];
  for (const file of own.filter((each) => !chain.includes(each))) {
    const whole = chain.find(({ first, last }) => first <= file.first && file.last <= last);
    if (whole !== undefined && (await isOurs(file)) && (await isOurs(whole))) left.push(file);
  }
  return left;
}

async function oneOf(remote: Remote, run: readonly SegmentName[]) {
  const segments = [];
  for (const name of run) segments.push(await remote.open(name));
  const { head, records } = combine(segments);
  const { bytes, digest } = writeSegment(head, records);
  return { path: segmentPath(head.device, head.first, head.last), bytes, last: head.last, digest };
}
