import { eventId } from '../../model/ids.js';
import { SegmentError } from '../../sync/checked.js';
import { openSegment, readRecords, type Segment, writeSegment } from '../../sync/segment.js';
import { SegmentRefused, type SyncPorts, type SyncState } from './ports.js';

/** Writes what is not sent yet into segments beside the database, each to disk before it counts as given. */
export function fillOutbox(ports: SyncPorts): void {
  const state = ports.store.syncState();
  if (state === null) return;
  const { device } = state;
  const others = [...state.taken].filter(([id, number]) => id !== device && number > 0);
  const after = Object.fromEntries(others);
  ports.store.exportUnsent(({ first, last, records }) => {
    const { bytes, digest } = writeSegment({ device, first, last, after }, records);
    ports.folder.putOutbox(`${first}-${last}-${digest.slice(0, 12)}`, bytes);
    return digest;
  });
}

/** A segment that waits to be sent. */
export interface Unsent {
  /** What it is kept under beside the database. */
  readonly name: string;
  readonly segment: Segment;
  readonly bytes: Uint8Array;
}

/** Returns the number up to which this device has sent all, given what of it waits. */
export function sentNumber([next]: readonly Unsent[], { number }: SyncState): number {
  return next === undefined ? number : next.segment.head.first - 1;
}

/** Returns this device's segments that wait to be sent, in their order, and others that lie with them. */
export function waitingSegments(ports: SyncPorts): {
  readonly own: readonly Unsent[];
  readonly strays: readonly Unsent[];
} {
  const device = ports.store.syncState()?.device;
  const all = ports.folder.outbox().flatMap((name) => read(ports, name) ?? []);
  const isOwn = ({ segment: { head, digest } }: Unsent) =>
    head.device === device && ports.store.digestOf(head.last) === digest;
  return {
    own: all.filter(isOwn).sort((a, b) => a.segment.head.first - b.segment.head.first),
    strays: all.filter((waiting) => !isOwn(waiting)),
  };
}

/** One that is not whole is dropped: what it held is found to be missing at the remote, and sent again. */
function read(ports: SyncPorts, name: string): Unsent | null {
  const bytes = ports.folder.readOutbox(name);
  try {
    return { name, segment: openSegment(name, bytes), bytes };
  } catch (error) {
    if (!(error instanceof SegmentError)) throw error;
    ports.folder.dropOutbox(name);
    return null;
  }
}

/**
 * Deals with segments that were written and never counted. Of one that viva was
 * killed over, all is still here to be sent. One of a database that an older
 * backup has replaced since may hold reviews that are nowhere else: they are
 * taken back, and sent as what is new here.
 */
export function recoverStrays(ports: SyncPorts): void {
  for (const { name, segment } of waitingSegments(ports).strays) {
    try {
      if (!isAllHere(ports, segment)) ports.store.takeBack(segment);
      ports.folder.dropOutbox(name);
    } catch (error) {
      // It builds on what has not come again yet.
      if (!(error instanceof SegmentRefused)) throw error;
    }
  }
}

function isAllHere({ store }: SyncPorts, segment: Segment): boolean {
  for (const record of readRecords(segment, true)) {
    if (record.type === 'event' && !store.has(eventId(record.value.id))) return false;
  }
  return true;
}
