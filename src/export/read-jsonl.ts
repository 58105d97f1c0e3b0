import type { ArchiveRecord } from '../model/archive/archive.js';
import {
  type ArchivePlace,
  archiveError,
  parseHead,
  parseJson,
  parseRecord,
} from './archive-record.js';
import { createPending } from './pending-bytes.js';

const NEWLINE = 0x0a;

/**
 * Reads an archive of JSON Lines from its bytes; `file` is its name in errors.
 * Throws VivaError 'import-failed' at the first line that does not fit, and
 * where the end is missing.
 */
export function* readJsonl(chunks: Iterable<Uint8Array>, file: string): Generator<ArchiveRecord> {
  let line = 0;
  let records = 0;
  let began = false;
  let ended = false;
  for (const text of linesOf(chunks, file)) {
    line += 1;
    if (text.trim() === '') continue;
    const place = { file, line, what: `line ${line}` };
    if (ended) throw archiveError(place, 'it comes after the end of the archive');
    const { type, ...value } = objectOf(parseJson(text, place), place);
    if (!began) {
      parseHead(type === 'archive' ? value : null, place);
      began = true;
    } else if (type === 'end') {
      checkCount(value, records, place);
      ended = true;
    } else {
      yield parseRecord(type, value, place);
      records += 1;
    }
  }
  if (!ended) throw archiveError({ file, what: 'the archive' }, 'its end is missing');
}

function* linesOf(chunks: Iterable<Uint8Array>, file: string): Generator<string> {
  const pending = createPending({ file, what: 'a line' });
  for (const chunk of chunks) {
    let from = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, from);
      if (end < 0) break;
      pending.add(chunk.subarray(from, end));
      yield pending.take();
      from = end + 1;
    }
    pending.add(chunk.subarray(from));
  }
  yield pending.take();
}

function objectOf(value: unknown, place: ArchivePlace): object & { readonly type?: unknown } {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
  throw archiveError(place, 'it is not a JSON object');
}

function checkCount(end: { records?: unknown }, records: number, place: ArchivePlace): void {
  const told = end.records;
  if (told === records) return;
  throw archiveError(place, `the archive should hold ${told} records, and holds ${records}`);
}
