import { createHash } from 'node:crypto';
import { ARCHIVE_VERSION } from '../model/archive/head.js';
import { SYNC_FORMAT, SYNC_VERSION } from '../model/sync.js';
import {
  type SegmentHead,
  SYNC_RECORDS,
  type SyncRecord,
  segmentHeadSchema,
} from '../model/sync-records.js';
import { json, parsed, SegmentError, utf8Text, whatIsWrong } from './checked.js';

/** A segment that was read as far as its records, which are checked by its digest. */
export interface Segment {
  readonly path: string;
  readonly head: SegmentHead;
  readonly digest: string;
  readonly body: Uint8Array;
}

const NEWLINE = 0x0a;

/** What a segment says of itself, but for the versions of what it is written in. */
type SegmentSpan = Pick<SegmentHead, 'device' | 'first' | 'last' | 'after'>;

/** Returns the bytes of a segment of the current version, and the digest that stands in its end. */
export function writeSegment(
  { device, first, last, after }: SegmentSpan,
  records: readonly SyncRecord[],
): { readonly bytes: Uint8Array; readonly digest: string } {
  const head: SegmentHead = {
    ...{ type: 'segment', format: SYNC_FORMAT, version: SYNC_VERSION, archive: ARCHIVE_VERSION },
    ...{ device, first, last, after },
  };
  const lines = [JSON.stringify(head)];
  for (const { type, value } of records) {
    lines.push(`{"type":"${type}",${JSON.stringify(value).slice(1)}`);
  }
  const text = Buffer.from(`${lines.join('\n')}\n`, 'utf8');
  const digest = sha256(text);
  const end = Buffer.from(endOf(records.length, digest), 'utf8');
  return { bytes: Buffer.concat([text, end]), digest };
}

/** The last line: how many records there are, and the SHA-256 of all lines before. */
function endOf(records: number, sha256: string): string {
  return `${JSON.stringify({ type: 'end', records, sha256 })}\n`;
}

function countLines(text: Buffer): number {
  let count = 0;
  for (let at = text.indexOf(NEWLINE); at >= 0; at = text.indexOf(NEWLINE, at + 1)) count += 1;
  return count;
}

/** Reads head and end of a segment and checks that all between is as it was written. Throws SegmentError. */
export function openSegment(path: string, bytes: Uint8Array): Segment {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const headEnd = text.indexOf(NEWLINE);
  const endStart = text.subarray(0, -1).lastIndexOf(NEWLINE) + 1;
  if (headEnd < 0 || endStart <= headEnd || text.at(-1) !== NEWLINE) {
    throw new SegmentError('damaged', 'it is cut off');
  }
  const head = parsed(segmentHeadSchema, text.subarray(0, headEnd));
  const digest = sha256(text.subarray(0, endStart));
  const body = text.subarray(headEnd + 1, endStart);
  if (text.subarray(endStart).toString('utf8') !== endOf(countLines(body), digest)) {
    throw new SegmentError('damaged', 'it was changed after it was written');
  }
  return { path, head, digest, body };
}

const EVENT_START = Buffer.from('{"type":"event"');

/** Reads the records of a segment that are events, or those that are not. Throws SegmentError. */
export function* readRecords({ body }: Segment, events: boolean): Generator<SyncRecord> {
  const text = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf(NEWLINE, from);
    const line = text.subarray(from, end);
    from = end + 1;
    const isEvent = line.subarray(0, EVENT_START.length).equals(EVENT_START);
    if (isEvent === events) yield readRecord(line);
  }
}

/** A line as viva writes it: the kind of record stands first. */
const LINE = /^\{"type":"([a-z]{1,20})",/;

function readRecord(line: Uint8Array): SyncRecord {
  const text = utf8Text(line);
  const [start, type] = LINE.exec(text) ?? [];
  // Without taking the kind out of an object again, which costs more than all of reading it.
  if (start !== undefined) return recordOf(type, json(`{${text.slice(start.length)}`));
  const value = json(text);
  if (typeof value !== 'object' || value === null || !('type' in value)) {
    throw new SegmentError('damaged', 'one of its lines is not a record');
  }
  const { type: kind, ...rest } = value;
  return recordOf(kind, rest);
}

function recordOf(type: unknown, rest: unknown): SyncRecord {
  if (!isKnown(type))
    throw new SegmentError('newer', 'it holds records that this viva does not know');
  const result = SYNC_RECORDS[type].safeParse(rest);
  if (!result.success) throw new SegmentError('damaged', whatIsWrong(result.error));
  return { type, value: result.data } as SyncRecord;
}

function isKnown(type: unknown): type is SyncRecord['type'] {
  return typeof type === 'string' && Object.hasOwn(SYNC_RECORDS, type);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
