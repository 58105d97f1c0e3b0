import type { ArchiveRecord } from '../../model/archive/archive.js';
import { partsOf } from '../cards/answer.js';

/** Adds to each card of an archive the parts of its answer, where that has any. */
export function* withParts(records: Iterable<ArchiveRecord>): Generator<ArchiveRecord> {
  for (const record of records) yield record.type === 'card' ? cardWithParts(record) : record;
}

function cardWithParts(record: ArchiveRecord & { readonly type: 'card' }): ArchiveRecord {
  const parts = partsOf(record.value.answer);
  if (parts === null) return record;
  const { points, followUps } = parts;
  const lists = { points: [...points], followUps: [...followUps] };
  return { type: 'card', value: { ...record.value, parts: { ...parts, ...lists } } };
}
