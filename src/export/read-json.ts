import type { ArchiveRecord } from '../model/archive.js';
import { ARCHIVE_SECTIONS, archiveError, parseHead, parseRecord } from './archive-record.js';
import { type JsonMember, jsonMembers } from './json-members.js';

/**
 * Reads an archive of one JSON document from its bytes; `file` is its name in
 * errors. Throws VivaError 'import-failed' at the first record that does not
 * fit, and where a list is missing.
 */
export function* readJson(chunks: Iterable<Uint8Array>, file: string): Generator<ArchiveRecord> {
  const head: [name: string, value: unknown][] = [];
  const open = new Map<string, ArchiveRecord['type']>(
    ARCHIVE_SECTIONS.map(({ name, type }) => [name, type]),
  );
  const checkHead = () =>
    void parseHead(Object.fromEntries(head), { file, what: 'the head of the archive' });
  let headChecked = false;
  for (const member of jsonMembers(chunks, file)) {
    if (member.kind === 'value') {
      head.push([member.name, member.value]);
      continue;
    }
    if (!headChecked) checkHead();
    headChecked = true;
    if (member.kind === 'element') yield elementOf(member, open.get(member.name), file);
    else if (!open.delete(member.name)) throw unknownList(member.name, file);
  }
  // What stands behind the lists belongs to it too.
  checkHead();
  // Archives of before there were plans have none.
  open.delete('plans');
  const [missing] = open.keys();
  if (missing !== undefined) throw missingList(missing, file);
}

function elementOf(
  { name, index, value }: Extract<JsonMember, { kind: 'element' }>,
  type: ArchiveRecord['type'] | undefined,
  file: string,
): ArchiveRecord {
  if (type === undefined) throw unknownList(name, file);
  return parseRecord(type, value, { file, what: `"${name}", number ${index + 1}` });
}

const unknownList = (name: string, file: string) =>
  archiveError({ file, what: `"${name}"` }, 'an archive has no such list, or has it once only');

const missingList = (name: string, file: string) =>
  archiveError({ file, what: 'the archive' }, `its list "${name}" is missing`);
