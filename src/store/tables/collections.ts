import type { ArchiveCollection } from '../../model/archive/collection.js';
import type { FileRecord } from '../../model/import.js';
import { foldName } from '../../query/fold-name.js';
import { assigned, insertInto, listed } from './columns.js';

/** The columns of `collections`, but for those that follow from others; times are ms since 1970. */
export interface CollectionRow {
  readonly key: number;
  readonly name: string;
  readonly source: string | null;
  readonly imported_at: number;
  readonly removed_at: number | null;
}

const OWN = [
  'source',
  'imported_at',
  'removed_at',
] as const satisfies readonly (keyof CollectionRow)[];

/** The columns of a `CollectionRow`, to select from `collections k`. */
export const COLLECTION_COLUMNS = listed(['key', 'name', ...OWN], 'k');

/** Adds a collection; takes a `collectionRow`. */
export const INSERT_COLLECTION = insertInto('collections', ['name', 'name_folded', ...OWN]);

/** Returns the collection that a row holds. */
export function collectionOf(row: CollectionRow): Omit<ArchiveCollection, 'files' | 'reading'> {
  const { key, name, source, imported_at: importedAt, removed_at: removedAt } = row;
  return { key, name, source, importedAt, removedAt };
}

/** Returns the row that holds a collection, but for its key. */
export function collectionRow({
  name,
  source,
  importedAt,
  removedAt,
}: Omit<ArchiveCollection, 'key' | 'files' | 'reading'>) {
  const times = { imported_at: importedAt, removed_at: removedAt };
  return { name, name_folded: foldName(name), source, ...times };
}

const OF_FILE = ['size', 'mtime_ms', 'hash'] as const;

/** The columns of a `FileRecord`, to select from `files f`. */
export const FILE_COLUMNS = 'f.path, f.size, f.mtime_ms AS mtimeMs, f.hash';

/** Adds a file of a collection or brings it up to date; takes a `fileRow`. */
export const WRITE_FILE = `${insertInto('files', ['collection', 'path', ...OF_FILE])}
  ON CONFLICT (collection, path) DO UPDATE SET ${assigned(OF_FILE, 'excluded')}`;

/** Returns the row that holds a file of the collection with that store key. */
export function fileRow({ path, size, mtimeMs, hash }: FileRecord, collection: number) {
  return { collection, path, size, mtime_ms: mtimeMs, hash };
}
