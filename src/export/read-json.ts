import type { ArchiveRecord } from '../model/archive/archive.js';
import {
  ARCHIVE_SECTIONS,
  type ArchivePlace,
  archiveError,
  OPTIONAL_SECTIONS,
  parseHead,
  parseJson,
  parseRecord,
} from './archive-record.js';
import { createPending } from './pending-bytes.js';

/** A million reviews; the whole document is held, and as objects it takes four times as much. */
const MAX_BYTES = 256 * 1024 * 1024;
const SECTION_NAMES: ReadonlySet<string> = new Set(ARCHIVE_SECTIONS.map(({ name }) => name));

/**
 * Reads an archive of one JSON document from its bytes; `file` is its name in
 * errors. Throws VivaError 'import-failed' at the first record that does not
 * fit, where a list is missing or unknown, and for more than 256 MiB.
 */
export function* readJson(chunks: Iterable<Uint8Array>, file: string): Generator<ArchiveRecord> {
  const place = { file, what: 'the archive' };
  const { lists, ...head } = partsOf(documentOf(chunks, place));
  parseHead(head, { file, what: 'the head of the archive' });
  checkLists(lists, file);
  for (const { type, name } of ARCHIVE_SECTIONS) {
    for (const [index, value] of (lists.get(name) ?? []).entries()) {
      yield parseRecord(type, value, { file, what: `"${name}", number ${index + 1}` });
    }
  }
}

function documentOf(chunks: Iterable<Uint8Array>, place: ArchivePlace): object {
  const pending = createPending(place, MAX_BYTES);
  for (const chunk of chunks) pending.add(chunk);
  const document = parseJson(pending.take(), place);
  if (typeof document === 'object' && document !== null && !Array.isArray(document))
    return document;
  throw archiveError(place, 'it is not a JSON object');
}

/** The lists of a document by their names, and its other members as they are. */
function partsOf(document: object) {
  const lists = new Map<string, readonly unknown[]>();
  const head: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(document)) {
    if (Array.isArray(value)) lists.set(name, value);
    else head[name] = value;
  }
  return { ...head, lists };
}

function checkLists(lists: ReadonlyMap<string, unknown>, file: string): void {
  const unknown = [...lists.keys()].find((name) => !SECTION_NAMES.has(name));
  if (unknown !== undefined) {
    throw archiveError({ file, what: `"${unknown}"` }, 'an archive has no such list');
  }
  const missing = ARCHIVE_SECTIONS.find(
    ({ name }) => !lists.has(name) && !OPTIONAL_SECTIONS.has(name),
  );
  if (missing === undefined) return;
  throw archiveError({ file, what: 'the archive' }, `its list "${missing.name}" is missing`);
}
