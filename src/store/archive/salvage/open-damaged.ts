import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { loadSqlite } from '../../file/sqlite.js';

const PAGE_SIZE = 4_096;
/** Places in the header (file format, section 1.3). */
const CHANGE_COUNTER = 24;
const PAGE_COUNT = 28;
const VALID_FOR = 92;

/**
 * Runs `work` on a copy of a database that may be damaged, its log included,
 * so that nothing done to read it touches the original. Where its first page is
 * beyond use, that of `healthy`, another database of viva's, takes its place:
 * tables stand at the same pages in all of them. `work` gets null where not
 * even that opens it.
 */
export function withDamaged<T>(
  path: string,
  healthy: string | null,
  work: (db: Database | null) => T,
): T {
  const folder = mkdtempSync(join(tmpdir(), 'viva-salvage-'));
  const copy = join(folder, 'damaged.db');
  let db: Database | null = null;
  try {
    for (const companion of ['', '-wal']) {
      if (existsSync(path + companion)) copyFileSync(path + companion, copy + companion);
    }
    db = tryOpen(copy) ?? withFirstPageOf(healthy, copy);
    return work(db);
  } finally {
    db?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the database where SQLite can read its schema; else null. */
function tryOpen(path: string): Database | null {
  if (!existsSync(path)) return null;
  const Sqlite = loadSqlite();
  let db: Database | undefined;
  try {
    db = new Sqlite(path, { fileMustExist: true });
    db.pragma('trusted_schema = OFF');
    db.prepare('SELECT key FROM cards LIMIT 0').all();
    db.prepare('SELECT seq FROM events LIMIT 0').all();
    return db;
  } catch {
    db?.close();
    return null;
  }
}

function withFirstPageOf(healthy: string | null, path: string): Database | null {
  if (healthy === null || !existsSync(path)) return null;
  const bytes = readFileSync(path);
  const pages = Math.floor(bytes.length / PAGE_SIZE);
  if (pages < 2) return null;
  readFileSync(healthy).copy(bytes, 0, 0, PAGE_SIZE);
  // The count of pages is believed where it was written with the change that the counter counts.
  bytes.writeUInt32BE(pages, PAGE_COUNT);
  bytes.copy(bytes, VALID_FOR, CHANGE_COUNTER, CHANGE_COUNTER + 4);
  writeFileSync(path, bytes);
  return tryOpen(path);
}
