import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Creates an empty file of that name, or with a number after it where it exists. */
export function reserve(name: string): string {
  for (let n = 1; ; n += 1) {
    const path = n === 1 ? name : `${name}-${n}`;
    try {
      closeSync(openSync(path, 'wx', 0o600));
      return path;
    } catch (error) {
      const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!exists) throw error;
    }
  }
}

/** Brings a folder's entries to disk, where the system can do that (Windows cannot). */
export function syncFolder(folder: string): void {
  if (process.platform !== 'win32') syncFile(folder, 'r');
}

/** Brings a file to disk. */
export function syncFile(path: string, flags: 'r' | 'r+'): void {
  const file = openSync(path, flags);
  try {
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
