import type { ArchiveRecord } from '../model/archive/archive.js';
import type { ArchiveHead } from '../model/archive/head.js';
import { ARCHIVE_SECTIONS } from './archive-record.js';
import { inPieces } from './pieces.js';

/**
 * Writes an archive as one JSON document, a record a line, so that it can be
 * written and read without holding all of it. Takes the records in the order
 * of their kinds (see `ArchiveRecord`).
 */
export function jsonPieces(head: ArchiveHead, records: Iterable<ArchiveRecord>): Generator<string> {
  return inPieces(texts(head, records));
}

function* texts(head: ArchiveHead, records: Iterable<ArchiveRecord>): Generator<string> {
  yield JSON.stringify(head).slice(0, -1);
  const sections = ARCHIVE_SECTIONS.values();
  let section = sections.next().value;
  let separator = `,\n"${section?.name}":[\n`;
  for (const { type, value } of records) {
    while (section !== undefined && section.type !== type) {
      yield closed(separator);
      section = sections.next().value;
      separator = `,\n"${section?.name}":[\n`;
    }
    yield separator + JSON.stringify(value);
    separator = ',\n';
  }
  yield closed(separator);
  for (const { name } of sections) yield `,\n"${name}":[]`;
  yield '\n}\n';
}

// A section that never got a record has its opening still before it.
const closed = (separator: string) => (separator === ',\n' ? '\n]' : `${separator.trimEnd()}]`);
