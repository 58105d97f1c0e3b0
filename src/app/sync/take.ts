import { pairFirstVersions } from '../../deck/identity/first-versions.js';
import { SegmentError } from '../../sync/checked.js';
import { ambiguous, causallyReady, contiguous, waitingFor } from '../../sync/choose.js';
import type { SegmentName } from '../../sync/layout.js';
import type { Segment } from '../../sync/segment.js';
import { SegmentRefused, type SyncPorts, type SyncTaken } from './ports.js';
import type { Remote } from './remote.js';

/** What came of taking what others wrote. */
export interface Taking {
  /** Null where there was nothing. */
  readonly taken: SyncTaken | null;
  /** Ids of devices that wrote more than could be taken: it has not arrived, or what it builds on has not. */
  readonly waiting: readonly string[];
  /** Files that were skipped, by path, with what is wrong with each. */
  readonly damaged: ReadonlyMap<string, string>;
}

/** Takes all that others wrote and that is not here, in one transaction; what cannot be read yet waits. */
export async function takeOthers(ports: SyncPorts, remote: Remote): Promise<Taking> {
  const damaged = new Map<string, string>();
  const cache = new Map<string, Segment>();
  for (;;) {
    const state = ports.store.syncState();
    if (state === null) return { taken: null, waiting: [], damaged };
    const names = remote.segments.filter(
      ({ path, device }) => device !== state.device && !damaged.has(path),
    );
    const chain = contiguous(names, state.taken);
    const segments = await openAll(remote, chain, cache, damaged);
    if (segments.length < chain.length) continue;
    const others = await openAmbiguous(remote, chain, cache, damaged);
    const founded = causallyReady(segments, state.taken);
    const taken = tryTaking(ports, [...founded, ...causallyReady(others, state.taken)], damaged);
    if (taken === 'refused') continue;
    const after = ports.store.syncState()?.taken ?? state.taken;
    const all = remote.segments.filter(({ device }) => device !== state.device);
    return { taken, waiting: waitingFor(all, after), damaged };
  }
}

function tryTaking(
  ports: SyncPorts,
  segments: readonly Segment[],
  damaged: Map<string, string>,
): SyncTaken | null | 'refused' {
  if (segments.length === 0) return null;
  try {
    return ports.store.takeSegments(segments, ports.now(), pairFirstVersions);
  } catch (error) {
    if (!(error instanceof SegmentRefused)) throw error;
    damaged.set(error.path, error.message);
    return 'refused';
  }
}

async function openAll(
  remote: Remote,
  names: readonly SegmentName[],
  cache: Map<string, Segment>,
  damaged: Map<string, string>,
): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of names) {
    const segment = cache.get(name.path) ?? (await openOne(remote, name, damaged));
    if (segment === null) continue;
    cache.set(name.path, segment);
    segments.push(segment);
  }
  return segments;
}

async function openOne(
  remote: Remote,
  name: SegmentName,
  damaged: Map<string, string>,
): Promise<Segment | null> {
  try {
    return await remote.open(name);
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    damaged.set(name.path, error.message);
    return null;
  }
}

/** What two machines wrote under one id, each time: all of it is taken, for it is a union. */
async function openAmbiguous(
  remote: Remote,
  chain: readonly SegmentName[],
  cache: Map<string, Segment>,
  damaged: Map<string, string>,
): Promise<Segment[]> {
  const readable = remote.segments.filter(({ path }) => !damaged.has(path));
  const others = ambiguous(readable).filter(
    ({ path }) => !chain.some((name) => name.path === path),
  );
  return openAll(remote, others, cache, damaged);
}
