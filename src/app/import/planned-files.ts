import { dirname } from 'node:path';
import type { Files, FoundFile } from './ports.js';

/** A file that is to be written. */
export interface PlannedFile {
  readonly path: string;
  readonly text: string;
}

/**
 * Returns the files as they will be once these are written into a folder, so
 * that an import can be tried before anything is.
 */
export function withPlannedFiles(
  files: Files,
  folder: string,
  outputs: readonly PlannedFile[],
): Files {
  const planned = new Map(outputs.map(({ path, text }) => [path, Buffer.from(text, 'utf8')]));
  const found = (path: string): FoundFile | null => {
    const bytes = planned.get(path);
    return bytes === undefined ? null : { path, size: bytes.length, mtimeMs: 0 };
  };
  return {
    ...files,
    kindOf: (path) => {
      if (planned.has(path)) return 'file';
      return path === folder ? 'folder' : files.kindOf(path);
    },
    statFile: (path) => found(path) ?? files.statFile(path),
    readBytes: (path) => planned.get(path) ?? files.readBytes(path),
    findModuleFiles(wanted, withLists) {
      const isThere = files.kindOf(wanted) === 'folder';
      const there = isThere ? files.findModuleFiles(wanted, withLists) : [];
      const kept = there.filter(({ path }) => !planned.has(path));
      const inside = [...planned.keys()].filter((path) => dirname(path) === wanted);
      const all = [...kept, ...inside.flatMap((path) => found(path) ?? [])];
      return all.sort((a, b) => (a.path < b.path ? -1 : 1));
    },
  };
}
