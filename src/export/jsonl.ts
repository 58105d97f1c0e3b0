import type { ArchiveRecord } from '../model/archive/archive.js';
import type { ArchiveHead } from '../model/archive/head.js';
import { inPieces } from './pieces.js';

/**
 * Writes an archive as JSON Lines: its head, a line a record, and an end that
 * counts them, by which a reader sees that nothing was cut off.
 */
export function jsonlPieces(
  head: ArchiveHead,
  records: Iterable<ArchiveRecord>,
): Generator<string> {
  return inPieces(lines(head, records));
}

function* lines(head: ArchiveHead, records: Iterable<ArchiveRecord>): Generator<string> {
  yield line({ type: 'archive', ...head });
  let count = 0;
  for (const { type, value } of records) {
    // Without a copy of the record, of which there can be a million.
    yield `{"type":"${type}",${JSON.stringify(value).slice(1)}\n`;
    count += 1;
  }
  yield line({ type: 'end', records: count });
}

const line = (record: object) => `${JSON.stringify(record)}\n`;
