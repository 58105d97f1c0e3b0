import {
  closeSync,
  existsSync,
  fdatasyncSync,
  linkSync,
  mkdirSync,
  openSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import { inspectCopy } from './inspect-copy.js';
import { syncFile, syncFolder } from './new-file.js';

/** Copied between two looks at the keyboard: 1 MiB, about a millisecond. */
const PAGES_AT_A_TIME = 256;

/**
 * In a file's header (file format, section 1.3.3): written and read without a write-ahead log beside it.
 * To have SQLite say so means opening the copy once more, with a journal and three waits for the disk.
 */
const STANDS_ALONE = { at: 18, bytes: Uint8Array.of(1, 1) };

/** What a copy is called until it is whole; swept away by the next backup. */
export const UNFINISHED = '.unfinished';

/**
 * Copies an open database to a new file through SQLite's online backup; see
 * `Upkeep.copyTo`. The file appears under its name only when it has been
 * checked and is on disk, so that a process killed half-way leaves none. `piecemeal` brings each piece
 * to disk before the next is copied: a rating made meanwhile waits for the disk behind one piece, not behind all.
 */
export async function copyDatabase(db: Database, path: string, piecemeal = false): Promise<void> {
  if (existsSync(path)) throw taken(path);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}${UNFINISHED}`);
  try {
    rmSync(beside, { force: true });
    const file = openSync(beside, 'wx', 0o600);
    const progress = () => {
      if (piecemeal) fdatasyncSync(file);
      return PAGES_AT_A_TIME;
    };
    try {
      await db.backup(beside, { progress });
      writeSync(file, STANDS_ALONE.bytes, 0, STANDS_ALONE.bytes.length, STANDS_ALONE.at);
    } finally {
      closeSync(file);
    }
    finish(beside);
    publish(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** Checks the copy and brings it to disk. */
function finish(path: string): void {
  const { problem } = inspectCopy(path);
  if (problem !== null) {
    throw new VivaError(
      'backup-failed',
      `The backup that was just written is not good: ${problem}`,
      'Run "viva doctor": it says whether the database itself is damaged.',
    );
  }
  syncFile(path, 'r+');
}

// A link fails where the name is taken; a rename would overwrite what another viva has just made.
function publish(beside: string, path: string): void {
  try {
    linkSync(beside, path);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : '';
    throw code === 'EEXIST' ? taken(path) : error;
  }
  syncFolder(dirname(path));
}

function taken(path: string): VivaError {
  return new VivaError(
    'file-exists',
    `"${path}" already exists.`,
    'Choose another name; nothing was written.',
  );
}
