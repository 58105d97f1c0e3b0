import { rmSync, statSync } from 'node:fs';
import type { Database } from 'better-sqlite3';
import { VivaError } from '../../model/error.js';
import { reserve, syncFile } from './new-file.js';

/**
 * Watches that the files under a database's name are still the ones that were
 * opened. SQLite goes on writing to a file that was deleted or replaced, and
 * what is written there is gone when the program ends.
 */
export interface SameFile {
  /** Throws VivaError 'database-replaced', the first time after copying what is open to a file. */
  verify(): void;
}

/** Begins to watch a database that has been opened. */
export function watchFile(db: Database, path: string): SameFile {
  const opened = idOf(path);
  let log: string | null = null;
  let rescued: string | null | undefined;

  function isSame(): boolean {
    if (idOf(path) !== opened) return false;
    const now = idOf(`${path}-wal`);
    // The log is made at the first write; from then on it stays as long as the database is open.
    log ??= now;
    return now === log;
  }

  return {
    verify() {
      if (rescued === undefined && isSame()) return;
      rescued ??= rescue(db, path);
      throw replaced(path, rescued);
    },
  };
}

function idOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats === undefined ? null : `${stats.dev}:${stats.ino}`;
}

/** Copies what the connection still holds beside the database; null where that fails. */
function rescue(db: Database, path: string): string | null {
  let copy: string | undefined;
  try {
    copy = reserve(`${path}.rescued`);
    db.prepare('VACUUM INTO ?').run(copy);
    syncFile(copy, 'r+');
    return copy;
  } catch {
    // The folder is gone, the disk is full: the sentence says that nothing was saved.
    if (copy !== undefined) rmSync(copy, { force: true });
    return null;
  }
}

function replaced(path: string, rescued: string | null): VivaError {
  const saved =
    rescued === null
      ? 'A copy of what it held could not be saved.'
      : `What it held is saved in ${rescued}.`;
  const hint =
    rescued === null
      ? 'Put the database back under its name, then start viva again.'
      : `Finish here. If the database is gone, run "viva restore ${rescued}"; if another one is meant to be there, just start viva again.`;
  return new VivaError(
    'database-replaced',
    `${path} was deleted, moved or replaced while viva had it open; nothing more is written to it. ${saved}`,
    hint,
  );
}
