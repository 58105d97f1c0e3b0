import { hash } from 'node:crypto';
import {
  closeSync,
  fchmodSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  realpathSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeSync,
} from 'node:fs';
import { dirname, extname, join } from 'node:path';
import type { FoundFile } from '../app/import/ports.js';
import { guarded } from './file-error.js';

const CHUNK_BYTES = 1024 * 1024;
const MODULE_EXTENSIONS: ReadonlySet<string> = new Set(['.md', '.markdown', '.csv', '.tsv']);
/** Those of other programs' lists beside them. */
const LIST_EXTENSIONS: ReadonlySet<string> = new Set([...MODULE_EXTENSIONS, '.txt', '.mochi']);

/** Is there a folder at this path, a file, or nothing? A link that leads nowhere is a file. */
export function kindOf(path: string): 'file' | 'folder' | 'missing' {
  const options = { throwIfNoEntry: false } as const;
  const stats = guarded(path, () => statSync(path, options) ?? lstatSync(path, options));
  if (stats === undefined) return 'missing';
  return stats.isDirectory() ? 'folder' : 'file';
}

/** Returns size (bytes) and time of change (ms) of one file. */
export function statFile(path: string): FoundFile {
  return recordOf(
    path,
    guarded(path, () => statSync(path)),
  );
}

/**
 * Lists the module files below a folder, sorted by path; `withLists` also the
 * files in which other programs keep question lists, `.txt` and `.mochi`. Hidden entries and
 * node_modules are left out; links to folders are not followed, so no cycle
 * and no way out of the folder.
 */
export function findModuleFiles(folder: string, withLists = false): FoundFile[] {
  return filesBelow(folder, withLists ? LIST_EXTENSIONS : MODULE_EXTENSIONS);
}

function filesBelow(folder: string, extensions: ReadonlySet<string>): FoundFile[] {
  const found: FoundFile[] = [];
  const waiting = [folder];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const here = next;
    const entries = guarded(here, () => readdirSync(here, { withFileTypes: true }));
    for (const entry of entries) {
      if (isLeftOut(entry.name)) continue;
      const path = join(here, entry.name);
      const file = entry.isDirectory() ? null : moduleFile(path, extensions);
      if (entry.isDirectory()) waiting.push(path);
      else if (file !== null) found.push(file);
    }
  }
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

const isLeftOut = (name: string) => name.startsWith('.') || name === 'node_modules';

/** Null for a file of none of the extensions. */
function moduleFile(path: string, extensions: ReadonlySet<string>): FoundFile | null {
  if (!extensions.has(extname(path).toLowerCase())) return null;
  try {
    const stats = statSync(path);
    return stats.isFile() ? recordOf(path, stats) : null;
  } catch {
    // A link that leads nowhere or round in a circle.
    return null;
  }
}

function recordOf(path: string, { size, mtimeMs }: Stats): FoundFile {
  return { path, size, mtimeMs: Math.trunc(mtimeMs) };
}

/**
 * Reads a file, at most its first `most` bytes where that is given: a file can
 * be larger than memory, or a device that never ends. Throws `file-missing` or
 * `file-unreadable`.
 */
export function readBytes(path: string, most = Number.POSITIVE_INFINITY): Uint8Array {
  return guarded(path, () => {
    const stats = statSync(path);
    const isWhole = most === Number.POSITIVE_INFINITY || (stats.isFile() && stats.size <= most);
    return isWhole ? readFileSync(path) : readStart(path, most);
  });
}

function readStart(path: string, most: number): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = most; left > 0; ) {
      const chunk = Buffer.allocUnsafe(Math.min(left, CHUNK_BYTES));
      const read = readSync(handle, chunk);
      if (read === 0) break;
      chunks.push(chunk.subarray(0, read));
      left -= read;
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(handle);
  }
}

/**
 * Returns a file's bytes in chunks, each good only until the next is asked for.
 * Throws `file-missing` or `file-unreadable`.
 */
export function* readChunks(path: string): Generator<Uint8Array> {
  const handle = guarded(path, () => openSync(path, 'r'));
  try {
    const chunk = new Uint8Array(CHUNK_BYTES);
    for (;;) {
      const length = guarded(path, () => readSync(handle, chunk));
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    closeSync(handle);
  }
}

/** SHA-256 of bytes, hexadecimal. */
export function hashBytes(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

/**
 * Writes a file so that a reader sees the old content or the new, never half:
 * written beside, flushed to disk, renamed. Mode 0600 unless said otherwise.
 */
export function writeWhole(path: string, data: string | Uint8Array, mode = 0o600): void {
  writePieces(path, [data], mode);
}

/**
 * Writes a file whole over what is there: through a link, for the link is the
 * person's, and with the rights that the file had (0600 for a new one).
 */
export function replaceFile(path: string, data: Uint8Array): void {
  const real = kindOf(path) === 'missing' ? path : guarded(path, () => realpathSync(path));
  const stats = guarded(real, () => statSync(real, { throwIfNoEntry: false }));
  writeWhole(real, data, stats === undefined ? 0o600 : stats.mode & 0o777);
}

/** Removes a file; nothing where there is none. */
export function remove(path: string): void {
  guarded(path, () => rmSync(path, { force: true }));
}

/** Names of what a folder holds. */
export function namesIn(folder: string): string[] {
  return guarded(folder, () => readdirSync(folder));
}

/** The same from pieces, one after the other, so that no more than one is held. */
export function writePieces(
  path: string,
  pieces: Iterable<string | Uint8Array>,
  mode = 0o600,
): void {
  // Short, for the file's own name may be as long as a name can be.
  const beside = join(dirname(path), `.viva-${process.pid}.tmp`);
  guarded(path, () => {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
    rmSync(beside, { force: true });
    try {
      writeFlushed(beside, pieces, mode);
      renameSync(beside, path);
    } catch (error) {
      rmSync(beside, { force: true });
      throw error;
    }
  });
}

/**
 * Writes several files, each whole: all of them, or where one fails none that
 * was not there before.
 */
export function writeAll(
  outputs: readonly { readonly path: string; readonly text: string }[],
): void {
  const fresh = outputs.filter(({ path }) => kindOf(path) === 'missing');
  try {
    for (const { path, text } of outputs) writeWhole(path, text, 0o644);
  } catch (error) {
    for (const { path } of fresh) rmSync(path, { force: true });
    throw error;
  }
}

function writeFlushed(path: string, pieces: Iterable<string | Uint8Array>, mode: number): void {
  // 'x': never through a link that someone laid there.
  const handle = openSync(path, 'wx', mode);
  try {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
      for (let done = 0; done < bytes.length; ) done += writeSync(handle, bytes, done);
    }
    fchmodSync(handle, mode);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
