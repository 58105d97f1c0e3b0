import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import type { Store } from '../../app/ports.js';
import type { DatabaseFiles } from '../../app/upkeep/ports.js';
import { loadSqlite } from '../file/sqlite.js';
import { repairFile } from './repair-file.js';

/** What Syncthing, Dropbox, Nextcloud, OneDrive, iCloud and Finder add to a name. */
const CONFLICT =
  /^(\.sync-conflict-.+|.*conflict(ed)?[ _-]copy.*|[ _-]?\(\d+\)| \d+|.*_conflict-.+)$/i;

/**
 * Makes the access to a database (its absolute path) and what lies beside it; `open` opens a
 * database.
 */
export function createDatabaseFiles(
  database: string,
  open: (path: string) => Store,
): DatabaseFiles {
  return {
    database,
    open: () => open(database),
    isForeign: () => isForeign(database),
    copiesBeside: () => copiesBeside(database),
    repair: (backup) => repairFile(database, backup, open),
  };
}

function isForeign(path: string): boolean {
  const Sqlite = loadSqlite();
  let db: import('better-sqlite3').Database | undefined;
  try {
    db = new Sqlite(path, { readonly: true, fileMustExist: true });
    const tables = db
      .prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table'")
      .pluck()
      .all();
    return tables.length > 0 && !(tables.includes('events') && tables.includes('cards'));
  } catch {
    return false;
  } finally {
    db?.close();
  }
}

function copiesBeside(database: string): string[] {
  const folder = dirname(database);
  const extension = extname(database);
  const stem = basename(database, extension);
  return namesIn(folder)
    .filter((name) => isCopy(name, stem, extension))
    .map((name) => join(folder, name));
}

function isCopy(name: string, stem: string, extension: string): boolean {
  if (/^\.rescued(-\d+)?$/.test(name.slice(stem.length + extension.length))) {
    return name.startsWith(stem + extension);
  }
  if (!name.startsWith(stem) || !name.endsWith(extension)) return false;
  return CONFLICT.test(name.slice(stem.length, name.length - extension.length));
}

function namesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
