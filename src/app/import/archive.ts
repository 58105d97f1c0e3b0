import { extname } from 'node:path';
import { readJson } from '../../export/read-json.js';
import { readJsonl } from '../../export/read-jsonl.js';
import type { Archives, MergeReport } from '../upkeep/ports.js';
import type { Files } from './ports.js';

const READERS = { '.json': readJson, '.jsonl': readJsonl } as const;

/** Does a file's name say that it is an archive: `.json` or `.jsonl`? */
export function isArchive(path: string): boolean {
  return readerOf(path) !== undefined;
}

/**
 * Merges an archive into the database, record by record, all of it or nothing;
 * with `dryRun` nothing. Throws VivaError 'import-failed' for what is no whole
 * archive, 'file-missing' and 'file-unreadable'.
 */
export function importArchive(
  path: string,
  dryRun: boolean,
  store: Archives,
  files: Files,
): MergeReport {
  const read = readerOf(path);
  if (read === undefined) throw new Error('the name is not that of an archive');
  return store.mergeArchive(read(files.readChunks(path), path), dryRun);
}

function readerOf(path: string) {
  const extension = extname(path).toLowerCase();
  return extension === '.json' || extension === '.jsonl' ? READERS[extension] : undefined;
}
