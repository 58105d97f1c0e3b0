import type { SegmentHead, SyncRecord } from '../model/sync-records.js';
import { renumberer } from './renumber.js';
import { readRecords, type Segment } from './segment.js';

/** From so many files of one device on, they are put together. */
const MANY = 32;
/** No file that is put together is larger, bytes: every host of git takes it. */
const MAX_BYTES = 8 * 1024 * 1024;

/** What the choice needs to know of a file. */
interface Sized {
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Returns runs of a device's files, in their order, that are to become one file each; none while they are few. */
export function runsToCombine<File extends Sized>(chain: readonly File[]): File[][] {
  if (chain.length < MANY) return [];
  const runs: File[][] = [];
  let run: File[] = [];
  let bytes = 0;
  for (const file of chain) {
    if (bytes + file.size > MAX_BYTES) {
      runs.push(run);
      run = [];
      bytes = 0;
    }
    run.push(file);
    bytes += file.size;
  }
  return [...runs, run].filter(({ length }) => length > 1);
}

/** Returns segments that follow each other as one: head and records, without cards that say more in a later one. */
export function combine(segments: readonly Segment[]): {
  readonly head: SegmentHead;
  readonly records: SyncRecord[];
} {
  const [start] = segments;
  if (start === undefined) throw new Error('there is nothing to combine');
  const after: Record<string, number> = {};
  const records: SyncRecord[] = [];
  let highest = 0;
  for (const segment of segments) {
    for (const [device, number] of Object.entries(segment.head.after)) {
      after[device] = Math.max(after[device] ?? 0, number);
    }
    const renumber = renumberer(highest, (key) => {
      highest = Math.max(highest, key);
    });
    for (const isEvents of [false, true]) {
      for (const record of readRecords(segment, isEvents)) records.push(renumber(record));
    }
  }
  const last = segments.at(-1)?.head.last ?? start.head.last;
  return { head: { ...start.head, last, after }, records: withoutOlder(records) };
}

/** A device's own card never goes back: its last record says all that an earlier one did, and since when. */
function withoutOlder(records: readonly SyncRecord[]): SyncRecord[] {
  const newest = new Map<string, SyncRecord>();
  for (const record of records) if (record.type === 'card') newest.set(record.value.id, record);
  return records.filter(
    (record) => record.type !== 'card' || newest.get(record.value.id) === record,
  );
}
